import { type Issue, TriageError } from '../../core/issue/issue'
import { checkPolicy } from '../../core/rules/check-window'
import { type Policy, type PolicyOverrides, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'

/** The defaults of a rule set with an organisation's own values. Throws TriageError with what is wrong with those. */
export function policyOf(ruleSet: RuleSet, overrides: PolicyOverrides = {}): Policy {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  if (!resolved.ok) throw new TriageError(resolved.issues as [Issue, ...Issue[]])
  const issues = checkPolicy(ruleSet, resolved.policy)
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  return resolved.policy
}
