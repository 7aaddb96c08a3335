import { type DaySpan, parseDay, parseMonth } from '../calendar/day'
import type { Issue } from '../issue/issue'
import type * as z from '../zod'
import { day, type Locale } from './fact'
import { QUIETLY } from './parse-options'
import { snapshotIssue } from './snapshot-issue'
import { absence } from './vocabulary/absence'

const spell = absence.shape.spells.unwrap().options[0].element
const leave = absence.shape.leaves.unwrap().options[0].element

/**
 * The cross-checks over spells and leaves. They look at every spell and leave that is right by itself, also where the
 * rest of the input is not, so that all issues are told at once.
 */
export function checkAbsence(input: unknown, locale: Locale): Issue[] {
  const asOf = day.safeParse(partOf(input, 'asOf'), QUIETLY).data
  const spells: readonly GivenSpell[] = rightItems(partOf(partOf(input, 'absence'), 'spells'), spell)
  const leaves: readonly GivenLeave[] = rightItems(partOf(partOf(input, 'absence'), 'leaves'), leave)
  return [...checkSpells(spells, asOf, locale), ...checkLeaves(leaves, spells, asOf, locale)]
}

function rightItems<Item extends object>(
  list: unknown,
  schema: z.ZodType<Item>,
): (Item & { readonly index: number })[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) => {
    const parsed = schema.safeParse(item, QUIETLY)
    return parsed.success ? [{ ...parsed.data, index }] : []
  })
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

/** Maternity leave, ISO days; `until` is its last day. */
interface GivenLeave {
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
function checkLeaves(
  leaves: readonly GivenLeave[],
  spells: readonly GivenSpell[],
  asOf: string | undefined,
  locale: Locale,
): Issue[] {
  const good = leaves.filter(({ from, until }) => until >= from).sort(byFirstDay)
  return [
    ...leaves.filter(({ from, until }) => until < from).map((leave) => endsTooSoon(leave, locale)),
    ...checkLeaveOrder(good, locale),
    ...checkAgainstSpells(good, byDay(spells.filter(endsInTime)), asOf, locale),
  ]
}

function endsTooSoon(leave: GivenLeave, locale: Locale): Issue {
  const expected = locale === 'nl' ? `${leave.from} of later` : `${leave.from} or later`
  const path = ['absence', 'leaves', leave.index, 'until']
  return snapshotIssue('leave-ends-before-start', path, locale, { received: `"${leave.until}"`, expected })
}

function checkLeaveOrder(leaves: readonly GivenLeave[], locale: Locale): Issue[] {
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

/** A report of illness, ISO days. Open while it has no `recoveredOn`, the first day fit again. */
interface GivenSpell {
  /** In the input. */
  readonly index: number
  readonly firstDay: string
  readonly recoveredOn?: string | undefined
}

/** Sorts after every ISO day. */
const STILL_OPEN = '~'

/**
 * What no schema can see in the reports of illness, given in any order: each ends on or after the day it starts
 * (the same day is a report withdrawn), none lies after `asOf`, no two share a day, at most one is open.
 * `asOf` is undefined where the input has no good one.
 */
function checkSpells(spells: readonly GivenSpell[], asOf: string | undefined, locale: Locale): Issue[] {
  return [
    ...spells.flatMap((spell) => checkSpell(spell, asOf, locale)),
    ...checkOrder(byDay(spells.filter(endsInTime)), asOf, locale),
  ]
}

/** The end of a spell as text that sorts: its first day fit again, or later than any day. Of a month its last day. */
function endOf({ recoveredOn }: GivenSpell): string {
  return recoveredOn === undefined ? STILL_OPEN : latest(recoveredOn)
}

/** The first day that a month, `YYYY-MM`, can stand for, as text that sorts; a day is itself. */
const earliest = (day: string): string => (day.length === 7 ? `${day}-01` : day)

/** The last one. */
const latest = (day: string): string => (day.length === 7 ? `${day}-31` : day)

/** Whether a spell ends on or after its first day. One that does not is reported as such, and compared with nothing. */
function endsInTime(spell: GivenSpell): boolean {
  return endOf(spell) >= earliest(spell.firstDay)
}

/** From the first to the last; of those that start on one day, the shortest first. */
function byDay(spells: readonly GivenSpell[]): readonly GivenSpell[] {
  return [...spells].sort((a, b) => {
    if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1
    if (endOf(a) !== endOf(b)) return endOf(a) < endOf(b) ? -1 : 1
    return a.index - b.index
  })
}

function checkSpell(spell: GivenSpell, asOf: string | undefined, locale: Locale): Issue[] {
  const late = (['firstDay', 'recoveredOn'] as const).flatMap((key) => {
    const day = spell[key]
    if (day === undefined || asOf === undefined || day <= asOf) return []
    const expected = locale === 'nl' ? `een dag tot en met ${asOf}` : `a day up to and including ${asOf}`
    return [snapshotIssue('date-after-as-of', pathOf(spell, key), locale, { received: `"${day}"`, expected })]
  })
  if (endsInTime(spell)) return late
  const expected = locale === 'nl' ? `${spell.firstDay} of later` : `${spell.firstDay} or later`
  const parts = { received: `"${spell.recoveredOn}"`, expected }
  return [...late, snapshotIssue('spell-ends-before-start', pathOf(spell, 'recoveredOn'), locale, parts)]
}

/**
 * Two spells may touch: the day of recovery is a day fit. Each spell is held against the one before it that ends last; of
 * days that are known to the month, each is taken as early as those before it leave it.
 */
function checkOrder(spells: readonly GivenSpell[], asOf: string | undefined, locale: Locale): Issue[] {
  let last: GivenSpell | undefined
  let end = Number.NEGATIVE_INFINITY
  return spells.flatMap((spell) => {
    const before = last
    const free = end
    const first = spanOf(spell.firstDay, asOf)
    const recovered = spell.recoveredOn === undefined ? undefined : spanOf(spell.recoveredOn, asOf)
    const from = Math.max(first.from, Math.min(free, first.to))
    const least = spell.recoveredOn === spell.firstDay && first.from === first.to ? from : from + 1
    const until = recovered ? Math.max(recovered.from, least) : Number.POSITIVE_INFINITY
    if (!before || until > end) {
      last = spell
      end = until
    }
    if (recovered && until > recovered.to) {
      const expected = locale === 'nl' ? `een dag na ${spell.firstDay}` : `a day after ${spell.firstDay}`
      const parts = { received: `"${spell.recoveredOn}"`, expected }
      return [snapshotIssue('spell-ends-before-start', pathOf(spell, 'recoveredOn'), locale, parts)]
    }
    if (!before || first.to >= free) return []
    const bothOpen = before.recoveredOn === undefined && spell.recoveredOn === undefined
    const code = bothOpen ? 'two-open-spells' : 'spells-overlap'
    return [snapshotIssue(code, pathOf(spell), locale, { other: before.index })]
  })
}

/** The days that a day or a month can stand for; of a month those that have come. */
function spanOf(text: string, asOf: string | undefined): DaySpan {
  const month = parseMonth(text)
  const day = parseDay(text) ?? Number.NaN
  if (!month) return { from: day, to: day }
  return { from: month.from, to: Math.min(month.to, parseDay(asOf ?? '') ?? month.to) }
}

function pathOf(spell: GivenSpell, ...key: string[]): (string | number)[] {
  return ['absence', 'spells', spell.index, ...key]
}
