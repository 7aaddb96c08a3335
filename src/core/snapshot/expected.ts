import { FIRST_DAY, LAST_DAY } from '../calendar/day'
import * as z from '../zod'
import { day, isUnknownWord, type Locale, pastDay, type Text, UNKNOWN } from './fact'
import { type Path, PLACES, placeOf } from './place'
import { snapshotSchema } from './snapshot'
import { factAt } from './snapshot-issue'

const DAY: Text = { nl: 'een dag als JJJJ-MM-DD', en: 'a day as YYYY-MM-DD' }
const MONTH: Text = { nl: 'een maand als JJJJ-MM', en: 'a month as YYYY-MM' }
const DAY_IN_RANGE: Text = {
  nl: `een dag van ${FIRST_DAY} tot en met ${LAST_DAY}`,
  en: `a day from ${FIRST_DAY} to ${LAST_DAY}`,
}
const LIST: Text = { nl: 'een lijst', en: 'a list' }

/** What the few texts that are neither a day nor a choice look like, by their key. */
const TEXTS: Readonly<Record<string, Text>> = {
  caseId: {
    nl: '1 tot 64 letters, cijfers, streepjes of liggende streepjes',
    en: '1 to 64 letters, digits, hyphens or underscores',
  },
  service: {
    nl: 'de id van een dienst, in kleine letters, cijfers en streepjes',
    en: 'the id of a service, in lower-case letters, digits and hyphens',
  },
}

/** What would be right at a path of the snapshot: `true, false or "unknown"`. The longer words for unknown are understood. */
export function expectedAt(path: Path, locale: Locale): string {
  return oneOf(phrases(PLACES.get(placeOf(path)) ?? snapshotSchema, path, locale), locale)
}

/** The range that the value at a path must lie in: of a number, or of a day. */
export function rangeAt(path: Path, value: unknown, locale: Locale): string {
  return typeof value === 'number' ? numbers(path, locale) : DAY_IN_RANGE[locale]
}

/** The words that are right at a path, "unknown" and "none" among them. */
export function wordsAt(path: Path): readonly string[] {
  return words(PLACES.get(placeOf(path)) ?? snapshotSchema)
}

/** `a, b or c` */
export function oneOf(items: readonly string[], locale: Locale): string {
  const rest = items.slice(0, -1)
  return [...(rest.length > 0 ? [rest.join(', ')] : []), ...items.slice(-1)].join(locale === 'nl' ? ' of ' : ' or ')
}

function phrases(schema: z.core.$ZodType, path: Path, locale: Locale): string[] {
  if (schema instanceof z.ZodOptional) return phrases(schema.unwrap(), path, locale)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => phrases(option, path, locale))
  if (schema instanceof z.ZodBoolean) return ['true', 'false']
  if (schema instanceof z.ZodNumber) return [numbers(path, locale)]
  if (schema instanceof z.ZodArray) return [LIST[locale]]
  if (schema instanceof z.ZodObject) return [objectWith(requiredKeys(schema), locale)]
  if (schema instanceof z.ZodString && schema === pastDay) return [DAY[locale], MONTH[locale]]
  if (schema instanceof z.ZodString) return [((schema !== day && TEXTS[String(path.at(-1))]) || DAY)[locale]]
  return words(schema)
    .filter((word) => word === UNKNOWN || !isUnknownWord(word))
    .map((word) => `"${word}"`)
}

function requiredKeys({ shape }: z.ZodObject): string[] {
  return Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional))
}

function objectWith(keys: readonly string[], locale: Locale): string {
  if (keys.length === 0) return locale === 'nl' ? 'een object' : 'an object'
  const named = keys.map((key) => `"${key}"`)
  return locale === 'nl' ? `een object met ${named.join(' en ')}` : `an object with ${named.join(' and ')}`
}

function words(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodOptional) return words(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(words)
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String)
  return []
}

function numbers(path: Path, locale: Locale): string {
  const [from, to] = factAt(path)?.range ?? []
  return locale === 'nl' ? `een getal van ${from} tot en met ${to}` : `a number from ${from} to ${to}`
}
