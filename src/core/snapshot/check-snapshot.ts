import { type Issue, nearestName } from '../issue/issue'
import type * as z from '../zod'
import { BASE_FACTS } from './catalogue'
import { checkAbsence } from './check-absence'
import { expectedAt, oneOf, rangeAt, wordsAt } from './expected'
import { type Locale, pastDay } from './fact'
import { parseJson } from './parse-json'
import { localeOf, type ParseOptions, QUIETLY } from './parse-options'
import { OWN_SECTION, parseOwn } from './parse-own'
import { keysAt, nearestKey, type Path, PLACES, placeOf, shownKey } from './place'
import { copyPlainData } from './plain-data'
import { type Snapshot, snapshotSchema } from './snapshot'
import { ISSUE_TEXTS, mayQuote, receivedAt, type SnapshotIssueCode, snapshotIssue } from './snapshot-issue'

/** A snapshot, with the answers to the own facts of the rule set that it was checked by. */
export type CheckedSnapshot = Snapshot & { readonly own?: Readonly<Record<string, unknown>> }

type CheckedInput =
  | { readonly ok: true; readonly snapshot: CheckedSnapshot }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * Every answer of a case that comes from outside, checked by itself and with those it is given with in one list; all
 * that is wrong is told in full, medical questions by name. `parseSnapshot` of core tells it as its reader may know it.
 */
export function checkSnapshot(input: unknown, options?: ParseOptions): CheckedInput {
  const locale = localeOf(options)
  const copied = copyPlainData(input, undefined, options)
  if (!copied.ok) return { ok: false, issues: sortIssues(copied.issues) }
  const { value, own } = apart(copied.value, options)
  const parsed = snapshotSchema.safeParse(value, QUIETLY)
  const issues = [
    ...schemaIssues(parsed.error?.issues ?? [], value, locale),
    ...checkAbsence(value, locale),
    ...checkDays(value, locale),
    ...(own?.issues ?? []),
  ]
  if (!parsed.success || issues.length > 0) return { ok: false, issues: sortIssues(issues) }
  return { ok: true, snapshot: freeze(own ? { ...parsed.data, [OWN_SECTION]: own.answers } : parsed.data) }
}

/** The vocabulary's part of a snapshot and, where there is one and the rule set has facts of its own, what answers those. */
function apart(value: unknown, options: ParseOptions | undefined) {
  const facts = options?.ruleSet?.facts
  const mayHave = facts !== undefined && facts.size > 0
  if (!mayHave || typeof value !== 'object' || value === null || !Object.hasOwn(value, OWN_SECTION)) return { value }
  const { [OWN_SECTION]: given, ...rest } = value as Record<string, unknown>
  return { value: rest, own: parseOwn(given, facts, localeOf(options)) }
}

/** The same for JSON text, which may also be refused for its size, its form or a key that is given twice. */
export function checkSnapshotText(text: string, options?: ParseOptions): CheckedInput {
  const parsed = parseJson(text, options)
  return parsed.ok ? checkSnapshot(parsed.value, options) : { ok: false, issues: sortIssues(parsed.issues) }
}

/** Recursion is safe here: a validated snapshot is four levels deep. */
function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

const PAST = [...BASE_FACTS.values()].filter(({ lies }) => lies !== undefined)

/**
 * What no schema can see in the days of what was done: none lies after `asOf` but one that is planned, and only a
 * declined service is quiet until a day, which follows the refusal. Every day that is right by itself is looked at,
 * also where the rest of the input is not.
 */
function checkDays(input: unknown, locale: Locale): Issue[] {
  const asOf = dayIn(partOf(input, 'asOf'))
  return PAST.flatMap(({ id, type }) => {
    const path = id.split('.')
    const given = path.reduce<unknown>(partOf, input)
    if (type === 'date') return late(given, path, asOf, locale)
    if (!Array.isArray(given)) return late(partOf(given, 'on'), [...path, 'on'], asOf, locale)
    return given.flatMap((item: unknown, index) => {
      const at = [...path, index]
      const planned = type === 'services' && partOf(item, 'state') === 'planned'
      return [
        ...(planned ? [] : late(partOf(item, 'on'), [...at, 'on'], asOf, locale)),
        ...(type === 'services' ? checkUntil(item, at, locale) : []),
      ]
    })
  })
}

function late(given: unknown, path: Path, asOf: string | undefined, locale: Locale): Issue[] {
  const on = dayIn(given)
  if (on === undefined || asOf === undefined || on <= asOf) return []
  const expected = locale === 'nl' ? `een dag tot en met ${asOf}` : `a day up to and including ${asOf}`
  return [snapshotIssue('date-after-as-of', path, locale, { received: receivedAt(path, on, locale), expected })]
}

function checkUntil(item: unknown, at: Path, locale: Locale): Issue[] {
  const [on, until] = [dayIn(partOf(item, 'on')), dayIn(partOf(item, 'until'))]
  if (until === undefined) return []
  const path = [...at, 'until']
  if (partOf(item, 'state') !== 'declined') return [snapshotIssue('until-not-declined', path, locale)]
  if (on === undefined || until >= on) return []
  const expected = locale === 'nl' ? `${on} of later` : `${on} or later`
  return [snapshotIssue('until-before-on', path, locale, { received: `"${until}"`, expected })]
}

/** A day or a month, which compares with a day as text: it lies after one only when all of it does. */
const dayIn = (given: unknown): string | undefined => pastDay.safeParse(given, QUIETLY).data

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

/** An object with more unknown keys than this is something else altogether, and guessing takes time. */
const MOST_GUESSES = 100

/** What zod found, in our codes: one issue for each thing that is wrong. `input` is the plain data that was parsed. */
function schemaIssues(found: readonly z.core.$ZodIssue[], input: unknown, locale: Locale): Issue[] {
  return found.flatMap((issue) => translate(issue, [], input, locale))
}

function translate(issue: z.core.$ZodIssue, base: Path, input: unknown, locale: Locale): Issue[] {
  const path = [...base, ...(issue.path as (string | number)[])]
  if (issue.code === 'unrecognized_keys') return unknownKeys(path, issue.keys, locale)
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((errors) => errors.some(isInside))
    if (meant) return meant.flatMap((inner) => translate(inner, path, input, locale))
  }
  const value = valueAt(input, path)
  return [value === undefined ? missingKey(path, locale) : wrongValue(codeOf(issue, value), path, value, locale)]
}

/** Whether an option of a union was the one that was meant: its type is right, and the fault lies inside. */
function isInside(issue: z.core.$ZodIssue): boolean {
  return issue.path.length > 0 || (issue.code !== 'invalid_type' && issue.code !== 'invalid_value')
}

function codeOf(issue: z.core.$ZodIssue, value: unknown): SnapshotIssueCode {
  switch (issue.code) {
    case 'custom':
      return refinementCode(issue.params?.code)
    case 'too_big':
    case 'too_small':
      return 'out-of-range'
    case 'invalid_format':
      return issue.path.at(-1) === 'caseId' ? 'invalid-case-id' : 'unknown-value'
    case 'invalid_value':
      return typeof value === 'string' ? 'unknown-value' : 'wrong-type'
    default:
      return 'wrong-type'
  }
}

/** The code that a refinement of the vocabulary gave; without one, zod has already said that the type is right. */
function refinementCode(code: unknown): SnapshotIssueCode {
  return typeof code === 'string' && Object.hasOwn(ISSUE_TEXTS, code) ? (code as SnapshotIssueCode) : 'unknown-value'
}

function unknownKeys(parent: Path, keys: readonly string[], locale: Locale): Issue[] {
  const nearest = keys.length > MOST_GUESSES ? () => undefined : nearestKey(parent)
  const expected = oneOf(
    keysAt(parent).map((key) => `"${key}"`),
    locale,
  )
  return keys.map((key) =>
    snapshotIssue('unknown-key', [...parent, key], locale, { key: shownKey(key, locale), expected, ...nearest(key) }),
  )
}

function missingKey(path: Path, locale: Locale): Issue {
  const key = shownKey(String(path.at(-1)), locale)
  return snapshotIssue('missing-key', path, locale, { key, expected: expectedAt(path, locale) })
}

function wrongValue(code: SnapshotIssueCode, path: Path, value: unknown, locale: Locale): Issue {
  if (code === 'duplicate-item') return snapshotIssue(code, path, locale)
  // The nearest word tells what was meant as well as a quote does.
  const guess = typeof value === 'string' && mayQuote(path) && (code === 'unknown-value' || code === 'wrong-type')
  return snapshotIssue(code, path, locale, {
    received: receivedAt(path, value, locale),
    expected: code === 'out-of-range' ? rangeAt(path, value, locale) : expectedAt(path, locale),
    nearest: guess ? nearestName(value, wordsAt(path)) : undefined,
  })
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined,
    input,
  )
}

const RANKS: ReadonlyMap<string, number> = new Map([...PLACES.keys()].map((place, rank) => [place, rank]))

/** The issues in the order of the vocabulary, whatever the order of the input's keys; unknown keys come last. */
function sortIssues(issues: readonly Issue[]): Issue[] {
  return issues
    .map((issue) => ({ issue, key: `${keyOf(issue.path)}\n${issue.code}\n${issue.message}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ issue }) => issue)
}

/** Text that sorts as the path does: an index by its number, a key by its rank, then by its name. */
function keyOf(path: Path): string {
  return path
    .map((step, at) => {
      if (typeof step === 'number') return String(step).padStart(8, '0')
      const rank = RANKS.get(placeOf(path.slice(0, at + 1))) ?? RANKS.size
      return `${String(rank).padStart(3, '0')} ${step}`
    })
    .join('\t')
}
