import { type Diagram, type Early, type Forest, isKnown } from '../facts/diagram'
import { moreUrgent } from '../schedule/window'

/** The window of a service or of a reason as a rank among those of its service, 0 the most urgent; null where there is none. */
export type RankDiagram = Diagram<number | null>

/** The more urgent of two. */
export const moreUrgentOf = (one: RankDiagram, other: RankDiagram, forest: Forest): RankDiagram =>
  forest.combine(one, other, moreUrgent, moreUrgentEarly)

/** Nothing is less urgent than no window, nor more urgent than the first. */
const moreUrgentEarly: Early<number | null, number | null, number | null> = (one, other) => {
  if (isKnown(one, null) || isKnown(other, 0) || one === other) return other
  return isKnown(other, null) || isKnown(one, 0) ? one : undefined
}

/** A rank where something speaks, else none. */
export const whileSpoken = (speaks: Diagram<boolean>, rank: RankDiagram, forest: Forest): RankDiagram =>
  forest.combine(speaks, rank, rankWhile, rankWhileEarly)

const rankWhile = (speaks: boolean, rank: number | null): number | null => (speaks ? rank : null)

const rankWhileEarly: Early<boolean, number | null, number | null> = (speaks, rank, known) => {
  if (speaks.kind === 'known') return speaks.value ? rank : known(null)
  return isKnown(rank, null) ? rank : undefined
}

/** A rank where a service was not delivered, else none. */
export const unlessDelivered = (delivered: Diagram<boolean>, rank: RankDiagram, forest: Forest): RankDiagram =>
  forest.combine(delivered, rank, rankUnless, rankUnlessEarly)

const rankUnless = (delivered: boolean, rank: number | null): number | null => (delivered ? null : rank)

const rankUnlessEarly: Early<boolean, number | null, number | null> = (delivered, rank, known) => {
  if (delivered.kind === 'known') return delivered.value ? known(null) : rank
  return isKnown(rank, null) ? rank : undefined
}
