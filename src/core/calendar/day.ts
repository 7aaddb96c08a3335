import { DateTime, FixedOffsetZone } from 'luxon'

/** A calendar day as a whole number: days since 1970-01-01 in the Gregorian calendar. No hours, no zone. */
export type Day = number

/** The first and last day that a snapshot may name: wider than any case, narrow enough to catch a mistyped century. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

/** A day by year, month from 1, and day of the month. */
export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly date: number
}

const MILLISECONDS = 86_400_000
const UTC = { zone: FixedOffsetZone.utcInstance }
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** `YYYY-MM-DD` to a day number, or `undefined` when there is no such day (2026-02-30). */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined
  // By its parts: `fromISO` takes three times as long, and reads much that is no day.
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const found = DateTime.utc(year, month, date)
  return found.isValid ? dayIn(found) : undefined
}

/** Some day of these, the first and the last included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** `YYYY-MM`, for some day of that month, to its first and last day; `undefined` when there is no such month. */
export function parseMonth(text: string): DaySpan | undefined {
  const from = text.length === 7 ? parseDay(`${text}-01`) : undefined
  return from === undefined ? undefined : { from, to: dayIn(dateTime(from).endOf('month').startOf('day')) }
}

/** A day number to `YYYY-MM-DD`. */
export const formatDay = (day: Day): string => dateTime(day).toISODate() as string

/** The day that a year, a month from 1 and a day of the month name. */
export const dayOf = (year: number, month: number, date: number): Day => dayIn(DateTime.utc(year, month, date))

/** The inverse of `dayOf`. */
export function calendarDate(day: Day): CalendarDate {
  const { year, month, day: date } = dateTime(day)
  return { year, month, date }
}

/** A day number as luxon's midnight in UTC. */
export const dateTime = (day: Day): DateTime => DateTime.fromMillis(day * MILLISECONDS, UTC)

/** The inverse of `dateTime`. */
export const dayIn = (found: DateTime): Day => found.toMillis() / MILLISECONDS
