import { type Issue, nearestName, TriageError } from '../../core/issue/issue'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import type { Locale, Role } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { answerIn } from '../form/form'
import { checkAnsweredBy, overwrites } from './answered-by'
import type { AnswerOptions } from './check-answers'
import { nameOf } from './list-flags'
import { mergeList } from './merge-list'
import { settingsFrom, splitRole } from './role-options'
import { fittingOrThrown, parsedOrThrown, throwAny, withAnswer } from './snapshot-answers'
import { type Refuse, wrongRole } from './wrong-role'

/**
 * A snapshot with one answer more, other, or less.
 *
 * @param fact The fact, by id. A flag of list items (`absence.leaves.oneCase`) takes a list with an answer for each
 *   item, or one answer for all.
 * @param value As the snapshot holds it; undefined for not asked.
 * @param options `role`: who answers; without one the answer is anyone's.
 * @returns A new snapshot, checked and frozen. A list keeps the flags that are not the role's own.
 * @throws TriageError: `unknown-fact`, `wrong-role`, `physicians-word` (see `checkAnswers`), or the issues of
 *   `parseSnapshot`, and those of answers that fitted together before.
 */
export function setAnswer(
  snapshot: unknown,
  fact: string,
  value: unknown,
  options: AnswerOptions & { readonly role?: Role } = {},
): Snapshot {
  const { answeredBy, ...rest } = options ?? {}
  const settings = settingsFrom(splitRole(rest))
  throwAny(checkAnsweredBy(answeredBy, settings.ruleSet, ['options', 'answeredBy']))
  const { locale, audience, ruleSet } = settings
  const before = parsedOrThrown(snapshot, settings)
  const found = factsOf(ruleSet).get(fact)
  if (!found) throw new TriageError([unknownFact(fact, ruleSet, locale)])
  const { role } = options
  if (role !== undefined && !found.answeredBy.includes(role))
    throw new TriageError([wrongRole('not-own', found, fact.split('.'), role, locale)])
  if (role !== undefined && overwrites(answerIn(before, fact), value, answeredBy?.[fact], role))
    throw new TriageError([wrongRole('physicians-word', found, fact.split('.'), role, locale)])
  const after = fittingOrThrown(answered(before, found, value), before, settings)
  if (role === undefined || (found.type !== 'spells' && found.type !== 'leaves')) return after
  const issues: Issue[] = []
  const refuse: Refuse = (...what) => issues.push(wrongRole(...what, role, locale))
  const [old, handed] = [answerIn(before, fact), answerIn(after, fact)]
  const handing = { fact: found, old, handed, role, audience, refuse, whole: true, by: answeredBy?.[fact] }
  const merged = withAnswer(after, fact, mergeList(handing))
  throwAny(issues)
  return fittingOrThrown(merged, before, settings)
}

function answered(snapshot: Snapshot, { id }: BaseFact, value: unknown): Snapshot {
  const [section, list, flag] = id.split('.') as [string, string, string?]
  if (flag === undefined) return withAnswer(snapshot, id, value)
  const items = answerIn(snapshot, `${section}.${list}`)
  if (!Array.isArray(items)) return snapshot
  return withAnswer(
    snapshot,
    `${section}.${list}`,
    items.map((item, index) => {
      const { [nameOf(id)]: _, ...bare } = item
      const one: unknown = Array.isArray(value) ? value[index] : value
      return one === undefined ? bare : { ...bare, [nameOf(id)]: one }
    }),
  )
}

function unknownFact(fact: string, ruleSet: RuleSet, locale: Locale): Issue {
  const nearest = nearestName(String(fact), factsOf(ruleSet).keys())
  const hint = nearest === undefined ? '' : `: ${nearest}`
  const message = { nl: `geef een feit uit het vocabulaire${hint}`, en: `give a fact of the vocabulary${hint}` }[locale]
  return { code: 'unknown-fact', path: ['fact'], message, ...(nearest === undefined ? {} : { nearest }) }
}
