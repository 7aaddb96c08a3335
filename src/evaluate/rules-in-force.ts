import type { Policy } from '../policy/policy'
import type { RuleSet } from '../rule-set/rule-set'

/** A rule set with the policy under which it is applied. */
export interface RulesInForce {
  readonly ruleSet: RuleSet
  readonly policy: Policy
}
