import { DateTime } from 'luxon'

/** A calendar day as a whole number: days since 1970-01-01. No hours, no zone. */
export type Day = number

const MS_PER_DAY = 86_400_000
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** The first and last day that a snapshot may name: wider than any case, narrow enough to catch a mistyped century. */
export const FIRST_DAY = '1900-01-01'
export const LAST_DAY = '2199-12-31'

/** `YYYY-MM-DD` to a day number, or `undefined` when there is no such day (2026-02-30). */
export function parseDay(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined
  const parsed = DateTime.fromObject(
    { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) },
    { zone: 'utc' },
  )
  return parsed.isValid ? parsed.toMillis() / MS_PER_DAY : undefined
}

/** A day number to `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const at = calendarDate(day)
  return `${String(at.year).padStart(4, '0')}-${pad(at.month)}-${pad(at.day)}`
}

/** The luxon view of a day, for calendar arithmetic and for text. */
export function calendarDate(day: Day): DateTime {
  return DateTime.fromMillis(day * MS_PER_DAY, { zone: 'utc', locale: 'en', numberingSystem: 'latn' })
}

const pad = (value: number): string => String(value).padStart(2, '0')
