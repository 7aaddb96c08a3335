import { SHIPPED_FILES } from '../../src/core/rules/bundled'
import type { Advice, Recommendation } from '../../src/index'
import type { Change } from './patch-rule-set'

/** A fault of meaning, planted in a copy of the shipped rule set: what `check` must find, and where. */
export interface PlantedFault {
  readonly fault: string
  readonly changes: readonly Change[]
  readonly code: string
  readonly file: string
  /** The start of the pointer. */
  readonly at: string
  /** The sections of the snapshot that the case which shows it speaks of; none where nothing need be answered. */
  readonly about: readonly string[]
  /** Whether the advice on that case shows it. */
  shows(advice: Advice): boolean
}

const CONFLICT = 'checklists/conflict.json'
const FREQUENT = 'checklists/frequent-absence.json'
const NO_RETURN = 'checklists/no-return-to-own-work.json'
const PROGRESSIVE = 'checklists/progressive-illness.json'
const SAFETY_NET = 'checklists/safety-net.json'
const SERVICES = 'services.json'

const RELATION = {
  basis: 'product',
  sources: [{ id: 'verwijswijzer', section: 'prompt-referral' }],
  text: { nl: 'Een van beide is hier genoeg.', en: 'One of the two is enough here.' },
} as const

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

/** A rule of the shipped rule set, which what is planted may copy. */
function shippedRule(file: string, id: string): Record<string, unknown> {
  const { rules } = SHIPPED_FILES[file] as { readonly rules: readonly Record<string, unknown>[] }
  const found = rules.find((rule) => rule.id === id)
  if (!found) throw new RangeError(`no rule ${id} in ${file}`)
  return found
}

const saysWhy = (advice: Advice, ...rules: readonly string[]): boolean =>
  rules.every((rule) => advice.recommendations.some(({ reasons }) => reasons.some((reason) => reason.rule === rule)))
const isPositive = (advice: Advice, checklist: string): boolean =>
  advice.checklists.some(({ id, outcome }) => id === checklist && outcome === 'positive')
const serviceIn = (advice: Advice, service: string): Recommendation | undefined =>
  advice.recommendations.find((recommendation) => recommendation.service === service)

/** Each as somebody could write it by mistake, and each other than the examples of the pages. */
export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    fault: 'a rule for the employee at work asks for weeks of absence too',
    changes: [
      add(FREQUENT, '/rules/1/conditions/all/-', {
        fact: 'absence.completedWeeks',
        operator: 'greaterThanInclusive',
        value: { fact: 'policy.longAbsence.fromWeek' },
      }),
      add(FREQUENT, '/questions/-', 'absence.leaves'),
    ],
    code: 'rule-never-met',
    file: FREQUENT,
    at: '/rules/1',
    about: ['absence'],
    shows: (advice) => isPositive(advice, 'frequent-absence') && !saysWhy(advice, 'frequent-absence/frequent-at-work'),
  },
  {
    fault: 'a share of hours above what there is',
    changes: [
      replace('checklists/return-after-long-absence.json', '/conditions/return-starting/any/0', {
        fact: 'absence.workedShare',
        operator: 'greaterThan',
        value: 100,
      }),
    ],
    code: 'constant-part',
    file: 'checklists/return-after-long-absence.json',
    at: '/conditions/return-starting/any/0',
    about: [],
    shows: (advice) => advice.status === 'more-information-needed',
  },
  {
    fault: 'at least no reports of illness',
    changes: [
      replace(FREQUENT, '/positive', {
        all: [{ fact: 'absence.reportsInWindow', operator: 'greaterThanInclusive', value: 0 }],
      }),
    ],
    code: 'rule-always-met',
    file: FREQUENT,
    at: '/positive',
    about: [],
    shows: (advice) => isPositive(advice, 'frequent-absence'),
  },
  {
    fault: 'a comparison that another one implies',
    changes: [
      add(NO_RETURN, '/conditions/doubtful-with-few-jobs/all/-', {
        fact: 'returnToWork.ownWork',
        operator: 'notEqual',
        value: 'expected',
      }),
    ],
    code: 'part-without-effect',
    file: NO_RETURN,
    at: '/conditions/doubtful-with-few-jobs/all/3',
    about: ['absence', 'employment', 'returnToWork'],
    shows: (advice) => saysWhy(advice, 'no-return-to-own-work/doubtful-few-jobs'),
  },
  {
    fault: 'a rule from week 42 on with a window that is over by then',
    changes: [
      replace(NO_RETURN, '/rules/7/timing', {
        anchor: 'absence.effectiveFirstDay',
        from: { policy: 'fileCheck.from' },
        until: { policy: 'fileCheck.until' },
        whenPassed: 'overdue',
        basis: 'practice',
      }),
    ],
    code: 'window-never-open',
    file: NO_RETURN,
    at: '/rules/7/timing',
    about: ['absence', 'returnToWork'],
    shows: (advice) => serviceIn(advice, 'labour-expert-assessment')?.timing.state === 'overdue',
  },
  {
    fault: 'a waiver of exactly what a rule recommends',
    changes: [
      replace(PROGRESSIVE, '/rules/6/conditions', {
        all: [{ fact: 'health.course', operator: 'equal', value: 'worsening' }],
      }),
      replace(PROGRESSIVE, '/rules/6/event/params', { rules: ['progressive-illness/worsening-physical-load'] }),
    ],
    code: 'rule-always-waived',
    file: PROGRESSIVE,
    at: '/rules/2',
    about: ['absence', 'health', 'taskLoad'],
    shows: (advice) => !saysWhy(advice, 'progressive-illness/worsening-physical-load'),
  },
  {
    fault: 'a waiver that names a rule for those who are absent, and asks for somebody at work',
    changes: [add(NO_RETURN, '/rules/10/event/params/rules/-', 'progressive-illness/worsening-absent')],
    code: 'waiver-without-effect',
    file: NO_RETURN,
    at: '/rules/10/event/params/rules/6',
    about: ['absence'],
    shows: (advice) => !saysWhy(advice, 'progressive-illness/worsening-absent'),
  },
  {
    fault: 'a hold under the conditions of its own recommendations',
    changes: [
      replace(CONFLICT, '/rules/4/conditions', {
        any: [
          { condition: 'being-handled' },
          {
            all: [
              { fact: 'conflict.status', operator: 'equal', value: 'established' },
              { fact: 'conflict.handling', operator: 'equal', value: 'none' },
            ],
          },
        ],
      }),
    ],
    code: 'hold-always',
    file: CONFLICT,
    at: '/rules/4/event/params/services/0',
    about: ['conflict', 'health'],
    shows: (advice) => serviceIn(advice, 'conflict-handling')?.heldBy[0]?.certainty === 'certain',
  },
  {
    fault: 'a copy of a rule under another name',
    changes: [
      add(CONFLICT, '/rules/-', {
        ...shippedRule(CONFLICT, 'conflict/signal'),
        id: 'conflict/signal-again',
        conditions: { any: [{ fact: 'conflict.status', operator: 'in', value: ['signal'] }] },
        text: { nl: 'Nogmaals hetzelfde.', en: 'The same once more.' },
      }),
    ],
    code: 'rule-equal',
    file: CONFLICT,
    at: '/rules/6',
    about: ['conflict'],
    shows: (advice) => saysWhy(advice, 'conflict/signal', 'conflict/signal-again'),
  },
  {
    fault: 'a narrower rule with the window of a wider one',
    changes: [
      replace(NO_RETURN, '/rules/9/conditions', {
        all: [
          { condition: 'no-suitable-work-here' },
          { fact: 'process.firstYearEvaluationHeld', operator: 'equal', value: true },
          { fact: 'process.wagesOver', operator: 'equal', value: false },
        ],
      }),
      replace(NO_RETURN, '/rules/9/timing', {
        anchor: 'asOf',
        from: 'P0D',
        until: { policy: 'promptReferral' },
        whenPassed: 'overdue',
        basis: 'product',
      }),
    ],
    code: 'rule-subsumed',
    file: NO_RETURN,
    at: '/rules/9',
    about: ['absence', 'process', 'returnToWork'],
    shows: (advice) =>
      saysWhy(advice, 'no-return-to-own-work/second-track', 'no-return-to-own-work/second-track-after-evaluation'),
  },
  {
    fault: 'a checklist that is positive where no rule follows',
    changes: [remove(SAFETY_NET, '/covers')],
    code: 'gap',
    file: SAFETY_NET,
    at: '/positive',
    about: ['absence', 'employment'],
    shows: (advice) => isPositive(advice, 'safety-net') && !saysWhy(advice, 'safety-net/participatory-method'),
  },
  {
    fault: 'a hold on a service that its own condition excludes',
    changes: [
      replace(CONFLICT, '/rules/5/event/params/services', ['advice-conversation', 'file-check']),
      replace(CONFLICT, '/rules/5/conditions', {
        all: [{ condition: 'established-not-resolved' }, { fact: 'absence.ongoing', operator: 'equal', value: false }],
      }),
    ],
    code: 'hold-without-effect',
    file: CONFLICT,
    at: '/rules/5/event/params/services',
    about: ['absence', 'conflict'],
    shows: (advice) => serviceIn(advice, 'file-check') === undefined,
  },
  {
    fault: 'a cover of what is for those who are absent, by what is for those at work',
    changes: [add(SERVICES, '/services/13/covers', [{ service: 'light-advice', upToRank: 11, ...RELATION }])],
    code: 'cover-without-effect',
    file: SERVICES,
    at: '/services/13/covers',
    about: ['absence', 'process', 'signals'],
    shows: (advice) =>
      !serviceIn(advice, 'light-advice')?.coveredBy.some(({ service }) => service === 'consultation-hour'),
  },
  {
    fault: 'something that stands in for a service that waits for nothing',
    changes: [add(SERVICES, '/services/0/meanwhile', { service: 'advice-conversation', ...RELATION })],
    code: 'meanwhile-without-effect',
    file: SERVICES,
    at: '/services/0/meanwhile',
    about: ['absence', 'employment', 'health'],
    shows: (advice) => !('meanwhile' in advice.next),
  },
  {
    fault: 'a service that is not for those whom no rule gives it to',
    changes: [
      replace(SERVICES, '/services/10/notFor/regimes', ['employee', 'self-employed']),
      replace(SERVICES, '/services/10/accepted', [{ finding: 'same-text', reason: 'Another finding.' }]),
    ],
    code: 'not-for-without-effect',
    file: SERVICES,
    at: '/services/10/notFor',
    about: ['absence', 'employment'],
    shows: (advice) => serviceIn(advice, 'participatory-method')?.certainty === 'certain',
  },
  {
    fault: 'a service for a group that may go beside a person',
    changes: [add(SERVICES, '/services/16/beside', true)],
    code: 'beside-without-effect',
    file: SERVICES,
    at: '/services/16/beside',
    about: ['employment'],
    shows: (advice) => serviceIn(advice, 'job-structure-advice')?.level !== 'person',
  },
  {
    fault: 'a rank that a service has already',
    changes: [add(CONFLICT, '/rules/0/priority', 9)],
    code: 'priority-without-effect',
    file: CONFLICT,
    at: '/rules/0/priority',
    about: ['conflict'],
    shows: (advice) => advice.adviceVersion === 2,
  },
  {
    fault: 'a need of those who are absent, for a service of those at work',
    changes: [
      add(SERVICES, '/services/13/needs/-', {
        need: 'plan',
        when: { all: [{ fact: 'absence.ongoing', operator: 'equal', value: true }] },
      }),
    ],
    code: 'need-without-effect',
    file: SERVICES,
    at: '/services/13/needs/1',
    about: ['absence', 'process', 'signals'],
    shows: (advice) => !serviceIn(advice, 'consultation-hour')?.blockedBy.some(({ need }) => need === 'plan'),
  },
]
