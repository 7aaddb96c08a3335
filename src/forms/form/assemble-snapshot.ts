import { issuesFor } from '../../core/audience/employer-issues'
import { type Issue, nearestName } from '../../core/issue/issue'
import { type ParsedSnapshot, type ParseOptions, parseSnapshot } from '../../core/parse-snapshot'
import { isLoaded } from '../../core/rules/build-rule-set'
import { shippedRuleSet } from '../../core/rules/bundled'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { checkSnapshot } from '../../core/snapshot/check-snapshot'
import type { Locale, Text } from '../../core/snapshot/fact'
import { localeOf } from '../../core/snapshot/parse-options'
import { shownKey } from '../../core/snapshot/place'
import { snapshotIssue } from '../../core/snapshot/snapshot-issue'
import { type AnswerParts, joinAnswer } from './answer-codes'

const TWO_ANSWERS: Text = {
  nl: 'hier staat een antwoord naast een woord dat er geen is: houd er één over',
  en: 'an answer stands beside a word that says there is none: keep one',
}

/** What a filled-in form says, gathered from the shape of its own format. */
interface Gathered {
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

/** How the answers of a form are read back. */
export interface ReadOptions extends ParseOptions {
  /** The rule set of the form, for an organisation's own questions; the shipped one by default. */
  readonly ruleSet?: RuleSet | undefined
}

/** The rule set to read with, or what is wrong with it. */
export function ruleSetIn(options: ReadOptions | null | undefined): RuleSet | { readonly issues: readonly Issue[] } {
  const ruleSet = options?.ruleSet ?? shippedRuleSet()
  if (isLoaded(ruleSet)) return ruleSet
  const message = 'give the ruleSet of a loadRuleSet that succeeded'
  return { issues: [{ code: 'rule-set-not-loaded', path: ['options', 'ruleSet'], message }] }
}

/** Facts of the case as a whole, by id: flags inside lists come with their list. */
export const wholeFacts = (ruleSet: RuleSet): ReadonlyMap<string, BaseFact> =>
  new Map([...factsOf(ruleSet)].filter(([id]) => id.split('.').length === 2))
