import { NodeBudgetEnded } from '../../core/diagram/diagram'
import type { World } from './world'

/** Nodes and results that one question may make at first, so that those that take much do not hold up the others. */
export const AT_FIRST = 20_000

/** The same for those that are asked again. What asks most of the shipped rule set takes half of it. */
const A_QUESTION = 300_000

/** Nodes and results that one world may hold, at some hundred bytes each; past that it is made anew. */
export const A_WORLD = 2_000_000

/** What a question about every case comes to; `undecided` where it would take too much. */
export type Decided<Result> = Result | 'undecided'

export function withinBudget<Result>(
  { cases: { diagrams } }: World,
  question: () => Result,
  budget: number = A_QUESTION,
): Decided<Result> {
  diagrams.allow(budget)
  try {
    return question()
  } catch (error) {
    if (error instanceof NodeBudgetEnded) return 'undecided'
    throw error
  } finally {
    diagrams.allow(Number.POSITIVE_INFINITY)
  }
}

/** Like `memo`, and what once took too much is not tried again. */
export function memoOrEnded<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const found = new Map<Key, { readonly result: Result } | { readonly ended: NodeBudgetEnded }>()
  return (key) => {
    let known = found.get(key)
    if (known === undefined) {
      try {
        known = { result: compute(key) }
      } catch (error) {
        if (!(error instanceof NodeBudgetEnded)) throw error
        known = { ended: error }
      }
      found.set(key, known)
    }
    if ('ended' in known) throw known.ended
    return known.result
  }
}
