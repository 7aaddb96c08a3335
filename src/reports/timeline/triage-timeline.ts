import { memo } from '../../core/cache'
import { type Day, formatDay, parseDay } from '../../core/calendar/day'
import { adviseCase } from '../../core/create-triage'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import type { TriageOptions } from '../../core/options'
import { openSnapshot, settingsFor } from '../../core/triage'
import { compareAdvice } from './compare-advice'
import type { Timeline, TimelineDay } from './timeline'
import { turningDays } from './turning-days'

/** The statutory waiting period (WVP-13). */
const LONGEST_WEEKS = 104

export interface TimelineOptions extends TriageOptions {
  /** `YYYY-MM-DD`, at most 104 weeks after the snapshot's `asOf`, which is also the default. */
  readonly until?: string
}

/**
 * The days on which the advice changes if nothing else does, and what changes on each: a planned recommendation
 * becomes due, a window closes, a deadline passes. Equal to asking `triage` on every single day.
 *
 * @throws TriageError for a snapshot or an option that is wrong, or an `until` that is out of reach.
 */
export function triageTimeline(snapshot: unknown, options: TimelineOptions = {}): Timeline {
  const { until: last, ...rest } = options
  const settings = settingsFor(snapshot, rest)
  const opened = openSnapshot(snapshot, settings)
  const adviceOn = memo((day: Day) => adviseCase({ ...opened, asOf: day }, settings))
  const advice = adviceOn(opened.asOf)
  const until = untilDay(last, opened.asOf)
  const days = turningDays(opened, until, settings).flatMap((day): TimelineDay[] => {
    const after = adviceOn(day)
    const changes = compareAdvice(adviceOn(day - 1), after)
    return changes.length > 0 ? [{ on: after.asOf, status: after.status, changes }] : []
  })
  return { asOf: advice.asOf, until: formatDay(until), days }
}

function untilDay(text: unknown, first: Day): Day {
  const most = first + 7 * LONGEST_WEEKS
  if (text === undefined) return most
  const day = typeof text === 'string' ? parseDay(text) : undefined
  if (day === undefined) throw refuse('invalid-date', 'give until as a day of the calendar, YYYY-MM-DD')
  if (day < first || day > most)
    throw refuse('out-of-range', `give an until from ${formatDay(first)} to ${formatDay(most)}`)
  return day
}

const refuse = (code: Issue['code'], message: string): TriageError =>
  new TriageError([{ code, path: ['options', 'until'], message }])
