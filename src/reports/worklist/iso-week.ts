import { calendarDate, type Day, dayOf } from '../../core/calendar/day'

/** The week of a day as ISO 8601 writes it, `2026-W38`: weeks begin on Monday, and belong to the year of their Thursday. */
export function isoWeek(day: Day): string {
  const thursday = day - weekdayOf(day) + 3
  const { year } = calendarDate(thursday)
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** From 0 on Monday. A day number of 1970 counts from Thursday 1 January. */
const weekdayOf = (day: Day): number => (((day - dayOf(1970, 1, 5)) % 7) + 7) % 7
