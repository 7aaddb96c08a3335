import type { Locale } from 'verwijswijzer/browser'

const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Locale, string>

const FORMATS = {
  nl: new Intl.DateTimeFormat(LANGUAGE.nl, { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LANGUAGE.en, { dateStyle: 'long', timeZone: 'UTC' }),
} as const satisfies Record<Locale, Intl.DateTimeFormat>

/** `2026-11-22` as `22 november 2026`. */
export const dayInWords = (day: string, locale: Locale): string =>
  FORMATS[locale].format(new Date(`${day}T00:00:00Z`)).replaceAll(' ', '\u00a0')

/** The day of today where the reader is: the page may read a clock, the library never does. */
export function today(): string {
  const now = new Date()
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${now.getFullYear()}-${month}-${day}`
}
