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

/** `YYYY-MM-DD` to a day number, or `undefined` when there is no such day (2026-02-30). */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const date = digits(text, 8, 10)
  if (!(year >= 0 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month))) return undefined
  return dayOf(year, month, date)
}

/** Days written out that are kept: those around one case are few, and written again and again. */
const MOST_WRITTEN = 4_096
const written = new Map<Day, string>()

/** Some day of these, the first and the last included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** `YYYY-MM`, for some day of that month, to its first and last day; `undefined` when there is no such month. */
export function parseMonth(text: string): DaySpan | undefined {
  const from = text.length === 7 ? parseDay(`${text}-01`) : undefined
  if (from === undefined) return undefined
  const { year, month } = calendarDate(from)
  return { from, to: from + daysInMonth(year, month) - 1 }
}

/** A day number to `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const found = written.get(day)
  if (found !== undefined) return found
  const text = writeDay(day)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(day, text)
  return text
}

function writeDay(day: Day): string {
  const { year, month, date } = calendarDate(day)
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

const DAYS_BEFORE_MARCH_1_OF_YEAR_0 = -719_468
const DAYS_IN_400_YEARS = 146_097

/** Counted in years that start in March, so that the leap day is the last of its year. */
export function dayOf(year: number, month: number, date: number): Day {
  const fromMarch = month <= 2 ? year - 1 : year
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra + DAYS_BEFORE_MARCH_1_OF_YEAR_0
}

/** The inverse of `dayOf`. */
export function calendarDate(day: Day): CalendarDate {
  const shifted = day - DAYS_BEFORE_MARCH_1_OF_YEAR_0
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The number that these decimal digits write, or NaN where one of them is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
