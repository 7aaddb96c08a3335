import { Duration as IsoDuration } from 'luxon'
import { type Day, dateTime, dayIn } from './day'

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
