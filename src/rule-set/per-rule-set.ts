import type { RuleSet } from './rule-set'

/** Computes something from a rule set once, and forgets it with the rule set. */
export function perRuleSet<Result>(compute: (ruleSet: RuleSet) => Result): (ruleSet: RuleSet) => Result {
  const known = new WeakMap<RuleSet, { readonly result: Result }>()
  return (ruleSet) => {
    const found = known.get(ruleSet)
    if (found) return found.result
    const result = compute(ruleSet)
    known.set(ruleSet, { result })
    return result
  }
}
