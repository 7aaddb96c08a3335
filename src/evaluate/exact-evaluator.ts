import type { Facts } from '../facts/derive-facts'
import { type Diagram, isKnown } from '../facts/diagram'
import type { Policy } from '../policy/policy'
import { type Expanded, thresholdOf } from '../rule-set/rule-set'
import { compare } from './compare'
import type { Outcome } from './outcome'

/**
 * A condition as a diagram over the unanswered facts: true in the completions of the snapshot in which it is met.
 * Where Kleene logic says open because it looks at each comparison alone (x > 3 and x < 2), this is exact.
 */
export function conditionDiagram(condition: Expanded, facts: Facts, policy: Policy): Diagram<boolean> {
  const { forest } = facts
  if ('all' in condition) return forest.all(condition.all.map((member) => conditionDiagram(member, facts, policy)))
  if ('any' in condition) return forest.any(condition.any.map((member) => conditionDiagram(member, facts, policy)))
  const threshold = thresholdOf(condition, policy)
  return forest.map(facts.fact(condition.fact), (value) => compare(condition.operator, value, threshold))
}

/** Met in every completion, in none, or in some. */
export const outcomeOf = (diagram: Diagram<boolean>): Outcome =>
  isKnown(diagram, true) ? 'met' : isKnown(diagram, false) ? 'not-met' : 'open'
