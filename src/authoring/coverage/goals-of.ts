import { perRuleSet } from '../../core/cache'
import { leavesOf, type Rule, type RuleSet } from '../../core/rules/rule-set'
import { COVERAGE_STATES, type Decider, type Goal } from './goal'

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

/** A window from `asOf` always exists; any other has no day to count from, or may be over. */
export const mayLackWindow = ({ timing }: Rule): boolean => timing !== undefined && timing.anchor !== 'asOf'
