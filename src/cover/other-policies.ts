import { type PolicyOverrides, parameterIn, resolvePolicy } from '../policy/policy'
import { checkPolicy } from '../rule-set/check-policy'
import { leavesOf, type Rule, type RuleSet } from '../rule-set/rule-set'

/**
 * The policy values under which a rule is looked at: those in force, and each other way in which its comparisons of
 * policy values can come out. They are the same in every case, so that only another policy shows what they decide.
 */
export function policiesFor(
  { when }: Pick<Rule, 'when'>,
  ruleSet: RuleSet,
  inForce: PolicyOverrides = {},
): readonly PolicyOverrides[] {
  const compared = leavesOf(when).flatMap(({ fact, value }) => {
    if (parameterIn(fact) === undefined) return []
    const sides = [fact, typeof value === 'object' && 'fact' in value ? value.fact : '']
    return [
      { names: sides.flatMap((side) => parameterIn(side) ?? []), values: typeof value === 'number' ? [value] : [] },
    ]
  })
  let policies: readonly PolicyOverrides[] = [inForce]
  for (const { names, values } of compared) {
    const numbers = [...values, ...names.map((name) => inForce[name] ?? ruleSet.parameters.get(name)?.default)]
    const around = numbers.flatMap((one) => (typeof one === 'number' ? [one - 1, one, one + 1] : []))
    const changes = names.flatMap((name) => [...new Set(around)].map((value) => ({ [name]: value })))
    policies = policies.flatMap((policy) => [policy, ...changes.map((change) => ({ ...policy, ...change }))])
  }
  return policies.filter((policy) => policy === inForce || isValid(policy, ruleSet))
}

function isValid(overrides: PolicyOverrides, ruleSet: RuleSet): boolean {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  return resolved.ok && checkPolicy(ruleSet, resolved.policy).length === 0
}
