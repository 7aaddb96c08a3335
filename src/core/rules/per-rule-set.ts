import { memoByObject } from '../memo'
import type { RuleSet } from './rule-set'

/** Computes something from a rule set once, and forgets it with the rule set. */
export const perRuleSet = <Result>(compute: (ruleSet: RuleSet) => Result): ((ruleSet: RuleSet) => Result) =>
  memoByObject(compute)
