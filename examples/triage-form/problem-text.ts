import type { Locale } from 'verwijswijzer/browser'
import { dayInWords } from './dates'

/** What the library says is wrong, as a sentence on a page: rows by their number, days in words, `where` before it. */
export function problemText(
  message: string,
  locale: Locale,
  { rows, where }: { readonly rows?: readonly number[] | undefined; readonly where?: string | undefined } = {},
): string {
  const row = { nl: 'rij', en: 'row' }[locale]
  const text = message
    .replace(/\b(?:spells|leaves)\[(\d+)\]/g, (_, index) => `${row} ${(rows?.[Number(index)] ?? Number(index)) + 1}`)
    .replace(/"?(\d{4}-\d{2}-\d{2})"?/g, (_, day: string) => dayInWords(day, locale))
  return where ? `${where}: ${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
