import type { Day } from '../calendar/day'
import { type Duration, subtractDuration } from '../calendar/duration'
import type { Case } from './case'

/** How many reports of illness started in a window: at least and at most. Equal when every report is told apart. */
export interface ReportCount {
  readonly least: number
  readonly most: number
}

/**
 * Reports that started in the window before `asOf`, its first day included, counted as reports and not as merged
 * cases. Pregnancy-related reports do not count (FV-02, FV-08). Undefined when the spells are unanswered.
 */
export function countReports(opened: Case, window: Duration): ReportCount | undefined {
  return countReportsSince(opened, subtractDuration(opened.asOf, window))
}

/** The same from the first day of the window on. */
export function countReportsSince(opened: Case, since: Day): ReportCount | undefined {
  if (!opened.spells) return undefined
  let least = 0
  let most = 0
  for (const { firstDay, notCounted } of opened.spells) {
    if (firstDay < since || notCounted === true) continue
    most += 1
    if (notCounted === false) least += 1
  }
  return { least, most }
}
