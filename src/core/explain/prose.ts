import type { Duration } from '../calendar/duration'
import type { Locale } from '../snapshot/fact'

/** How names and sentences are joined, the same wherever an advice is put into words. */

const AND: Readonly<Record<Locale, string>> = { nl: 'en', en: 'and' }

/** "a, b and c"; above `most`, "a, b and 3 more". */
export function listed(items: readonly string[], locale: Locale, most = items.length): string {
  const more = items.length - most
  const shown = more > 0 ? [...items.slice(0, most), locale === 'nl' ? `nog ${more}` : `${more} more`] : items
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${AND[locale]} ${shown.at(-1)}`
}

/** A title in the middle of a sentence; one that begins with a quotation mark or an abbreviation stays as it is. */
export const inSentence = (title: string): string =>
  /^["'A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

/** At the start of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Up to the first end of a sentence that another sentence follows. */
export const firstSentence = (text: string): string => /^.*?[.?!](?=\s+["'(]?\p{Lu})/su.exec(text)?.[0] ?? text

/** Sentences one after the other, without the empty ones. */
export const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** "13 weeks", "6 months", "20 days". */
export function lengthInWords({ months, days }: Duration, locale: Locale): string {
  const [count, unit] =
    months > 0
      ? [months, UNITS[locale].months]
      : days % 7 === 0
        ? [days / 7, UNITS[locale].weeks]
        : [days, UNITS[locale].days]
  return `${count} ${unit[count === 1 ? 0 : 1]}`
}

const UNITS = {
  nl: { months: ['maand', 'maanden'], weeks: ['week', 'weken'], days: ['dag', 'dagen'] },
  en: { months: ['month', 'months'], weeks: ['week', 'weeks'], days: ['day', 'days'] },
} as const
