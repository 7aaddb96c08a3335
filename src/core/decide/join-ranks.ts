import { type Diagram, type Early, earlyBetween, type Forest, isKnown } from '../diagram/diagram'
import { moreUrgent } from '../time/window'

/** The window of a service or of a reason as a rank among those of its service, 0 the most urgent; null where there is none. */
export type RankDiagram = Diagram<number | null>

/** The more urgent of two. */
export const moreUrgentOf = (one: RankDiagram, other: RankDiagram, forest: Forest): RankDiagram =>
  forest.combine(one, other, moreUrgent, moreUrgentEarly)

/** Nothing is more urgent than the first window, nor less urgent than none. */
const moreUrgentEarly = earlyBetween<number | null>(0, null)

/** A rank where something speaks, else none. */
export const whileSpoken = (speaks: Diagram<boolean>, rank: RankDiagram, forest: Forest): RankDiagram =>
  forest.combine(speaks, rank, rankWhile, rankWhileEarly)

const rankWhile = (speaks: boolean, rank: number | null): number | null => (speaks ? rank : null)

const rankWhileEarly: Early<boolean, number | null, number | null> = (speaks, rank, known) => {
  if (speaks.kind === 'known') return speaks.value ? rank : known(null)
  return isKnown(rank, null) ? rank : undefined
}
