import type { Day } from '../calendar/day'
import type { Case, Leave } from './case'

/**
 * The leave that somebody is on; undefined for somebody who is not, or who reported ill on its last day. Only leave that
 * was entered is known.
 */
export function leaveNow({ asOf, leaves, spells }: Case): Leave | undefined {
  const ill = spells !== undefined && spells.length > 0 && spells.at(-1)?.recoveredOn === undefined
  return ill ? undefined : leaves?.find(({ from, until }) => from <= asOf && asOf <= until)
}

/** Leave that was entered and is still to come, in order of time. */
export function leavesAhead({ asOf, leaves }: Case): readonly Leave[] {
  return leaves?.filter(({ from }) => from > asOf) ?? []
}

/**
 * Where a day moves to when the days of these leaves are not counted (BW 7:629(4), WIA 23(5), ZW 38(1)). What would
 * fall on the first day of a leave falls on the first day after it.
 */
export const afterLeaves = (day: Day, leaves: readonly Pick<Leave, 'from' | 'until'>[]): Day =>
  leaves.reduce((at, { from, until }) => (at >= from ? at + until - from + 1 : at), day)
