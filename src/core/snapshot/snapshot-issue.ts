import type { Issue, IssueCode } from '../issue/issue'
import { BASE_FACTS, type BaseFact } from './catalogue'
import type { Locale, Text } from './fact'
import { type Path, shownPath } from './place'

/** An issue with its sentence. The parts must be fit to show; the path is made so here. */
export function snapshotIssue(code: SnapshotIssueCode, path: Path, locale: Locale, parts: IssueParts = {}): Issue {
  const { received, expected, nearest } = parts
  return {
    code,
    path: shownPath(path),
    message: ISSUE_TEXTS[code][locale](parts),
    ...(received !== undefined && { received }),
    ...(expected !== undefined && { expected }),
    ...(nearest !== undefined && { nearest }),
  }
}

/** What a sentence can name. Every part must be fit to show: see `received.ts` and `shown-path.ts`. */
export interface IssueParts {
  readonly received?: string | undefined
  readonly expected?: string | undefined
  readonly nearest?: string | undefined
  readonly key?: string | undefined
  /** The nearest name is the path of a place elsewhere in the snapshot. */
  readonly elsewhere?: boolean | undefined
  /** Counted from one, in the text. */
  readonly line?: number | undefined
  readonly column?: number | undefined
  /** The other list item that is concerned, by its index in the input. */
  readonly other?: number | undefined
}

type Say = (parts: IssueParts) => string

/** The codes that can be found between raw input and a validated snapshot. */
export type SnapshotIssueCode = Extract<IssueCode, keyof typeof ISSUE_TEXTS>

/** One lower-case sentence with one next step, no full stop. Where it is said is the path of the issue. */
export const ISSUE_TEXTS = {
  'not-json': {
    nl: ({ line, column }) => `de tekst is geen JSON vanaf regel ${line}, kolom ${column}: verbeter de tekst daar`,
    en: ({ line, column }) => `the text is not JSON from line ${line}, column ${column}: correct it there`,
  },
  'not-plain-data': {
    nl: ({ received, expected }) => `${received} is geen gewone JSON-waarde: gebruik alleen ${expected}`,
    en: ({ received, expected }) => `${received} is not plain JSON data: use only ${expected}`,
  },
  'duplicate-key': {
    nl: ({ key }) => `de sleutel ${key} staat meer dan eens in dit object: houd er één over`,
    en: ({ key }) => `the key ${key} is in this object more than once: keep one`,
  },
  'forbidden-key': {
    nl: ({ key }) => `de sleutel ${key} kan de werking van een object veranderen: verwijder de sleutel`,
    en: ({ key }) => `the key ${key} could change how an object works: remove the key`,
  },
  'too-deep': {
    nl: ({ expected }) => `objecten en lijsten zijn te diep genest: gebruik ${expected}`,
    en: ({ expected }) => `objects and lists are nested too deeply: use ${expected}`,
  },
  'too-large': {
    nl: ({ expected }) => `de invoer is te groot: gebruik ${expected}`,
    en: ({ expected }) => `the input is too large: use ${expected}`,
  },
  'malformed-text': {
    nl: () => 'een tekst of sleutel bevat een half teken (een los surrogaat): vervang dat teken',
    en: () => 'a text or key holds half a character (a lone surrogate): replace that character',
  },
  'unknown-key': {
    nl: ({ key, nearest, elsewhere }) => {
      if (!nearest) return `de sleutel ${key} is niet bekend: verwijder de sleutel`
      if (!elsewhere) return `de sleutel ${key} is niet bekend: gebruik "${nearest}"`
      return `de sleutel ${key} is hier niet bekend: verplaats die naar "${nearest}"${isTop(nearest) ? ', buiten de rubrieken' : ''}`
    },
    en: ({ key, nearest, elsewhere }) => {
      if (!nearest) return `the key ${key} is not known: remove the key`
      if (!elsewhere) return `the key ${key} is not known: use "${nearest}"`
      return `the key ${key} is not known here: move it to "${nearest}"${isTop(nearest) ? ', outside the sections' : ''}`
    },
  },
  'missing-key': {
    nl: ({ key, expected }) => `de sleutel ${key} is verplicht en ontbreekt: vul ${expected} in`,
    en: ({ key, expected }) => `the key ${key} is required and absent: give ${expected}`,
  },
  'wrong-type': {
    nl: ({ received, expected, nearest }) =>
      `${received} is hier niet van het juiste type: ${use('nl', expected, nearest)}`,
    en: ({ received, expected, nearest }) =>
      `${received} is not of the right type here: ${use('en', expected, nearest)}`,
  },
  'unknown-value': {
    nl: ({ received, expected, nearest }) => `${received} is hier geen bekende waarde: ${use('nl', expected, nearest)}`,
    en: ({ received, expected, nearest }) => `${received} is not a known value here: ${use('en', expected, nearest)}`,
  },
  'out-of-range': {
    nl: ({ received, expected }) => `${received} valt buiten het bereik: gebruik ${expected}`,
    en: ({ received, expected }) => `${received} is out of range: use ${expected}`,
  },
  'invalid-date': {
    nl: ({ received, expected }) => `${received} is geen dag van de kalender: gebruik ${expected}`,
    en: ({ received, expected }) => `${received} is not a day of the calendar: use ${expected}`,
  },
  'invalid-case-id': {
    nl: ({ expected }) => `dit is geen pseudoniem: gebruik ${expected}, en niets dat naar een persoon verwijst`,
    en: ({ expected }) => `this is not a pseudonym: use ${expected}, and nothing that points to a person`,
  },
  'duplicate-item': {
    nl: () => 'deze waarde staat al eerder in de lijst: verwijder er één',
    en: () => 'this value is in the list already: remove one of the two',
  },
  'date-after-as-of': {
    nl: ({ received, expected }) => `${received} ligt na de dag waarop de casus wordt bekeken: gebruik ${expected}`,
    en: ({ received, expected }) => `${received} lies after the day on which the case is looked at: use ${expected}`,
  },
  'until-not-declined': {
    nl: () =>
      'alleen een afgewezen dienst heeft een dag tot wanneer: haal de sleutel weg, of zet "state" op "declined"',
    en: () => 'only a declined service has a day until when: remove the key, or set "state" to "declined"',
  },
  'until-before-on': {
    nl: ({ received, expected }) => `${received} ligt voor de dag van de afwijzing: gebruik ${expected}`,
    en: ({ received, expected }) => `${received} lies before the day of the refusal: use ${expected}`,
  },
  'spell-ends-before-start': {
    nl: ({ received, expected }) => `de hersteldag ${received} ligt voor de eerste ziektedag: gebruik ${expected}`,
    en: ({ received, expected }) => `recovery on ${received} lies before the first day of illness: use ${expected}`,
  },
  'spells-overlap': {
    nl: ({ other }) =>
      `deze ziekmelding begint voordat spells[${other}] is hersteld: laat de perioden op elkaar aansluiten`,
    en: ({ other }) => `this spell starts before spells[${other}] has ended: let the two follow on each other`,
  },
  'two-open-spells': {
    nl: ({ other }) => `deze ziekmelding en spells[${other}] hebben geen hersteldag: geef de oudste een hersteldag`,
    en: ({ other }) => `this spell and spells[${other}] have no recovery: give the older one its first day fit again`,
  },
  'leave-ends-before-start': {
    nl: ({ received, expected }) => `de laatste verlofdag ${received} ligt voor de eerste: gebruik ${expected}`,
    en: ({ received, expected }) => `the last day of leave ${received} lies before the first: use ${expected}`,
  },
  'leaves-overlap': {
    nl: ({ other }) => `dit verlof begint voordat leaves[${other}] voorbij is: voeg de twee samen`,
    en: ({ other }) => `this leave starts before leaves[${other}] is over: join the two`,
  },
  'leave-overlaps-spell': {
    nl: ({ other }) =>
      `dit verlof valt in spells[${other}]: beëindig die ziekmelding op de eerste verlofdag en begin na het verlof een nieuwe`,
    en: ({ other }) =>
      `this leave lies in spells[${other}]: end that spell on the first day of leave and start a new one after it`,
  },
} as const satisfies Partial<Record<IssueCode, Record<Locale, Say>>>

function use(locale: Locale, expected: string | undefined, nearest: string | undefined): string {
  if (locale === 'nl') return `gebruik ${expected}${nearest ? `, waarschijnlijk "${nearest}"` : ''}`
  return `use ${expected}${nearest ? `, most likely "${nearest}"` : ''}`
}

function isTop(place: string): boolean {
  return !place.includes('.')
}

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
