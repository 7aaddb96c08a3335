import type { Issue } from '../issue/issue'
import { nearestName } from '../issue/nearest-name'
import type * as z from '../zod'
import { expectedAt, oneOf, rangeAt, wordsAt } from './expected'
import type { Locale } from './fact'
import { ISSUE_TEXTS, type SnapshotIssueCode } from './issue-text'
import { nearestKey } from './nearest-key'
import { keysAt } from './place'
import { mayQuote, receivedAt } from './received'
import { type Path, shownKey } from './shown-path'
import { snapshotIssue } from './snapshot-issue'

/** An object with more unknown keys than this is something else altogether, and guessing takes time. */
const MOST_GUESSES = 100

/** What zod found, in our codes: one issue for each thing that is wrong. `input` is the plain data that was parsed. */
export function schemaIssues(found: readonly z.core.$ZodIssue[], input: unknown, locale: Locale): Issue[] {
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
