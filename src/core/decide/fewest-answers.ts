import { type Diagram, type Diagrams, isKnown, NodeBudgetEnded, sizeOf } from '../diagram/diagram'

/** Above so many nodes the number is that of one way, which may not be the shortest. */
const MOST_NODES = 400

/**
 * The smallest number of open answers that make something certain: the size of the shortest prime implicant of a diagram
 * that is neither always nor never true. A way through the diagram can ask for answers that do not matter; leaving an
 * answer open means that all its branches must be true.
 */
export function fewestAnswers(diagram: Diagram<boolean>, diagrams: Diagrams): number {
  const leaveOpen = sizeOf(diagram) <= MOST_NODES
  const known = new Map<number, number>()
  const fewest = (at: Diagram<boolean>): number => {
    if (at.kind === 'known') return at.value ? 0 : Number.POSITIVE_INFINITY
    const found = known.get(at.id)
    if (found !== undefined) return found
    let least = 1 + Math.min(...at.branches.map(fewest))
    if (leaveOpen && least > 1) least = Math.min(least, fewestOf(all(at.branches)))
    known.set(at.id, least)
    return least
  }
  const fewestOf = (at: Diagram<boolean> | undefined): number =>
    at === undefined || isKnown(at, false) ? Number.POSITIVE_INFINITY : fewest(at)
  /** Undefined where the node budget ended: then the shortest way counts. */
  const all = (branches: readonly Diagram<boolean>[]): Diagram<boolean> | undefined => {
    try {
      return diagrams.all(branches)
    } catch (error) {
      if (error instanceof NodeBudgetEnded) return undefined
      throw error
    }
  }
  return fewest(diagram)
}
