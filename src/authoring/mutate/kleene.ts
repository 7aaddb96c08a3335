import { memo } from '../../core/cache'
import { valuesOf } from '../../core/diagram/diagram'
import { compare, type Outcome } from '../../core/evaluate/outcome'
import type { Facts } from '../../core/facts/derive-facts'
import type { Leaf } from '../../core/rules/document'
import type { Policy } from '../../core/rules/policy'
import { type Expanded, thresholdOf } from '../../core/rules/rule-set'

/** The outcomes of conditions for one case in strong Kleene logic, each comparison looked at once. */
export function kleeneOutcomes(facts: Facts, policy: Policy): (condition: Expanded) => Outcome {
  const leaf = memo((text: string): Outcome => {
    const { fact, operator, value } = JSON.parse(text) as Leaf
    const threshold = thresholdOf({ fact, operator, value }, policy)
    const met = valuesOf(facts.fact(fact)).map((one) => compare(operator, one, threshold))
    return met.every(Boolean) ? 'met' : met.some(Boolean) ? 'open' : 'not-met'
  })
  const written = new WeakMap<Expanded, Outcome>()
  const outcome = (condition: Expanded): Outcome => {
    if ('all' in condition) return joined(condition.all, 'not-met', 'met')
    if ('any' in condition) return joined(condition.any, 'met', 'not-met')
    const found = written.get(condition) ?? leaf(JSON.stringify(condition))
    written.set(condition, found)
    return found
  }
  const joined = (members: readonly Expanded[], decisive: Outcome, otherwise: Outcome): Outcome => {
    let result = otherwise
    for (const member of members) {
      const one = outcome(member)
      if (one === decisive) return decisive
      if (one === 'open') result = 'open'
    }
    return result
  }
  return outcome
}
