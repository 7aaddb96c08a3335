import type { Audience } from '../../core/advice'
import { physiciansAnswer } from '../../core/audience/employer-issues'
import type { Issue } from '../../core/issue/issue'
import type { Migration, RemovalReason } from '../../core/rules/migrations-document'
import type { Locale, Tier } from '../../core/snapshot/fact'
import { type Path, shownPath } from '../../core/snapshot/shown-path'
import type { Data } from './holders'
import { CHANGE_WORDS, fillIn, ISSUE_WORDS } from './migrate-words'
import type { MigrationChange, MigrationChangeCode } from './migration-change'

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
