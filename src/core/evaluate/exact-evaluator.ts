import { type Diagram, isKnown, type Value } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import { memo } from '../memo'
import type { Leaf } from '../rules/document'
import { perPolicy } from '../rules/per-policy'
import type { Policy } from '../rules/policy'
import { type Expanded, thresholdOf } from '../rules/rule-set'
import { compare } from './compare'
import type { Outcome } from './outcome'

/**
 * The conditions of one case as diagrams over its unanswered facts, each worked out once: true in the completions of
 * the snapshot in which the condition is met.
 * Where Kleene logic says open because it looks at each comparison alone (x > 3 and x < 2), this is exact.
 */
export function conditionDiagrams(facts: Facts, policy: Policy): (condition: Expanded) => Diagram<boolean> {
  const { forest } = facts
  const diagram = memo((condition: Expanded): Diagram<boolean> => {
    if ('all' in condition) return forest.all(each(condition.all))
    if ('any' in condition) return forest.any(each(condition.any))
    const { fact, operator } = condition
    if (operator === 'contains') return facts.item(fact, String(thresholdOf(condition, policy)))
    if (operator === 'doesNotContain') return forest.not(facts.item(fact, String(thresholdOf(condition, policy))))
    return forest.map(facts.fact(fact), comparison(condition, policy))
  })
  /** One by one: what decides a group ends it. */
  function* each(members: readonly Expanded[]): Generator<Diagram<boolean>> {
    for (const member of members) yield diagram(member)
  }
  return diagram
}

/** One function for each comparison, so that a forest finds what it gave before. */
const comparison = perPolicy((leaf: Leaf, policy: Policy) => {
  const threshold = thresholdOf(leaf, policy)
  return (value: Value): boolean => compare(leaf.operator, value, threshold)
})

/** Met in every completion, in none, or in some. */
export const outcomeOf = (diagram: Diagram<boolean>): Outcome =>
  isKnown(diagram, true) ? 'met' : isKnown(diagram, false) ? 'not-met' : 'open'
