import { shown } from '../check/condition-parts'
import type { Outcome } from '../../core/evaluate/outcome'
import type { Leaf } from '../../core/rules/document'
import type { Rule, Service } from '../../core/rules/rule-set'

/** What fixtures should show of a rule set, each kind with the states that each of its items can be in. */
export const COVERAGE_STATES = {
  /** Each rule: its outcome. */
  rules: ['met', 'not-met', 'open'],
  /** Each comparison of a rule, and its window: what it is where it decides the rule on its own (MC/DC). */
  conditions: ['true', 'false', 'unknown'],
  /** Each service where it is recommended for certain: at all, and before, inside and after its window. */
  services: ['reached', 'planned', 'due', 'overdue'],
  /** Each hold on a service that is recommended. */
  holds: ['certain', 'open'],
  /** Each waiver beside a reason that it withdraws. */
  waivers: ['certain', 'open'],
} as const

export type CoverageKind = keyof typeof COVERAGE_STATES
export const COVERAGE_KINDS = Object.keys(COVERAGE_STATES) as readonly CoverageKind[]

type StateOf<Kind extends CoverageKind> = (typeof COVERAGE_STATES)[Kind][number]

/** A comparison, wherever it stands in one rule, or the window that must exist for the rule to be met. */
export type Decider = Leaf | 'window'

/** One thing that some fixture should show. */
export type Goal =
  | { readonly kind: 'rules'; readonly rule: Rule; readonly state: Outcome }
  | {
      readonly kind: 'conditions'
      readonly rule: Rule
      readonly decider: Decider
      readonly state: StateOf<'conditions'>
    }
  | { readonly kind: 'services'; readonly service: Service; readonly state: StateOf<'services'> }
  | { readonly kind: 'holds'; readonly rule: Rule; readonly state: StateOf<'holds'> }
  | { readonly kind: 'waivers'; readonly rule: Rule; readonly state: StateOf<'waivers'> }

/** The rule or service that it is about. */
export const subjectOf = (goal: Goal): string => (goal.kind === 'services' ? goal.service.id : goal.rule.id)

export const deciderText = (decider: Decider): string => (decider === 'window' ? 'window' : shown(decider))

/** `conflict/signal: conflict.status equal "signal" as unknown` */
export function goalText(goal: Goal): string {
  const part = goal.kind === 'conditions' ? `: ${deciderText(goal.decider)} as` : ''
  return `${subjectOf(goal)}${part} ${goal.state}`
}
