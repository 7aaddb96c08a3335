import { checkPolicy } from '../../core/rules/check-window'
import type { Parameter } from '../../core/rules/parameter'
import { type Policy, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'

/** The defaults with one parameter at the least or the most that it can be, as far as its windows allow. */
export function policiesToCheck(ruleSet: RuleSet): readonly Policy[] {
  const named = [...ruleSet.parameters.values()].flatMap((parameter) =>
    endsOf(parameter).map((value) => ({ [parameter.name]: value })),
  )
  return named.flatMap((overrides) => {
    const resolved = resolvePolicy(ruleSet.parameters, overrides)
    return resolved.ok && checkPolicy(ruleSet, resolved.policy).length === 0 ? [resolved.policy] : []
  })
}

const endsOf = ({ unit, range, default: value }: Parameter): readonly (number | string)[] =>
  [...new Set(range)].map((end) => (unit === 'duration' ? `P${end}D` : end)).filter((end) => end !== value)
