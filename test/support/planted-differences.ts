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
const TASK_LOAD = 'checklists/task-load.json'

const replace = (file: string, pointer: string, value: unknown): Change => ({ op: 'replace', file, pointer, value })
const add = (file: string, pointer: string, value: unknown): Change => ({ op: 'add', file, pointer, value })
const remove = (file: string, pointer: string): Change => ({ op: 'remove', file, pointer })

function policy(name: string, value: number | string): Change {
  const { parameters } = SHIPPED_FILES['policy.json'] as { parameters: readonly { name: string }[] }
  const index = parameters.findIndex((parameter) => parameter.name === name)
  return replace('policy.json', `/parameters/${index}/default`, value)
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
    escalations: ['window-earlier advice-conversation', 'window-earlier labour-expert-assessment'],
    deescalations: [],
  },
  {
    change: 'a hold that is gone',
    changes: [remove(CONFLICT, '/rules/2')],
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
    changes: [add(NO_RETURN, '/rules/13/event/params/services/-', 'case-conference')],
    escalations: [],
    deescalations: ['hold-added case-conference'],
  },
  {
    change: 'a rule that recommends another service',
    changes: [replace(NON_MEDICAL, '/rules/0/event/params/services', ['periodic-case-conference'])],
    escalations: ['service-added periodic-case-conference', 'window-earlier periodic-case-conference'],
    deescalations: ['service-removed advice-conversation', 'window-later advice-conversation'],
  },
  {
    change: 'a waiver that is gone',
    changes: [remove(NO_RETURN, '/rules/12')],
    escalations: ['service-added second-track'],
    deescalations: [],
  },
  {
    change: 'a signal of a conflict that no longer counts',
    changes: [replace(CONFLICT, '/conditions/signals/any/0/value', 'none')],
    escalations: ['service-added case-conference'],
    deescalations: ['service-removed case-conference'],
  },
  {
    change: 'a recommendation that ends with its window',
    changes: [replace(NO_RETURN, '/rules/3/timing/whenPassed', 'over')],
    escalations: [],
    deescalations: ['service-removed labour-expert-assessment', 'window-later labour-expert-assessment'],
  },
  {
    change: 'a description of the capacity that is current for a month less',
    changes: [policy('capacityDocument.validity', 'P5M')],
    escalations: [
      'service-added advice-conversation',
      'service-added labour-expert-assessment',
      'window-earlier advice-conversation',
      'window-earlier labour-expert-assessment',
    ],
    deescalations: [],
  },
  {
    change: 'all in the place of any',
    changes: [
      replace('checklists/preventive-signals.json', '/rules/1/conditions', {
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
      replace(TASK_LOAD, '/rules/6/conditions', {
        all: [
          { fact: 'taskLoad.prolonged', operator: 'equal', value: true },
          { fact: 'employment.jobGroupElevatedAbsence', operator: 'equal', value: true },
        ],
      }),
    ],
    escalations: [],
    deescalations: [],
  },
]
