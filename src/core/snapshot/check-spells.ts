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
    ...checkOrder(byDay(spells.filter(endsInTime)), locale),
  ]
}

/** The end of a spell as text that sorts: its first day fit again, or later than any day. */
export function endOf({ recoveredOn }: GivenSpell): string {
  return recoveredOn ?? STILL_OPEN
}

/** Whether a spell ends on or after its first day. One that does not is reported as such, and compared with nothing. */
export function endsInTime(spell: GivenSpell): boolean {
  return endOf(spell) >= spell.firstDay
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

/** Two spells may touch: the day of recovery is a day fit. Each spell is held against the one before it that ends last. */
function checkOrder(spells: readonly GivenSpell[], locale: Locale): Issue[] {
  let last: GivenSpell | undefined
  return spells.flatMap((spell) => {
    const before = last
    if (!before || endOf(spell) > endOf(before)) last = spell
    if (!before || spell.firstDay >= endOf(before)) return []
    const bothOpen = before.recoveredOn === undefined && spell.recoveredOn === undefined
    const code = bothOpen ? 'two-open-spells' : 'spells-overlap'
    return [snapshotIssue(code, pathOf(spell), locale, { other: before.index })]
  })
}

function pathOf(spell: GivenSpell, ...key: string[]): (string | number)[] {
  return ['absence', 'spells', spell.index, ...key]
}
