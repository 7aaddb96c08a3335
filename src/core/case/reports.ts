import type { Day } from '../calendar/day'
import { type Duration, subtractDuration } from '../calendar/duration'
import type { Case } from './case'
import { spellsKnownFrom } from './effective-first-day'

/** How many reports of illness started in a window: at least and at most. Equal when every report is told apart. */
export interface ReportCount {
  readonly least: number
  /** Infinite where reports in the window may not be listed (absence.spellsFrom). */
  readonly most: number
  /** The facts that decide where they differ. */
  readonly dependsOn: readonly string[]
}

/**
 * Reports that started in the window before `asOf`, its first day included, counted as reports and not as merged
 * cases. Those that are marked as not counted do not count (FV-02, FV-08). Undefined when the spells are unanswered.
 */
export function countReports(opened: Case, window: Duration): ReportCount | undefined {
  return countReportsSince(opened, subtractDuration(opened.asOf, window))
}

/** The same from the first day of the window on. */
export function countReportsSince(opened: Case, since: Day): ReportCount | undefined {
  if (!opened.spells) return undefined
  const knownFrom = spellsKnownFrom(opened)
  const incomplete = knownFrom !== undefined && since < knownFrom
  let [least, most] = [0, incomplete ? Number.POSITIVE_INFINITY : 0]
  const dependsOn = new Set<string>(incomplete ? ['absence.spellsFrom'] : [])
  for (const { firstDay, atLatest, notCounted } of opened.spells) {
    if ((atLatest?.firstDay ?? firstDay) < since || notCounted === true) continue
    most += 1
    if (firstDay < since) dependsOn.add('absence.spells')
    if (notCounted === undefined) dependsOn.add('absence.spells.notCounted')
    if (firstDay >= since && notCounted === false) least += 1
  }
  return { least, most, dependsOn: [...dependsOn] }
}
