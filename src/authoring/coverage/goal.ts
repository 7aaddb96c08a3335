import { shown } from '../check/condition-parts'
import { mayHaveNoWindow } from '../../core/evaluate/conditions'
import type { Outcome } from '../../core/evaluate/outcome'
import type { Leaf } from '../../core/rules/document'
import { type Rule, type RuleSet, type Service, leavesOf } from '../../core/rules/rule-set'
import { perRuleSet } from '../../core/cache'

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

/** Everything that fixtures of a rule set should show, in the order of the rule set; some of it no case may be able to. */
export const goalsOf = perRuleSet(({ rules, services }: RuleSet): readonly Goal[] => [
  ...rules.flatMap((rule) => COVERAGE_STATES.rules.map((state): Goal => ({ kind: 'rules', rule, state }))),
  ...rules.flatMap((rule) =>
    decidersOf(rule).flatMap((decider) =>
      COVERAGE_STATES.conditions.map((state): Goal => ({ kind: 'conditions', rule, decider, state })),
    ),
  ),
  ...services.flatMap((service) =>
    COVERAGE_STATES.services.map((state): Goal => ({ kind: 'services', service, state })),
  ),
  ...effects('holds', 'hold', rules),
  ...effects('waivers', 'waive', rules),
])

const effects = (kind: 'holds' | 'waivers', type: Rule['event']['type'], rules: readonly Rule[]): readonly Goal[] =>
  rules
    .filter(({ event }) => event.type === type)
    .flatMap((rule) => COVERAGE_STATES[kind].map((state): Goal => ({ kind, rule, state })))

/** The comparisons of a rule, each once however often it is written, and its window where that can be missing. */
export function decidersOf(rule: Rule): readonly Decider[] {
  const leaves = new Map(leavesOf(rule.when).map((leaf) => [JSON.stringify(leaf), leaf]))
  return [...leaves.values(), ...(mayLackWindow(rule) ? (['window'] as const) : [])]
}

/** A plain window from `asOf` always exists; any other has no day to count from, is over, or is still to come. */
export const mayLackWindow = ({ timing }: Rule): boolean => timing !== undefined && mayHaveNoWindow(timing)

/** What a rule set says itself: all of it, or of one that extends another what it adds or says otherwise. */
export interface OwnParts {
  readonly rules: ReadonlySet<string>
  readonly services: ReadonlySet<string>
  readonly parameters: ReadonlySet<string>
  readonly milestones: ReadonlySet<string>
  readonly checklists: ReadonlySet<string>
}

/** @param base What the rule set extends; what it has from there is for the fixtures of that one to show. */
export function ownParts(ruleSet: RuleSet, base: RuleSet | undefined): OwnParts {
  const inherited = ruleSet.extension && base?.fingerprint === ruleSet.extension.fingerprint ? base : undefined
  const own = <Part>(parts: (ruleSet: RuleSet) => Iterable<readonly [string, Part]>): ReadonlySet<string> => {
    const earlier = new Map([...(inherited ? parts(inherited) : [])].map(([id, part]) => [id, JSON.stringify(part)]))
    return new Set([...parts(ruleSet)].flatMap(([id, part]) => (earlier.get(id) === JSON.stringify(part) ? [] : [id])))
  }
  return {
    rules: own(({ rules }) =>
      rules.map((rule) => [rule.id, [rule.when, rule.event, rule.timing, rule.fixedMoment, rule.needs, rule.priority]]),
    ),
    services: own(({ services }) =>
      services.map(({ id, kind, needs, rank, beside, covers, meanwhile, notFor, answersQuestion }) => [
        id,
        [kind, needs, rank, beside, covers, meanwhile?.service, notFor?.regimes, answersQuestion?.reopenedBy],
      ]),
    ),
    parameters: own(({ parameters }) => [...parameters].map(([name, parameter]) => [name, parameter.default])),
    milestones: own(({ milestones }) => milestones.map(({ id, title: _title, text: _text, ...rest }) => [id, rest])),
    checklists: own(({ checklists }) => checklists.map(({ id, positive }) => [id, positive])),
  }
}

/** The rules whose recommendations a waiver withdraws. */
export function targetsOf({ event }: Rule, { rules }: RuleSet): readonly Rule[] {
  if (event.type !== 'waive') return []
  const { params } = event
  return rules.filter(({ id, event: other }) => {
    if (other.type !== 'recommend') return false
    return 'rules' in params
      ? params.rules.includes(id)
      : params.services.some((service) => other.params.services.includes(service))
  })
}
