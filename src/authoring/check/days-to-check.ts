import { addDuration, calendarDate, type Day, dayOf } from '../../core/calendar/day'

/** Four years: every length of month next to every other, and a leap day. */
const MONTHS = 48

/**
 * Days that stand for all: what is counted in months comes out the same on the 1st to the 28th of a month, and may
 * differ on the days that not every month has.
 */
export function daysToCheck(asOf: Day): readonly Day[] {
  const { year, month } = calendarDate(asOf)
  const first = dayOf(year, month, 1)
  return Array.from({ length: MONTHS }, (_, index) => {
    const [from, next] = [index, index + 1].map((months) => addDuration(first, { months, days: 0 })) as [Day, Day]
    return [1, 28, 29, 30, 31].map((date) => from + date - 1).filter((day) => day < next)
  }).flat()
}
