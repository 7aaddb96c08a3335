import { perRuleSet as compute } from '../cache'
import type { RuleSet } from './rule-set'

/** @deprecated `perRuleSet` of cache.ts. */
export const perRuleSet: <Result>(compute: (ruleSet: RuleSet) => Result) => (ruleSet: RuleSet) => Result = compute
