import type { Facts } from '../facts/derive-facts'
import { type Diagram, isKnown } from '../facts/diagram'
import { memo } from '../facts/memo'
import type { Policy } from '../policy/policy'
import { type Expanded, thresholdOf } from '../rule-set/rule-set'
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
    if ('all' in condition) return forest.all(condition.all.map(diagram))
    if ('any' in condition) return forest.any(condition.any.map(diagram))
    const threshold = thresholdOf(condition, policy)
    if (condition.operator === 'contains') return facts.item(condition.fact, String(threshold))
    if (condition.operator === 'doesNotContain') return forest.not(facts.item(condition.fact, String(threshold)))
    return forest.map(facts.fact(condition.fact), (value) => compare(condition.operator, value, threshold))
  })
  return diagram
}

/** Met in every completion, in none, or in some. */
export const outcomeOf = (diagram: Diagram<boolean>): Outcome =>
  isKnown(diagram, true) ? 'met' : isKnown(diagram, false) ? 'not-met' : 'open'
