import type { Issue } from '../issue/issue'
import type { Locale, Text } from './fact'
import type { Path } from './shown-path'
import { snapshotIssue } from './snapshot-issue'

const PLAIN: Text = {
  nl: 'objecten, lijsten, teksten, getallen, true, false en null',
  en: 'objects, lists, texts, numbers, true, false and null',
}

const KINDS = {
  circle: { nl: 'een object dat zichzelf bevat', en: 'an object that contains itself' },
  object: { nl: 'een object van een eigen soort', en: 'an object of a kind of its own' },
  list: { nl: 'een lijst met lege plaatsen of eigen velden', en: 'a list with empty places or fields of its own' },
  function: { nl: 'een functie', en: 'a function' },
  symbol: { nl: 'een symbool', en: 'a symbol' },
  bigint: { nl: 'een bigint', en: 'a bigint' },
  undefined: { nl: 'niets (undefined)', en: 'nothing (undefined)' },
  number: { nl: 'een getal als NaN of Infinity', en: 'a number like NaN or Infinity' },
} as const satisfies Record<string, Text>

export type OddKind = keyof typeof KINDS

/** The kind of a value that JSON cannot hold; undefined for one that it can, and for every object and list. */
export function oddKind(value: unknown): OddKind | undefined {
  const type = typeof value
  if (type === 'object' || type === 'string' || type === 'boolean' || Number.isFinite(value)) return undefined
  return type
}

export function notPlain(path: Path, kind: OddKind, locale: Locale): Issue {
  return snapshotIssue('not-plain-data', path, locale, { received: KINDS[kind][locale], expected: PLAIN[locale] })
}
