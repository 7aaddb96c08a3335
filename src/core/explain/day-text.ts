import { calendarDate, type Day } from '../calendar/day'
import type { Locale } from '../snapshot/fact'

const MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A day as a person writes it: "28 september 2026". */
export function dayInWords(day: Day, locale: Locale): string {
  const { year, month, date } = calendarDate(day)
  return `${date} ${MONTHS[locale][month - 1]} ${year}`
}

/** Without the year where that is the one of `asOf`: "28 september". */
export function shortDay(day: Day, asOf: Day, locale: Locale): string {
  const { year, month, date } = calendarDate(day)
  const short = `${date} ${MONTHS[locale][month - 1]}`
  return year === calendarDate(asOf).year ? short : `${short} ${year}`
}
