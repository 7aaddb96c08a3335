import type { Audience } from '../../core/advice'
import type { Issue } from '../../core/issue/issue'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale, Role } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { answerIn, formOf } from '../form/form'
import { type AnsweredBy, checkAnsweredBy, overwrites, standsBefore } from './answered-by'
import { mergeList } from './merge-list'
import { settingsFrom, splitRole } from './role-options'
import { mayRead } from './roles'
import { fittingOrThrown, parsedOrThrown, sameAnswer, throwAny, withAnswer } from './snapshot-answers'
import { type Refuse, wrongRole } from './wrong-role'

/** Who hands in an answer, and in which language to say what is wrong with it. */
export interface AnswerOptions {
  /** What the role may read; by default as for `interview`: a labour expert reads more with the employee's consent. */
  readonly audience?: Audience
  /** The language of messages; `nl` by default. */
  readonly locale?: Locale
  /** A rule set from `loadRuleSet`; the shipped one by default. */
  readonly ruleSet?: RuleSet
  /** Who gave the answers that stand, as `whoAnswered` gives it: the physician's word goes first. */
  readonly answeredBy?: AnsweredBy
}

/** How `checkAnswers` takes in what a role hands in. */
export interface HandInOptions extends AnswerOptions {
  /** The hand-in holds every answer of the role: one that is left out counts as not asked. By default it stays. */
  readonly whole?: boolean
}

/**
 * Takes in what one role hands in: a snapshot with its own answers, and with no one else's set or changed.
 *
 * @param before The case as it is kept, with the answers of every role; undefined for a new one.
 * @param after What the role hands in: a patch. What it holds takes the place of what was; what is left out stays, the
 *   role's own answers too, unless `whole` is true. What others answered may be there unchanged where the role may read
 *   it. A medical-tier answer that the role may not read must be left out: to accept the right value and to refuse a
 *   wrong one would tell which is right. A flag of a list item goes with the item that is otherwise the same.
 * @returns The case to keep, checked and frozen: `after` with the answers of the others from `before`.
 * @throws TriageError with code `wrong-role` and the path of every answer that is not the role's to give,
 *   `physicians-word` for one that the physician gave (`answeredBy`); or with the issues of `parseSnapshot`, and those
 *   of answers that do not fit together, as far as they did before. No message quotes a medical value.
 */
export function checkAnswers(before: unknown, after: unknown, role: Role, options: HandInOptions = {}): Snapshot {
  const { whole = false, answeredBy, ...rest } = options ?? {}
  const settings = settingsFrom(splitRole({ ...rest, role: role ?? null }, ['role']))
  throwAny(checkAnsweredBy(answeredBy, settings.ruleSet, ['options', 'answeredBy']))
  if (typeof whole !== 'boolean')
    throwAny([
      { code: 'wrong-type', path: ['options', 'whole'], message: 'give true or false', expected: 'true or false' },
    ])
  const { locale, audience, ruleSet } = settings
  const given = parsedOrThrown(after, settings)
  const kept = before === undefined ? { asOf: given.asOf } : parsedOrThrown(before, settings)
  const asked = new Set(formOf(ruleSet).flatMap(({ questions }) => questions.map(({ fact }) => fact)))
  const issues: Issue[] = []
  const refuse: Refuse = (...found) => issues.push(wrongRole(...found, role, locale))
  let merged: Snapshot = { ...given, ...(kept.caseId === undefined ? {} : { caseId: kept.caseId }) }
  for (const fact of factsOf(ruleSet).values()) {
    if (fact.id.split('.').length > 2) continue
    const [old, handed] = [answerIn(kept, fact.id), answerIn(given, fact.id)]
    const handing = { fact, old, handed, role, audience, refuse, whole, by: answeredBy?.[fact.id] }
    if (handed === undefined && !asked.has(fact.id)) merged = withAnswer(merged, fact.id, old)
    else if (fact.type === 'spells' || fact.type === 'leaves') merged = withAnswer(merged, fact.id, mergeList(handing))
    else merged = withAnswer(merged, fact.id, takenFrom(handing))
  }
  throwAny(issues)
  return fittingOrThrown(merged, before === undefined ? undefined : kept, settings)
}

/** One fact as it is kept and as it is handed in. */
export interface Handing {
  readonly fact: BaseFact
  readonly old: unknown
  readonly handed: unknown
  readonly role: Role
  readonly audience: Audience
  readonly refuse: Refuse
  /** What is left out was taken back. */
  readonly whole: boolean
  /** Who gave the answer that stands, where that was kept. */
  readonly by: Role | undefined
}

function takenFrom({ fact, old, handed, role, audience, refuse, whole, by }: Handing): unknown {
  const own = fact.answeredBy.includes(role)
  if (handed === undefined) return own && whole && !standsBefore(by, role) ? undefined : old
  const path = fact.id.split('.')
  if (own) {
    if (!overwrites(old, handed, by, role)) return handed
    refuse('physicians-word', fact, path)
    return old
  }
  if (!mayRead(fact.tier, audience)) refuse('unreadable', fact, path)
  else if (!sameAnswer(old, handed)) refuse('not-own', fact, path)
  return old
}
