import type { Audience } from '../../core/advice'
import { physiciansAnswer } from '../../core/audience/employer-issues'
import type { Issue } from '../../core/issue/issue'
import type { Migration, RemovalReason } from '../../core/rules/migrations-document'
import type { Locale, Tier } from '../../core/snapshot/fact'
import { type Path, shownPath } from '../../core/snapshot/place'
import { isRecord } from '../../core/snapshot/plain-data'
import { CHANGE_WORDS, fillIn, ISSUE_WORDS, type MigrationChange, type MigrationChangeCode } from './migrate-words'

/** One migration at work on one snapshot, which it changes, and what it has to tell. */
export interface MigrationStep {
  readonly data: Data
  readonly migration: Migration
  /** The rule set that it is of. */
  readonly ruleSet: string
  readonly locale: Locale
  /** Who will read what it has to tell. */
  readonly audience: Audience
  /** By the name that a fact has before this migration. */
  readonly tierOf: (name: string) => Tier
  readonly changes: MigrationChange[]
  readonly issues: Issue[]
}

interface Told {
  readonly to?: Path
  readonly reason?: RemovalReason
}

export function tellChange(
  step: MigrationStep,
  code: MigrationChangeCode,
  path: Path,
  { to, reason }: Told = {},
): void {
  const { migration, ruleSet, locale } = step
  // That there was an answer to a medical question is the physician's to know.
  if (isKeptFrom(step, path)) return
  const words = { version: migration.to, to: nameOf(to), reason: reason?.[locale] ?? '' }
  step.changes.push({
    code,
    path: shownPath(path),
    ...(to ? { to: shownPath(to) } : {}),
    version: migration.to,
    ruleSet,
    message: fillIn(CHANGE_WORDS[code][locale], words),
    ...(reason ? { reason: reason[locale] } : {}),
  })
}

export function tellIssue(
  step: MigrationStep,
  code: Extract<Issue['code'], 'removed-answer' | 'conflicting-answers'>,
  words: keyof typeof ISSUE_WORDS,
  path: Path,
  { to, reason }: Told = {},
): void {
  if (isKeptFrom(step, path)) {
    if (!step.issues.some(({ code: told }) => told === 'physicians-answer'))
      step.issues.push(physiciansAnswer(step.locale))
    return
  }
  const parts = { version: step.migration.to, to: nameOf(to), reason: reason?.[step.locale] ?? '' }
  step.issues.push({ code, path: shownPath(path), message: fillIn(ISSUE_WORDS[words][step.locale], parts) })
}

const isKeptFrom = ({ audience, tierOf }: MigrationStep, path: Path): boolean =>
  audience === 'employer' && tierOf(nameOf(path)) === 'medical'

const nameOf = (path: Path = []): string => path.filter((key) => typeof key === 'string').join('.')

/** An object of a snapshot, as plain data that may be changed. */
export type Data = Record<string, unknown>

/** An object that has a key, and where the object stands. */
export interface Holder {
  readonly holder: Data
  readonly at: Path
}

/**
 * Every object that has the last key of a name: one, or one for each entry of a list on the way. A section is an
 * object: a list in its place is not looked into.
 */
export function holdersOf(root: Data, name: string): readonly Holder[] {
  const [section = '', ...keys] = name.split('.')
  const last = keys.pop()
  if (last === undefined || !Object.hasOwn(root, section) || !isRecord(root[section])) return []
  let found: readonly Holder[] = [{ holder: root[section], at: [section] }]
  for (const key of keys)
    found = found.flatMap(({ holder, at }) => (Object.hasOwn(holder, key) ? inside(holder[key], [...at, key]) : []))
  return found.filter(({ holder }) => Object.hasOwn(holder, last))
}

export const lastKey = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Defined, not assigned: an assignment would call a setter that someone hung on Object.prototype. */
export function put(holder: Data, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

/** A section in which nothing is left goes too: its name may not be one any more. */
export function dropIfEmpty(root: Data, section: string): void {
  const found = Object.hasOwn(root, section) ? root[section] : undefined
  if (isRecord(found) && Object.keys(found).length === 0) delete root[section]
}

function inside(value: unknown, at: Path): readonly Holder[] {
  if (isRecord(value)) return [{ holder: value, at }]
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (isRecord(item) ? [{ holder: item, at: [...at, index] }] : []))
}
