import type { Condition } from '../../core/rules/document'
import type { FindingCode } from './finding-codes'
import type { Example, ExampleValue } from './finding-examples'

const checklistOf = (rule: string): string => `checklists/${rule.split('/')[0]}.json`

const of = (rule: string, path: readonly string[], value: unknown): readonly ExampleValue[] => [
  { file: checklistOf(rule), rule, path, value },
]
const when = (rule: string, conditions: Condition): readonly ExampleValue[] => of(rule, ['conditions'], conditions)

const ongoing: Condition = { fact: 'absence.ongoing', operator: 'equal', value: true }
const several: Condition = { fact: 'causes.multipleProblems', operator: 'equal', value: true }
const stalled: Condition = { fact: 'returnToWork.buildUp', operator: 'equal', value: 'stalled' }
const keeps: Condition = { fact: 'employment.keepsPeriodicConference', operator: 'equal', value: true }
const started: Condition = { fact: 'returnToWork.secondTrackStarted', operator: 'equal', value: true }
const early: Condition = {
  fact: 'absence.completedMonths',
  operator: 'lessThan',
  value: { fact: 'policy.stagnation.assessmentFromMonth' },
}
const long: Condition = {
  fact: 'absence.completedWeeks',
  operator: 'greaterThanInclusive',
  value: { fact: 'policy.longAbsence.fromWeek' },
}
const unhandled: Condition = { fact: 'conflict.handling', operator: 'equal', value: 'none' }

const review = { policy: 'promptReferral' }
const holds = (services: readonly string[]) => ({ type: 'hold', params: { services, reviewAfter: review } })
const waives = (rules: readonly string[]) => ({ type: 'waive', params: { rules } })

const relation = {
  basis: 'product',
  sources: [{ id: 'verwijswijzer', section: 'prompt-referral' }],
  text: { nl: 'Een van beide is genoeg.', en: 'One of the two is enough.' },
} as const
const inService = (service: string, path: readonly string[], value: unknown): readonly ExampleValue[] => [
  { file: 'services.json', service, path, value },
]
const covers = (service: string, more: object) => [{ service, ...more, ...relation }]
const standsIn = { service: 'advice-conversation', ...relation }
const notFor = (regime: string) => ({ regimes: [regime], ...relation })
const inSafetyNet: Condition = { condition: 're-integrating-in-the-safety-net' }
const atWork: Condition = { all: [{ fact: 'absence.ongoing', operator: 'equal', value: false }] }
const insured: Condition = {
  all: [{ fact: 'employment.regime', operator: 'equal', value: 'safety-net-self-insured' }],
}

const HOLD = 'conflict/established-hold'
const NOT_ABSENT = 'no-return-to-own-work/not-absent'

/** In the words of the shipped rules. */
export const MEANING_EXAMPLES = {
  'rule-never-met': {
    // Four months are never as long as twenty-six weeks.
    bad: when('unclear-suitable-work/conversation-first', { all: [{ condition: 'stagnation' }, early, long] }),
    good: when('unclear-suitable-work/conversation-first', { all: [{ condition: 'stagnation' }, early] }),
  },
  'rule-always-met': {
    bad: when('job-group/raised-absence', {
      any: [
        { fact: 'employment.jobGroupElevatedAbsence', operator: 'equal', value: true },
        { fact: 'employment.jobGroupElevatedAbsence', operator: 'notEqual', value: true },
      ],
    }),
    good: when('job-group/raised-absence', {
      all: [{ fact: 'employment.jobGroupElevatedAbsence', operator: 'equal', value: true }],
    }),
  },
  'constant-part': {
    bad: when('conflict/established-unhandled', {
      all: [{ fact: 'conflict.status', operator: 'in', value: ['none', 'signal', 'established'] }, unhandled],
    }),
    good: when('conflict/established-unhandled', {
      all: [{ fact: 'conflict.status', operator: 'in', value: ['signal', 'established'] }, unhandled],
    }),
  },
  'part-without-effect': {
    bad: when('safety-net/participatory-method', { all: [inSafetyNet, ongoing] }),
    good: when('safety-net/participatory-method', inSafetyNet),
  },
  'window-never-open': {
    // The window is over after twenty weeks.
    bad: when('early-process-moments/file-check', { all: [{ condition: 'return-not-near' }, long] }),
    good: when('early-process-moments/file-check', { condition: 'return-not-near' }),
  },
  'rule-always-waived': {
    // It is for those who are absent alone.
    bad: when('no-return-to-own-work/second-track-started', { all: [ongoing] }),
    good: when('no-return-to-own-work/second-track-started', { all: [started] }),
  },
  'waiver-without-effect': {
    // Who is not absent has no weeks of absence behind them.
    bad: of(NOT_ABSENT, ['event'], waives(['no-return-to-own-work/second-track', 'no-return-to-own-work/first-year'])),
    good: of(NOT_ABSENT, ['event'], waives(['no-return-to-own-work/second-track'])),
  },
  'hold-always': {
    // It is recommended for a conflict that is not handled, and held for one that is not resolved.
    bad: of(HOLD, ['event'], holds(['light-advice', 'conflict-handling'])),
    good: of(HOLD, ['event'], holds(['light-advice'])),
  },
  'hold-without-effect': {
    // It is for those who are at work.
    bad: [
      ...when(HOLD, { all: [{ condition: 'established-not-resolved' }, ongoing] }),
      ...of(HOLD, ['event'], holds(['light-advice', 'consultation-hour'])),
      { file: 'checklists/conflict.json', path: ['questions', 3], value: 'absence.spells' },
    ],
    good: of(HOLD, ['event'], holds(['light-advice', 'consultation-hour'])),
  },
  'rule-equal': {
    bad: when('complex-situations/risk-file-stalled', { all: [keeps, several, ongoing] }),
    good: when('complex-situations/risk-file-stalled', { all: [ongoing, stalled, keeps] }),
  },
  'rule-subsumed': {
    bad: when('complex-situations/risk-file-stalled', { all: [ongoing, several, stalled, keeps] }),
    good: when('complex-situations/risk-file-stalled', { all: [ongoing, stalled, keeps] }),
  },
  'cover-without-effect': {
    // It never has the first rank.
    bad: inService('labour-expert-assessment', ['covers'], covers('light-advice', { evenBlocked: true, upToRank: 1 })),
    good: inService('labour-expert-assessment', ['covers'], covers('file-check', { evenBlocked: true })),
  },
  'meanwhile-without-effect': {
    // It needs nothing.
    bad: inService('light-advice', ['meanwhile'], standsIn),
    good: inService('labour-expert-assessment', ['meanwhile'], standsIn),
  },
  'not-for-without-effect': {
    // It is asked for those alone who have nobody to pay their wages, and that is not accepted here.
    bad: [
      ...inService('participatory-method', ['notFor'], notFor('employee')),
      ...inService('participatory-method', ['accepted'], [{ finding: 'same-text', reason: 'Another finding.' }]),
    ],
    good: inService('workplace-assessment', ['notFor'], notFor('safety-net-uwv')),
  },
  'beside-without-effect': {
    // Advice for a job group never waits for a person's.
    bad: [...inService('job-group-advice', ['level'], 'group'), ...inService('job-group-advice', ['beside'], true)],
    good: inService('conflict-handling', ['beside'], true),
  },
  'priority-without-effect': {
    // Its own rank.
    bad: of('no-return-to-own-work/own-work-not-expected', ['priority'], 7),
    good: of('no-return-to-own-work/own-work-not-expected', ['priority'], 3),
  },
  'need-without-effect': {
    // It is for those who are absent.
    bad: inService('second-track', ['needs'], [{ need: 'plan', when: atWork }]),
    good: inService('reintegration-guidance', ['needs'], ['willing', { need: 'plan', when: insured }]),
  },
  gap: {
    // Nothing is said of an established conflict that was resolved.
    bad: [
      {
        file: 'checklists/conflict.json',
        path: ['covers'],
        value: { fact: 'conflict.status', operator: 'in', value: ['signal', 'established'] },
      },
    ],
    good: [
      {
        file: 'checklists/conflict.json',
        path: ['covers'],
        value: { any: [{ condition: 'signals' }, { condition: 'established-not-resolved' }] },
      },
    ],
  },
} as const satisfies Partial<Record<FindingCode, Example>>
