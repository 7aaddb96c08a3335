import { DateTime } from 'luxon'

/** Calendar arithmetic a second time, with luxon: what the library's own, on day numbers, is compared with. */
const MS_PER_DAY = 86_400_000

const dateOf = (day: number): DateTime =>
  DateTime.fromMillis(day * MS_PER_DAY, { zone: 'utc', locale: 'en', numberingSystem: 'latn' })

/** `YYYY-MM-DD` of a day number. */
export const formatOracle = (day: number): string => dateOf(day).toISODate() as string

/** The day number of a year, a month from 1 and a day; undefined when there is no such day. */
export function dayOracle(year: number, month: number, date: number): number | undefined {
  const found = DateTime.fromObject({ year, month, day: date }, { zone: 'utc' })
  return found.isValid ? found.toMillis() / MS_PER_DAY : undefined
}

/** Months later (or earlier, when negative), the last day of the month where that day does not exist. */
export const monthsOracle = (day: number, months: number): number =>
  dateOf(day).plus({ months }).toMillis() / MS_PER_DAY
