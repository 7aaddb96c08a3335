import type { Advice } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'

/** The statutory waiting period (WVP-13). */
const USUAL_WEEKS = 104
/** Twice that: wide enough for any case, narrow enough to read. */
const MOST_WEEKS = 208
/** How much longer the axis becomes while today lies past its end. */
const STEP_WEEKS = 26

/** The days of the picture and where they stand. */
export interface Axis {
  readonly first: Day
  /** The day after the last week. */
  readonly last: Day
  readonly today: Day
  /** Whether weeks are counted from the first day of illness, or else from today. */
  readonly ofAbsence: boolean
  /** In pixels: where `first` and `last` stand. */
  readonly left: number
  readonly right: number
}

/** From the effective first day, or from `asOf` where there is no calendar, over 104 weeks or up to `until`. */
export function axisOf(advice: Advice, until: Day | undefined, left: number, right: number): Axis {
  const today = dayIn(advice.asOf)
  const first = advice.calendar ? dayIn(advice.calendar.effectiveFirstDay) : today
  return { first, last: lastDay(first, today, until), today, ofAbsence: advice.calendar !== null, left, right }
}

/** Where a day stands, in pixels; a day outside the axis stands at its end. */
export function placeOf(day: Day, { first, last, left, right }: Axis): number {
  const share = (day - first) / (last - first)
  return left + Math.min(Math.max(share, 0), 1) * (right - left)
}

/** What a case manager plans ahead. */
const NEAR_WEEKS = 13

/** The next thirteen weeks, from a week before today. */
export const nearAxis = (far: Axis): Axis => ({
  ...far,
  first: far.today - 7,
  last: far.today + 7 * NEAR_WEEKS,
  ofAbsence: false,
})

/** A day of the advice, as a number. Throws a TriageError where an advice of another origin holds something else. */
export function dayIn(text: string): Day {
  const day = typeof text === 'string' ? parseDay(text) : undefined
  if (day === undefined)
    throw refuse('invalid-date', ['advice'], 'give an advice as triage returns it: a day is not YYYY-MM-DD')
  return day
}

function lastDay(first: Day, today: Day, until: Day | undefined): Day {
  const most = first + 7 * MOST_WEEKS
  if (until !== undefined) {
    if (until < first + 7 || until > most)
      throw refuse(
        'out-of-range',
        ['options', 'until'],
        `give an until from 1 to ${MOST_WEEKS} weeks after the first day`,
      )
    return until
  }
  const usual = first + 7 * USUAL_WEEKS
  const steps = Math.max(0, Math.ceil((today - usual) / (7 * STEP_WEEKS)))
  return Math.min(usual + 7 * STEP_WEEKS * steps, most)
}

const refuse = (code: Issue['code'], path: Issue['path'], message: string): TriageError =>
  new TriageError([{ code, path, message }])
