import { type Day, formatDay, parseDuration, subtractDuration } from '../../core/calendar/day'
import { openCase } from '../../core/case/case'
import { countReports, effectiveFirstDay } from '../../core/case/effective-first-day'
import { type GivenSpell, layoutsOf } from './spell-layouts'

/** What the spells of a case must come to, under each way of counting that some rule set uses. */
export interface WantedAbsence {
  readonly asOf: Day
  /** `by`: a gap of fewer days merges two spells. `value`: null when not absent. */
  readonly firstDays: readonly { readonly by: number; readonly value: Day | null }[]
  /** `by`: the length of time over which reports are counted. */
  readonly reports: readonly { readonly by: string; readonly value: number }[]
  /** How many long spells there are in the last two years, at least. */
  readonly longSpells: number
}

/** Longer than any rule calls long, and so far back that they are no report of the last year; still within two. */
const [LONG, FIRST_OF_THEM, APART] = [60, 720, 100]
const WITHIN = 730

/** Long spells of some time ago, as many as are asked for besides those that a layout has. */
function withLongSpells(layout: readonly GivenSpell[], asOf: Day, wanted: number): readonly GivenSpell[] {
  const isLong = ({ firstDay, recoveredOn, counts }: GivenSpell): boolean =>
    counts && firstDay >= asOf - WITHIN && (recoveredOn ?? asOf) - firstDay >= LONG
  const more = Math.max(0, wanted - layout.filter(isLong).length)
  const added = Array.from({ length: more }, (_, index): GivenSpell => {
    const firstDay = asOf - FIRST_OF_THEM + index * APART
    return { firstDay, recoveredOn: firstDay + LONG, counts: true }
  })
  return [...added, ...layout]
}

export interface Absence {
  readonly spells: readonly {
    readonly firstDay: string
    readonly recoveredOn?: string
    readonly notCounted?: boolean
  }[]
  readonly leaves?: readonly never[]
}

/**
 * Spells of illness that come to what is wanted. Each way of laying them out is counted with the library's own
 * functions, and the first that fits is given; undefined when none does.
 */
export function realiseAbsence(wanted: WantedAbsence): Absence | undefined {
  const windows = wanted.reports
    .map(({ by, value }) => ({ since: subtractDuration(wanted.asOf, parseDuration(by) ?? NO_TIME), value }))
    .sort((a, b) => b.since - a.since)
  const firstDays = [...wanted.firstDays].sort((a, b) => a.by - b.by)
  for (const layout of layoutsOf(wanted.asOf, firstDays, windows)) {
    // Whether a long gap was leave decides the first day: it is answered only where it matters.
    for (const leaves of [undefined, [] as const]) {
      const absence = {
        spells: withLongSpells(layout, wanted.asOf, wanted.longSpells).map(written),
        ...(leaves && { leaves }),
      }
      if (fits(absence, wanted)) return absence
    }
  }
  return undefined
}

const NO_TIME = { months: 0, days: 0 }

const written = ({ firstDay, recoveredOn, counts }: GivenSpell): Absence['spells'][number] => ({
  firstDay: formatDay(firstDay),
  ...(recoveredOn !== undefined && { recoveredOn: formatDay(recoveredOn) }),
  ...(!counts && { notCounted: true }),
})

function fits(absence: Absence, { asOf, firstDays, reports }: WantedAbsence): boolean {
  const { spells } = absence
  if (spells.some(({ firstDay, recoveredOn }) => (recoveredOn ?? firstDay) > formatDay(asOf))) return false
  if (spells.some(({ firstDay }, at) => at > 0 && firstDay <= (spells[at - 1]?.recoveredOn ?? ''))) return false
  const opened = openCase({
    asOf: formatDay(asOf),
    absence: { spells: [...spells], ...(absence.leaves && { leaves: [] }) },
  })
  const found = firstDays.map(({ by }) =>
    effectiveFirstDay(opened, { mergeWithin: by, mostGapDays: 0, leaveBreaksGap: true }),
  )
  return (
    found.every((first, index) => {
      const { value } = firstDays[index] as { readonly value: Day | null }
      return first === null ? value === null : first?.days.length === 1 && first.days[0] === value
    }) &&
    reports.every(({ by, value }) => {
      const count = countReports(opened, parseDuration(by) ?? NO_TIME)
      return count?.least === value && count.most === value
    })
  )
}
