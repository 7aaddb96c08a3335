import { SHIPPED_FILES } from '../../src/core/rules/bundled'
import type { Change } from './patch-rule-set'

/** A change to the shipped rule set: what `diff` must show of it, each as `kind service`. */
export interface PlantedDifference {
  readonly change: string
  readonly changes: readonly Change[]
  readonly escalations: readonly string[]
  readonly deescalations: readonly string[]
}

const CONFLICT = 'checklists/conflict.json'
const NO_RETURN = 'checklists/no-return-to-own-work.json'
const NON_MEDICAL = 'checklists/non-medical-causes.json'
const PREVENTIVE = 'checklists/preventive-signals.json'

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

function policy(name: string, value: number | string): Change {
  const { parameters } = SHIPPED_FILES['policy.json'] as { parameters: readonly { name: string }[] }
  const index = parameters.findIndex((parameter) => parameter.name === name)
  return replace('policy.json', `/parameters/${index}/default`, value)
}

/** Where a rule stands in its file. */
function rule(file: string, id: string): string {
  const { rules } = SHIPPED_FILES[file] as { rules: readonly { id: string }[] }
  const index = rules.findIndex((one) => one.id === id)
  if (index < 0) throw new RangeError(`no rule ${id} in ${file}`)
  return `/rules/${index}`
}

const SERVICES = (SHIPPED_FILES['services.json'] as { services: readonly { id: string }[] }).services.map(
  ({ id }) => id,
)

export const PLANTED_DIFFERENCES: readonly PlantedDifference[] = [
  {
    change: 'a report more before absence is frequent',
    changes: [policy('frequentAbsence.minReports', 4)],
    escalations: [],
    deescalations: [
      'service-removed advice-conversation',
      'service-removed consultation-hour',
      'window-later advice-conversation',
    ],
  },
  {
    change: 'a window that opens a month earlier',
    changes: [policy('assessment.doubtfulFrom', 'P3M')],
    escalations: ['window-earlier labour-expert-assessment'],
    deescalations: [],
  },
  {
    change: 'a hold that is gone',
    changes: [remove(CONFLICT, rule(CONFLICT, 'conflict/established-hold'))],
    escalations: [
      'hold-removed advice-conversation',
      'hold-removed light-advice',
      'hold-removed reintegration-guidance',
      'hold-removed workplace-assessment',
    ],
    deescalations: [],
  },
  {
    change: 'a hold on one service more',
    changes: [
      add(CONFLICT, `${rule(CONFLICT, 'conflict/established-hold')}/event/params/services/-`, 'case-conference'),
    ],
    escalations: [],
    deescalations: ['hold-added case-conference'],
  },
  {
    change: 'a rule that recommends another service',
    changes: [
      replace(NON_MEDICAL, `${rule(NON_MEDICAL, 'non-medical-causes/conversation')}/event/params/services`, [
        'periodic-case-conference',
      ]),
    ],
    escalations: ['service-added periodic-case-conference', 'window-earlier periodic-case-conference'],
    deescalations: ['service-removed advice-conversation', 'window-later advice-conversation'],
  },
  {
    change: 'a waiver that is gone',
    changes: [remove(NO_RETURN, rule(NO_RETURN, 'no-return-to-own-work/second-track-started'))],
    escalations: ['service-added second-track'],
    deescalations: [],
  },
  {
    change: 'a signal of a conflict that no longer counts',
    changes: [replace(CONFLICT, `${rule(CONFLICT, 'conflict/signal')}/conditions/all/0/value`, 'none')],
    escalations: ['service-added case-conference'],
    deescalations: ['service-removed case-conference'],
  },
  {
    change: 'a recommendation that ends with its window',
    changes: [replace(NO_RETURN, `${rule(NO_RETURN, 'no-return-to-own-work/doubtful')}/timing/whenPassed`, 'over')],
    escalations: [],
    deescalations: ['service-removed labour-expert-assessment', 'window-later labour-expert-assessment'],
  },
  {
    change: 'all in the place of any',
    changes: [
      replace(PREVENTIVE, `${rule(PREVENTIVE, 'preventive-signals/tasks-dropped')}/conditions`, {
        any: [
          { fact: 'absence.ongoing', operator: 'equal', value: false },
          { fact: 'signals.tasksDropped', operator: 'equal', value: true },
        ],
      }),
    ],
    escalations: ['service-added wage-value-assessment'],
    deescalations: [],
  },
  {
    change: 'a service that is asked again after half a year',
    changes: [policy('services.repeatAfter', 'P26W')],
    escalations: [],
    deescalations: [...SERVICES.map((service) => `service-removed ${service}`), 'window-later advice-conversation'],
  },
  {
    change: 'weeks in the place of months, which only some months tell apart',
    changes: [policy('medicalTrajectory.from', 'P13W')],
    escalations: ['window-earlier medical-advice-trajectory'],
    deescalations: ['window-later medical-advice-trajectory'],
  },
  {
    change: 'a rule for what another one recommends anyway',
    changes: [
      replace(PREVENTIVE, `${rule(PREVENTIVE, 'preventive-signals/strain-observed')}/conditions`, {
        all: [
          { fact: 'absence.ongoing', operator: 'equal', value: false },
          { fact: 'signals.tasksDropped', operator: 'equal', value: true },
          { condition: 'physical-load-positive' },
        ],
      }),
    ],
    escalations: [],
    deescalations: [],
  },
]
