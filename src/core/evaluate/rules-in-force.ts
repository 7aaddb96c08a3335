import type { Policy } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'

/** A rule set with the policy under which it is applied. */
export interface RulesInForce {
  readonly ruleSet: RuleSet
  readonly policy: Policy
}
