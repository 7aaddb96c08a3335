import { issuesFor } from '../../core/audience/employer-issues'
import type { Issue } from '../../core/issue/issue'
import { nearestName } from '../../core/issue/nearest-name'
import { type ParsedSnapshot, parseSnapshot } from '../../core/parse-snapshot'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { checkSnapshot } from '../../core/snapshot/check-snapshot'
import type { Locale, Text } from '../../core/snapshot/fact'
import { localeOf } from '../../core/snapshot/parse-options'
import { shownKey } from '../../core/snapshot/shown-path'
import { snapshotIssue } from '../../core/snapshot/snapshot-issue'
import { type AnswerParts, joinAnswer } from './answer-parts'
import type { ReadOptions } from './read-options'

const TWO_ANSWERS: Text = {
  nl: 'hier staat een antwoord naast een woord dat er geen is: houd er één over',
  en: 'an answer stands beside a word that says there is none: keep one',
}

/** What a filled-in form says, gathered from the shape of its own format. */
export interface Gathered {
  /** `asOf` and `caseId`, where they were given. */
  readonly header: ReadonlyMap<string, unknown>
  readonly answers: ReadonlyMap<BaseFact, AnswerParts>
  /** What the format itself does not allow. */
  readonly issues: readonly Issue[]
}

/** A snapshot from the answers of a form, or every issue. Paths are those of the snapshot, where the form has a fact for it. */
export function assembleSnapshot(
  { header, answers, issues }: Gathered,
  options: ReadOptions | undefined,
): ParsedSnapshot {
  const snapshot: Record<string, unknown> = Object.fromEntries(header)
  for (const [fact, parts] of answers) {
    const answer = joinAnswer(fact, parts)
    if (answer === undefined) continue
    const [section, name] = fact.id.split('.') as [string, string]
    snapshot[section] = { ...(snapshot[section] as object | undefined), [name]: answer }
  }
  const found = [...issues, ...twoAnswers(answers, localeOf(options))]
  if (found.length === 0) return parseSnapshot(snapshot, options)
  const { audience = 'employer', ruleSet } = options ?? {}
  const checked = checkSnapshot(snapshot, options)
  const all = [...found, ...(checked.ok ? [] : checked.issues)]
  return { ok: false, issues: issuesFor(all, { audience, ruleSet, locale: localeOf(options) }) }
}

/** A name in a filled-in form that no form of ours has. */
export function unknownName(name: string, names: Iterable<string>, locale: Locale): Issue {
  const nearest = nearestName(name, names)
  return snapshotIssue('unknown-key', [name], locale, { key: shownKey(name, locale), nearest })
}

function twoAnswers(answers: Gathered['answers'], locale: Locale): Issue[] {
  const message = TWO_ANSWERS[locale]
  return [...answers].flatMap(([{ id }, { value, otherwise }]) =>
    value === undefined || otherwise === undefined ? [] : [{ code: 'two-answers', path: id.split('.'), message }],
  )
}
