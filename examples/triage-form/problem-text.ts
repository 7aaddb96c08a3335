import type { Locale } from 'verwijswijzer/browser'
import { dayInWords } from './dates'

/** What the library says is wrong, as a sentence on a page: rows by their number, days in words. */
export function problemText(message: string, rows: readonly number[] | undefined, locale: Locale): string {
  const row = { nl: 'rij', en: 'row' }[locale]
  const text = message
    .replace(
      /\b(?:spells|leaves)\[(\d+)\]/g,
      (_, index: string) => `${row} ${(rows?.[Number(index)] ?? Number(index)) + 1}`,
    )
    .replace(/"?(\d{4}-\d{2}-\d{2})"?/g, (_, day: string) => dayInWords(day, locale))
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
