import { type PolicyOverrides, parameterIn, resolvePolicy } from '../../core/rules/policy'
import { checkPolicy } from '../../core/rules/check-policy'
import type { Length } from '../../core/rules/document'
import { leavesOf, type Rule, type RuleSet } from '../../core/rules/rule-set'

type Written = Pick<Rule, 'when' | 'timing'>

/**
 * The policy values under which a rule is looked at: those in force, and each other way in which its comparisons of
 * policy values can come out. They are the same in every case, so that only another policy shows what they decide.
 */
export function policiesFor(
  { when }: Pick<Written, 'when'>,
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

/**
 * Those, and each parameter that the rule compares with or counts by at other values than it has: at both ends of its
 * range and, of a number, next to what it is. What is impossible under all of these is not only so by the policy.
 */
export function widerPoliciesFor(
  rule: Written,
  ruleSet: RuleSet,
  inForce: PolicyOverrides,
): readonly PolicyOverrides[] {
  const moved = parametersOf(rule).flatMap((name) => {
    const parameter = ruleSet.parameters.get(name)
    if (!parameter) return []
    const value = inForce[name] ?? parameter.default
    const ends = [...new Set(parameter.range)].map((end) => (parameter.unit === 'duration' ? `P${end}D` : end))
    const values = typeof value === 'number' ? [...ends, value - 1, value + 1] : ends
    return [...new Set(values)].map((other) => ({ ...inForce, [name]: other }))
  })
  return [...policiesFor(rule, ruleSet, inForce), ...moved.filter((policy) => isValid(policy, ruleSet))]
}

function parametersOf({ when, timing }: Written): readonly string[] {
  const thresholds = leavesOf(when).flatMap(({ value }) =>
    typeof value === 'object' && 'fact' in value ? (parameterIn(value.fact) ?? []) : [],
  )
  const lengths: readonly Length[] = timing ? [timing.from, timing.until] : []
  const named = lengths.flatMap((length) =>
    typeof length === 'string' ? [] : [length.policy, length.plus ?? []].flat(),
  )
  return [...new Set([...thresholds, ...named])]
}

function isValid(overrides: PolicyOverrides, ruleSet: RuleSet): boolean {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  return resolved.ok && checkPolicy(ruleSet, resolved.policy).length === 0
}
