import type { Judgement } from '../../core/evaluate/settle'
import type { Part } from './condition-part'

/** What is known of a condition by its comparisons alone, in strong Kleene logic: undefined while it is open. */
export type Truth = (part: Part) => boolean | undefined

/** The truth of the conditions of one case, each worked out once. */
export function truthIn({ holds }: Judgement): Truth {
  /** By place; null for open. */
  const known: (boolean | null | undefined)[] = []
  const truth = (part: Part): boolean | undefined => {
    const found = known[part.place]
    if (found !== undefined) return found ?? undefined
    const result = part.kind === 'comparison' ? compared(part) : decided(part.members, part.kind === 'any')
    known[part.place] = result ?? null
    return result
  }
  const compared = ({ condition }: Extract<Part, { kind: 'comparison' }>): boolean | undefined => {
    const diagram = holds(condition)
    return diagram.kind === 'known' ? diagram.value : undefined
  }
  const decided = (members: readonly Part[], decisive: boolean): boolean | undefined => {
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
