import type { Issue } from '../issue/issue'
import { byDay, earliest, endsInTime, type GivenSpell, latest } from './check-spells'
import type { Locale } from './fact'
import { snapshotIssue } from './snapshot-issue'

/** Maternity leave, ISO days; `until` is its last day. */
export interface GivenLeave {
  /** In the input. */
  readonly index: number
  readonly from: string
  readonly until: string
}

/**
 * What no schema can see in the leaves, given in any order: each ends on or after its first day, no two share a day,
 * and none shares a day with a spell. A leave may lie in the future.
 * `asOf` is undefined where the input has no good one.
 */
export function checkLeaves(
  leaves: readonly GivenLeave[],
  spells: readonly GivenSpell[],
  asOf: string | undefined,
  locale: Locale,
): Issue[] {
  const good = leaves.filter(({ from, until }) => until >= from).sort(byFirstDay)
  return [
    ...leaves.filter(({ from, until }) => until < from).map((leave) => endsTooSoon(leave, locale)),
    ...checkOrder(good, locale),
    ...checkAgainstSpells(good, byDay(spells.filter(endsInTime)), asOf, locale),
  ]
}

function endsTooSoon(leave: GivenLeave, locale: Locale): Issue {
  const expected = locale === 'nl' ? `${leave.from} of later` : `${leave.from} or later`
  const path = ['absence', 'leaves', leave.index, 'until']
  return snapshotIssue('leave-ends-before-start', path, locale, { received: `"${leave.until}"`, expected })
}

function checkOrder(leaves: readonly GivenLeave[], locale: Locale): Issue[] {
  let last: GivenLeave | undefined
  return leaves.flatMap((leave) => {
    const before = last
    if (!before || leave.until > before.until) last = leave
    if (!before || leave.from > before.until) return []
    return [snapshotIssue('leaves-overlap', ['absence', 'leaves', leave.index], locale, { other: before.index })]
  })
}

/** One issue a leave: the first spell that it shares a day with. Both lists are in order of their first days. */
function checkAgainstSpells(
  leaves: readonly GivenLeave[],
  spells: readonly GivenSpell[],
  asOf: string | undefined,
  locale: Locale,
): Issue[] {
  let current = 0
  return leaves.flatMap((leave) => {
    // A spell that is over before this leave is over before the next one too.
    while (isOverBefore(leave, spells[current], asOf)) current += 1
    const spell = spells[current]
    // A new report on the last day of leave is let through: both are in use as the day on which one follows the other.
    if (!spell || leave.until <= latest(spell.firstDay)) return []
    return [snapshotIssue('leave-overlaps-spell', ['absence', 'leaves', leave.index], locale, { other: spell.index })]
  })
}

/** An open spell runs to `asOf`: leave that is still to come does not lie in it. A spell without a day is always over. */
function isOverBefore(leave: GivenLeave, spell: GivenSpell | undefined, asOf: string | undefined): boolean {
  if (!spell) return false
  if (spell.recoveredOn === undefined) return asOf === undefined || asOf < leave.from
  return earliest(spell.recoveredOn) <= leave.from || spell.recoveredOn === spell.firstDay
}

function byFirstDay(a: GivenLeave, b: GivenLeave): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  if (a.until !== b.until) return a.until < b.until ? -1 : 1
  return a.index - b.index
}
