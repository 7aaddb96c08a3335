import { BASE_FACTS, type BaseFact } from './catalogue'
import type { Locale, Text } from './fact'
import type { Path } from './shown-path'

/** Short and machine-like: a number, a date, an id. Anything longer or freer may be text about a person. */
const MACHINE_LIKE = /^[A-Za-z0-9_.:+-]{1,40}$/

const MEDICAL_FACTS = [...BASE_FACTS.values()].filter(({ tier }) => tier === 'medical')

/** A kind of value, without a trace of what it holds. */
const TYPES = {
  string: { nl: 'een tekst', en: 'a text' },
  number: { nl: 'een getal', en: 'a number' },
  boolean: { nl: 'true of false', en: 'true or false' },
  null: { nl: 'null', en: 'null' },
  list: { nl: 'een lijst', en: 'a list' },
  object: { nl: 'een object', en: 'an object' },
} as const satisfies Record<string, Text>

/** The fact that a path lies in: the deepest one, indexes left out. */
export function factAt(path: Path): BaseFact | undefined {
  const keys = path.filter((step) => typeof step === 'string')
  for (let length = keys.length; length > 0; length--) {
    const fact = BASE_FACTS.get(keys.slice(0, length).join('.'))
    if (fact) return fact
  }
  return undefined
}

/**
 * Whether an issue may show the value at a path, or anything that follows from it: the value lies in an
 * employer-tier fact and holds no medical-tier one. `asOf` is no fact but a day. `caseId` is never shown:
 * what is refused there is often a name or a citizen number.
 */
export function mayQuote(path: Path): boolean {
  if (path.length === 1 && path[0] === 'asOf') return true
  const inside = `${path.filter((step) => typeof step === 'string').join('.')}.`
  return factAt(path)?.tier === 'employer' && !MEDICAL_FACTS.some(({ id }) => id.startsWith(inside))
}

/**
 * The value at a path: quoted where that is allowed, else described by its type. A length is told only where
 * quoting is allowed too: in a list of four words it would give the word away.
 */
export function receivedAt(path: Path, value: unknown, locale: Locale): string {
  const described = TYPES[typeOf(value)][locale]
  if (!mayQuote(path)) return described
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string') return described
  if (MACHINE_LIKE.test(value)) return `"${value}"`
  return locale === 'nl' ? `een tekst van ${value.length} tekens` : `a text of ${value.length} characters`
}

function typeOf(value: unknown): keyof typeof TYPES {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object'
}
