import type { Leaf } from '../../rules/document'
import type { Expanded } from '../../rules/rule-set'

/** A condition with more clauses than this would be no faster for them; no rule that anyone would write comes near. */
const MOST_CLAUSES = 256

/** Comparisons of which one must be met. */
export type Clause = readonly Leaf[]

/**
 * A condition as clauses that must all be met. Strong Kleene logic is min and max over three values, which distribute
 * over each other: the clauses are met, open or not met exactly as the condition is. There is no `not`.
 * Undefined where they would be too many.
 */
export function clausesOf(condition: Expanded): readonly Clause[] | undefined {
  if ('all' in condition) return together(condition.all.map(clausesOf))
  if (!('any' in condition)) return [[condition]]
  let clauses: readonly Clause[] = [[]]
  for (const member of condition.any.map(clausesOf)) {
    if (!member || clauses.length * member.length > MOST_CLAUSES) return undefined
    clauses = clauses.flatMap((left) => member.map((right) => [...left, ...right]))
  }
  return clauses
}

function together(members: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  const clauses: Clause[] = []
  for (const member of members) {
    if (!member || clauses.length + member.length > MOST_CLAUSES) return undefined
    clauses.push(...member)
  }
  return clauses
}
