import { FIRST_DAY, formatDay, LAST_DAY, parseDay, parseMonth } from '../../core/calendar/day'

/** By their first letters, in both languages, so that "sept", "mrt" and "May" are all understood. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb'],
  ['maart', 'mrt', 'mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec'],
]
const TODAY = ['vandaag', 'today']
const YESTERDAY = ['gisteren', 'yesterday']
const TOMORROW = ['morgen', 'tomorrow']

/**
 * A day as people write it, as `YYYY-MM-DD`: 2026-09-28, 28-9-2026, 28/9/26, 28 sept, 28 september 2026, vandaag. Of a
 * day without its year the latest that is not after `asOf`. Undefined for what is no day.
 */
export function dayAsWritten(text: string, asOf: string): string | undefined {
  const written = text.trim().toLowerCase().replace(/\s+/g, ' ')
  if (parseDay(written) !== undefined) return inRange(written)
  const day = parseDay(asOf)
  if (day !== undefined && TODAY.includes(written)) return asOf
  if (day !== undefined && YESTERDAY.includes(written)) return formatDay(day - 1)
  if (day !== undefined && TOMORROW.includes(written)) return formatDay(day + 1)
  const found =
    /^(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?$/.exec(written) ??
    /^(\d{1,2})[ -]?([a-z]{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/.exec(written)
  if (!found) return undefined
  const [, date = '', monthText = '', yearText] = found
  const month = /^\d/.test(monthText) ? Number(monthText) : monthNamed(monthText)
  if (month === undefined) return undefined
  const iso = (year: number): string => `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`
  if (yearText !== undefined) return inRange(iso(Number(yearText.length === 2 ? `20${yearText}` : yearText)))
  const year = Number(asOf.slice(0, 4))
  // 29 February is not there every year.
  return [0, 1, 2, 3, 4].map((back) => iso(year - back)).find((one) => parseDay(one) !== undefined && one <= asOf)
}

/**
 * The same, or a month where the day in it is not known, as `YYYY-MM`: 2026-06, juni 2026.
 */
export function dayOrMonthAsWritten(text: string, asOf: string): string | undefined {
  const written = text.trim().toLowerCase()
  if (parseMonth(written) !== undefined) return written
  const [, name = '', year] = /^([a-z]{3,9})\.? (\d{4})$/.exec(written) ?? []
  const month = monthNamed(name)
  if (year === undefined || month === undefined) return dayAsWritten(text, asOf)
  return `${year}-${String(month).padStart(2, '0')}`
}

function monthNamed(text: string): number | undefined {
  const at = text === '' ? -1 : MONTHS.findIndex((names) => names.some((name) => text.startsWith(name)))
  return at < 0 ? undefined : at + 1
}

const inRange = (day: string): string | undefined =>
  parseDay(day) !== undefined && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined
