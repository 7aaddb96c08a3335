import { calendarDate, type Day, dayOf, daysInMonth } from '../../core/calendar/day'

/** Four years: every length of month next to every other, and a leap day. */
const MONTHS = 48

/**
 * Days that stand for all: what is counted in months comes out the same on the 1st to the 28th of a month, and may
 * differ on the days that not every month has.
 */
export function daysToCheck(asOf: Day): readonly Day[] {
  const { year, month } = calendarDate(asOf)
  return Array.from({ length: MONTHS }, (_, index) => {
    const [inYear, inMonth] = [year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1]
    const last = daysInMonth(inYear, inMonth)
    return [1, 28, 29, 30, 31].filter((date) => date <= last).map((date) => dayOf(inYear, inMonth, date))
  }).flat()
}
