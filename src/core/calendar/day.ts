import { DateTime, FixedOffsetZone, Duration as IsoDuration } from 'luxon'

/** A calendar day as a whole number: days since 1970-01-01 in the Gregorian calendar. No hours, no zone. */
export type Day = number

/** The first and last day that a snapshot may name: wider than any case, narrow enough to catch a mistyped century. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

/** A day by year, month from 1, and day of the month. */
interface CalendarDate {
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
const dateTime = (day: Day): DateTime => DateTime.fromMillis(day * MILLISECONDS, UTC)

/** The inverse of `dateTime`. */
const dayIn = (found: DateTime): Day => found.toMillis() / MILLISECONDS

/** A calendar duration: whole months and whole days. Years count as twelve months, weeks as seven days. */
export interface Duration {
  readonly months: number
  readonly days: number
}

/** Whole units in this order, at least one: luxon reads fractions, hours and minus signs too. */
const CALENDAR_UNITS = /^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/

/** An ISO 8601 duration of years, months, weeks and days (`P4M`, `P42W`, `P14D`), or `undefined`. */
export function parseDuration(text: string): Duration | undefined {
  if (!CALENDAR_UNITS.test(text)) return undefined
  const { years, months, weeks, days } = IsoDuration.fromISO(text)
  return { months: years * 12 + months, days: weeks * 7 + days }
}

/**
 * The day that lies a duration after `day`: months first, then days.
 * A month end stays inside its month: 31 January plus one month is 28 or 29 February.
 */
export function addDuration(day: Day, duration: Duration): Day {
  return addMonths(day, duration.months) + duration.days
}

/** The day that lies a duration before `day`: months first, then days. */
export function subtractDuration(day: Day, duration: Duration): Day {
  return addMonths(day, -duration.months) - duration.days
}

/** Whole weeks since `first`: 0 on days 0 to 6. The week "in which" a day lies is this plus one. */
export function completedWeeks(first: Day, at: Day): number {
  return Math.floor((at - first) / 7)
}

/** Whole calendar months since `first`: the largest number of months that, added to it, is not past `at`. */
export function completedMonths(first: Day, at: Day): number {
  const [from, to] = [dateTime(first), dateTime(at)]
  const months = (to.year - from.year) * 12 + (to.month - from.month)
  return addMonths(first, months) > at ? months - 1 : months
}

const addMonths = (day: Day, months: number): Day => (months === 0 ? day : dayIn(dateTime(day).plus({ months })))

/** Our own tables: the machine's locale has no say in what people read. */
const MONTHS: Readonly<Record<'nl' | 'en', readonly string[]>> = {
  nl: [
    'januari',
    'februari',
    'maart',
    'april',
    'mei',
    'juni',
    'juli',
    'augustus',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** `2026-11-22` as `22 november 2026`. */
export function peopleDate(day: string, locale: keyof typeof MONTHS): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[locale][(month ?? 0) - 1]} ${year}`
}
