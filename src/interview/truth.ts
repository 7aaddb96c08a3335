import type { Judgement } from '../evaluate/judgement'
import { memo } from '../facts/memo'
import type { Expanded } from '../rule-set/rule-set'

/** What is known of a condition by its comparisons alone, in strong Kleene logic: undefined while it is open. */
export type Truth = (condition: Expanded) => boolean | undefined

/** The truth of the conditions of one case, each worked out once. */
export function truthIn({ holds }: Judgement): Truth {
  const truth: Truth = memo((condition: Expanded): boolean | undefined => {
    if ('all' in condition) return decided(condition.all, false)
    if ('any' in condition) return decided(condition.any, true)
    const diagram = holds(condition)
    return diagram.kind === 'known' ? diagram.value : undefined
  })
  const decided = (members: readonly Expanded[], decisive: boolean): boolean | undefined => {
    let result: boolean | undefined = !decisive
    for (const member of members) {
      const one = truth(member)
      if (one === decisive) return decisive
      if (one === undefined) result = undefined
    }
    return result
  }
  return truth
}
