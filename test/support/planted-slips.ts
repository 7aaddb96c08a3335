import type { Advice } from '../../src/index'
import { OWN_TEXT, ownManifest } from './own-rule-set'
import { type Change, patched } from './patch-rule-set'
import { tinyFiles } from './tiny-rule-set'

/** What could slip through in a small rule set, and how `check` tells it. */
export interface PlantedSlip {
  readonly slip: string
  readonly files: () => Record<string, unknown>
  readonly code: string
  readonly file: string
  readonly pointer: string
  /** What the message says in English, among other things. */
  readonly says: RegExp
  /** Whether the advice on the case that comes with it shows it, where it is about cases. */
  shows?(advice: Advice): boolean
}

const TINY = 'checklists/tiny.json'
const SIGNAL = { fact: 'conflict.status', operator: 'equal', value: 'signal' }
const ESTABLISHED = { fact: 'conflict.status', operator: 'equal', value: 'established' }
const NOW = {
  anchor: 'asOf',
  from: 'P0D',
  until: { policy: 'promptReferral' },
  whenPassed: 'overdue',
  basis: 'product',
}
const recommend = (...services: string[]) => ({ type: 'recommend', params: { services } })

const set = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const rule = (index: number, key: string, value: unknown): Change => set(TINY, `/rules/${index}/${key}`, value)

/** Two rules: a signal of a conflict asks for a conference, an established one to have it handled. */
export function smallFiles(changes: readonly Change[] = []): Record<string, unknown> {
  const files = structuredClone(tinyFiles([SIGNAL, ESTABLISHED]))
  const small = [
    rule(0, 'event', recommend('case-conference')),
    add(TINY, '/rules/0/timing', NOW),
    rule(1, 'event', recommend('conflict-handling')),
    add(TINY, '/rules/1/timing', NOW),
    set(TINY, '/positive', { fact: 'conflict.status', operator: 'in', value: ['signal', 'established'] }),
  ]
  return patched([...small, ...changes], files)
}

const withPart = (part: unknown) => () => smallFiles([rule(0, 'conditions', { all: [SIGNAL, part] })])
const policy = (name: string, operator: string, value: unknown) => ({ fact: `policy.${name}`, operator, value })
const without = (change: Change) => () => smallFiles([change])

/** An organisation's files beside the small rule set. */
const beside = (disabled: readonly string[], more: Record<string, unknown> = {}) => ({
  'manifest.json': {
    ...ownManifest({ disables: disabled.map((one) => ({ rule: one, reason: OWN_TEXT })) }),
  },
  ...more,
})

const place = (list: readonly { readonly name?: string; readonly id?: string }[], name: string): number => {
  const at = list.findIndex((one) => (one.name ?? one.id) === name)
  if (at < 0) throw new RangeError(`no ${name}`)
  return at
}
const parameter = (name: string): number =>
  place((smallFiles()['policy.json'] as { parameters: { name: string }[] }).parameters, name)
const milestone = (basis: string): number =>
  (smallFiles()['milestones.json'] as { milestones: { basis: string }[] }).milestones.findIndex(
    (one) => one.basis === basis,
  )

const isPositive = ({ checklists }: Advice): boolean => checklists[0]?.outcome === 'positive'
const asksFor = ({ recommendations }: Advice, service: string): boolean =>
  recommendations.some((one) => one.service === service && one.certainty === 'certain')
const neverAsks = (advice: Advice): boolean => isPositive(advice) && !asksFor(advice, 'case-conference')

const fact = (id: string) => ({
  facts: [
    { id, type: 'boolean', tier: 'employer', answeredBy: ['case-manager'], question: { nl: 'Zo?', en: 'Is it so?' } },
  ],
})
const text = (nl: string, en: string) => ({ nl, en })
const CITED = [{ id: 'verwijswijzer', section: 'prompt-referral' }]

export const DEAD_BY_POLICY: readonly PlantedSlip[] = [
  ['a switch of 0 or 1 that is to be 2', policy('conflict.holdIndividualAdvice', 'equal', 2), neverAsks],
  ['a number below the least that may be set', policy('frequentAbsence.minReports', 'lessThan', 1), neverAsks],
  ['a number above the most that may be set', policy('taskLoad.kimHigh', 'greaterThan', 100_000), neverAsks],
  [
    'two numbers of which one never reaches the other',
    policy('oneAtATime', 'greaterThan', { fact: 'policy.contactMoment.third' }),
    neverAsks,
  ],
  [
    'a switch that is at least 0',
    policy('contactMoments.forEveryone', 'greaterThanInclusive', 0),
    (advice: Advice) => asksFor(advice, 'case-conference'),
  ],
  [
    'a switch that is not 2',
    policy('fileCheck.forEveryone', 'notEqual', 2),
    (advice: Advice) => asksFor(advice, 'case-conference'),
  ],
].map(([slip, part, shows]) => ({
  slip: `${slip}, in a rule`,
  files: withPart(part),
  code: 'constant-part',
  file: TINY,
  pointer: '/rules/0/conditions/all/1',
  says: /^whatever an organisation sets, this is (always|never) so: policy\./,
  shows: shows as (advice: Advice) => boolean,
}))

/** What an organisation disables of the small rule set, and what is then said of nobody. */
export const GAPS_BY_DISABLES: readonly PlantedSlip[] = [
  { slip: 'the rule for a signal', disabled: ['tiny/q-0'], of: 'case-conference' },
  { slip: 'the rule for an established conflict', disabled: ['tiny/q-1'], of: 'conflict-handling' },
  { slip: 'both rules', disabled: ['tiny/q-0', 'tiny/q-1'], of: 'case-conference' },
].map(({ slip, disabled, of }) => ({
  slip: `${slip}, disabled by an organisation`,
  files: () => beside(disabled),
  code: 'gap',
  file: 'manifest.json',
  pointer: '/disables/0',
  says: new RegExp(`^without ${disabled.join(', ')} the checklist tiny says nothing any more`),
  shows: (advice: Advice) => isPositive(advice) && !asksFor(advice, of),
}))

/** Names that no answer can be told from. */
export const IMPOSSIBLE_NAMES: readonly PlantedSlip[] = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'].map(
  (name) => ({
    slip: `a fact of an organisation that is called ${name}`,
    files: () => beside([], { 'facts.json': fact(`own.${name}`) }),
    code: 'forbidden-key',
    file: 'facts.json',
    pointer: '/facts/0/id',
    says: new RegExp(`^every object has a ${name} already: give it another name`),
  }),
)

const differ = (slip: string, file: string, pointer: string, nl: string, en: string, says: RegExp): PlantedSlip => ({
  slip,
  files: without(set(file, pointer, text(nl, en))),
  code: 'numbers-differ',
  file,
  pointer,
  says,
})

export const OTHER_NUMBERS: readonly PlantedSlip[] = [
  differ('weeks in a rule', TINY, '/rules/0/text', 'Na 6 weken.', 'After 8 weeks.', /says 6, the English one 8$/),
  differ(
    'a number in one language alone',
    TINY,
    '/description',
    'Na 13 weken.',
    'After a quarter of a year.',
    /says 13, the English one no number$/,
  ),
  differ(
    'a decimal',
    'services.json',
    '/services/0/description',
    'Kost 1,5 uur.',
    'Takes 15 hours.',
    /says 1\.5, the English one 15$/,
  ),
  differ(
    'a day of the month in a first step',
    'services.json',
    '/needs/0/firstStep',
    'Vraag het voor 1 mei.',
    'Ask for it before 11 May.',
    /says 1, the English one 11$/,
  ),
  differ(
    'one of two numbers in a deadline',
    'milestones.json',
    '/milestones/0/text',
    'In week 6 van 104.',
    'In week 6 of 140.',
    /says 104, 6, the English one 140, 6$/,
  ),
]

const lawless = (slip: string, change: Change, pointer: string): PlantedSlip => ({
  slip,
  files: without(change),
  code: 'basis-without-law',
  file: change.file,
  pointer,
  says: /^this is called a rule by statute, and none of its sources is a law or a regulation$/,
})

export const NO_LAW: readonly PlantedSlip[] = [
  lawless('a rule by statute on our own choice', rule(0, 'basis', 'statute'), '/rules/0/basis'),
  lawless(
    'a window by statute on our own choice',
    rule(1, 'timing', { ...NOW, basis: 'statute' }),
    '/rules/1/timing/basis',
  ),
  lawless(
    'a number by statute on our own choice',
    set('policy.json', `/parameters/${parameter('promptReferral')}`, {
      ...(smallFiles()['policy.json'] as { parameters: object[] }).parameters[parameter('promptReferral')],
      basis: 'statute',
    }),
    `/parameters/${parameter('promptReferral')}/basis`,
  ),
  lawless(
    'a deadline by statute on our own choice',
    set('milestones.json', `/milestones/${milestone('statute')}/sources`, CITED),
    `/milestones/${milestone('statute')}/basis`,
  ),
]

const ahead = (slip: string, file: string, pointer: string): PlantedSlip => ({
  slip,
  files: without(set(file, pointer, '2199-01-01')),
  code: 'date-ahead',
  file,
  pointer,
  says: /^2199-01-01 (has not been yet|is too far away)/,
})

export const DATES_AHEAD: readonly PlantedSlip[] = [
  ahead('the day on which the rule set was checked', 'manifest.json', '/checkedOn'),
  ahead('the day from which it is valid', 'manifest.json', '/validFrom'),
  ahead('the day on which a source was checked', 'sources.json', '/sources/0/checkedOn'),
  ahead('the day on which a number was checked', 'policy.json', '/parameters/0/checkedOn'),
]

const left = (slip: string, file: string, pointer: string, value: unknown, at: string): PlantedSlip => ({
  slip,
  files: without(set(file, pointer, value)),
  code: 'scaffold-text',
  file,
  pointer: at,
  says: /^this is still the text of the template/,
})

export const LEFT_IN: readonly PlantedSlip[] = [
  left(
    'a rule as the template has it',
    TINY,
    '/rules/0/text',
    text('Schrijf hier waarom deze dienst nodig is.', 'It is needed.'),
    '/rules/0/text/nl',
  ),
  left(
    'a service as the template has it',
    'services.json',
    '/services/0/description',
    text('Een blik.', 'Write here what it is.'),
    '/services/0/description/en',
  ),
  left('a title that is still to be written', TINY, '/title', text('TODO', 'Conflicts'), '/title/nl'),
  left(
    'a placeholder text',
    'services.json',
    '/needs/0/firstStep',
    text('Vraag ernaar.', 'Lorem ipsum dolor.'),
    '/needs/0/firstStep/en',
  ),
]

const weeks = {
  fact: 'absence.completedWeeks',
  operator: 'lessThan',
  value: { fact: 'policy.medicalTrajectory.untilMonth' },
}
const months = { fact: 'absence.completedMonths', operator: 'lessThan', value: { fact: 'policy.longAbsence.fromWeek' } }
const differentUnits = (slip: string, files: () => Record<string, unknown>, pointer: string, says: RegExp) => ({
  slip,
  files,
  code: 'units-differ',
  file: TINY,
  pointer,
  says,
})

export const UNITS: readonly PlantedSlip[] = [
  differentUnits(
    'weeks of absence against a number of months',
    withPart(weeks),
    '/rules/0/conditions/all/1',
    /^absence\.completedWeeks counts in weeks, and medicalTrajectory\.untilMonth in months$/,
  ),
  differentUnits(
    'months of absence against a number of weeks, in what a checklist covers',
    without(add(TINY, '/covers', { all: [SIGNAL, months] })),
    '/covers/all/1',
    /^absence\.completedMonths counts in months, and longAbsence\.fromWeek in weeks$/,
  ),
  differentUnits(
    'two numbers of an organisation, of weeks and of months',
    withPart(policy('longAbsence.fromWeek', 'lessThan', { fact: 'policy.medicalTrajectory.untilMonth' })),
    '/rules/0/conditions/all/1',
    /^policy\.longAbsence\.fromWeek counts in weeks, and medicalTrajectory\.untilMonth in months$/,
  ),
]

const EVERYTHING = ['case-conference', 'conflict-handling', 'light-advice', 'consultation-hour']
const holding = (services: readonly string[]) => () =>
  smallFiles([
    rule(0, 'event', recommend('case-conference', 'light-advice')),
    rule(1, 'event', recommend('conflict-handling', 'consultation-hour')),
    add(TINY, '/rules/-', {
      id: 'tiny/hold',
      conditions: { fact: 'conflict.disputeOverAdjustments', operator: 'equal', value: true },
      event: { type: 'hold', params: { services, reviewAfter: 'P14D' } },
      text: OWN_TEXT,
      basis: 'product',
      sources: CITED,
    }),
  ])

export const HOLDS: readonly PlantedSlip[] = [
  ['every service that a rule asks for', EVERYTHING],
  ['those, and one that no rule asks for', [...EVERYTHING, 'file-check']],
].map(([slip, services]) => ({
  slip: `a hold on ${slip}`,
  files: holding(services as readonly string[]),
  code: 'holds-everything',
  file: TINY,
  pointer: '/rules/2/event/params/services',
  says: /^this rule holds all 4 services for a person/,
}))
