import type { AnyDiagram, Diagram } from '../../facts/diagram'
import type { Followers } from './sources'

/** What follows on a day from what one fact says. */
export interface Followed {
  readonly windows: readonly Diagram<number | null>[]
  /** Of the facts that follow from it, by their places. */
  readonly rows: readonly number[]
}

/** What is kept for one fact and one day: more than any caseload has, and a bound for what is made to break it. */
const MOST_KEPT = 4_096

/** By the facts of the blank case of a day, with which they are forgotten. */
const kept = new WeakMap<object, Map<Followers, Map<number, Followed>>>()

/** Works out once for a day what follows from what a fact says. Diagrams of one forest go by their ids. */
export function followed(blank: object, leader: Followers, says: AnyDiagram, workOut: () => Followed): Followed {
  const ofDay = kept.get(blank) ?? new Map<Followers, Map<number, Followed>>()
  if (ofDay.size === 0) kept.set(blank, ofDay)
  const ofLeader = ofDay.get(leader) ?? new Map<number, Followed>()
  const found = ofLeader.get(says.id)
  if (found) return found
  if (ofLeader.size >= MOST_KEPT) ofLeader.clear()
  const follows = workOut()
  ofDay.set(leader, ofLeader.set(says.id, follows))
  return follows
}
