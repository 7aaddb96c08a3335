import type { Locale } from './fact'

/** Keys and indexes from the root of an input. */
export type Path = readonly (string | number)[]

/** What looks like a key. Anything longer or freer may be text about a person. */
const PLAIN_KEY = /^[A-Za-z0-9_.-]{1,64}$/

/** A path as an issue may show it: a key that does not look like one is left out. */
export function shownPath(path: Path): Path {
  return path.map((step) => (typeof step === 'number' || PLAIN_KEY.test(step) ? step : '(key)'))
}

/** A key in quotes, or its length where it does not look like a key. */
export function shownKey(key: string, locale: Locale): string {
  if (PLAIN_KEY.test(key)) return `"${key}"`
  return locale === 'nl' ? `van ${key.length} tekens` : `of ${key.length} characters`
}
