import { type DaySpan, parseDay, parseMonth } from '../calendar/day'
import type { Issue } from '../issue/issue'
import type { Locale } from './fact'
import { snapshotIssue } from './snapshot-issue'

/** A report of illness, ISO days. Open while it has no `recoveredOn`, the first day fit again. */
export interface GivenSpell {
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
export function checkSpells(spells: readonly GivenSpell[], asOf: string | undefined, locale: Locale): Issue[] {
  return [
    ...spells.flatMap((spell) => checkSpell(spell, asOf, locale)),
    ...checkOrder(byDay(spells.filter(endsInTime)), asOf, locale),
  ]
}

/** The end of a spell as text that sorts: its first day fit again, or later than any day. Of a month its last day. */
export function endOf({ recoveredOn }: GivenSpell): string {
  return recoveredOn === undefined ? STILL_OPEN : latest(recoveredOn)
}

/** The first day that a month, `YYYY-MM`, can stand for, as text that sorts; a day is itself. */
export const earliest = (day: string): string => (day.length === 7 ? `${day}-01` : day)

/** The last one. */
export const latest = (day: string): string => (day.length === 7 ? `${day}-31` : day)

/** Whether a spell ends on or after its first day. One that does not is reported as such, and compared with nothing. */
export function endsInTime(spell: GivenSpell): boolean {
  return endOf(spell) >= earliest(spell.firstDay)
}

/** From the first to the last; of those that start on one day, the shortest first. */
export function byDay(spells: readonly GivenSpell[]): readonly GivenSpell[] {
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
