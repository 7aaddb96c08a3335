import type { Issue } from '../../core/issue/issue'
import { shippedRuleSet } from '../../core/rules/bundled'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { isUnknownWord, ROLES, type Role } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { answerIn } from '../form/form'
import { sameAnswer } from './snapshot-answers'

/**
 * Who gave the answer that stands, by fact id: for the questions that more than one role may answer. The host keeps it
 * beside the snapshot, which does not hold it, so that no rule reads who said something. It names no medical fact that
 * an employer's side may answer, for there is none.
 */
export type AnsweredBy = Readonly<Record<string, Role>>

/** The physician, and who works under the physician's responsibility and secrecy. */
const PHYSICIANS_SIDE: readonly Role[] = ['occupational-physician', 'delegate']
const isPhysicians = (role: Role | undefined): boolean => role !== undefined && PHYSICIANS_SIDE.includes(role)

/** Whether the physician's side answers a question that another role may answer too. */
const isShared = ({ answeredBy }: Pick<BaseFact, 'answeredBy'>): boolean =>
  answeredBy.some(isPhysicians) && answeredBy.some((role) => !isPhysicians(role))

/** Whether an answer goes before that of a role: what the physician said is for the physician's side to change. */
export const standsBefore = (by: Role | undefined, role: Role): boolean => isPhysicians(by) && !isPhysicians(role)

/**
 * Whether "not known" settles a question for a role: said by the role itself, or by the first to ask. Somebody else's
 * leaves it open for those who may know. Where nobody kept who said it, it leaves open what the physician is asked first.
 */
export function isSettledFor(
  fact: Pick<BaseFact, 'answeredBy'>,
  by: Role | undefined,
  role: Role | undefined,
): boolean {
  if (role === undefined || by === role) return true
  const first = fact.answeredBy[0]
  if (by === undefined) return !(isShared(fact) && isPhysicians(first) && isPhysicians(role))
  return by === first
}

/**
 * Who gave each answer, after a role handed in its own: kept for the facts whose answer changed, and forgotten where it
 * was taken away.
 *
 * @param answeredBy As it was kept; undefined for a new case.
 * @param before The case as it was kept, undefined for a new one, and `after` as `checkAnswers` or `setAnswer` gives it.
 * @returns A new map, frozen, in authored order.
 */
export function whoAnswered(
  answeredBy: AnsweredBy | undefined,
  before: Snapshot | undefined,
  after: Snapshot,
  role: Role,
  { ruleSet = shippedRuleSet() }: { readonly ruleSet?: RuleSet } = {},
): AnsweredBy {
  const entries = [...factsOf(ruleSet).values()].flatMap(({ id, answeredBy: roles }): [string, Role][] => {
    if (roles.length < 2 || id.split('.').length > 2) return []
    const [old, now] = [before && answerIn(before, id), answerIn(after, id)]
    const by = sameAnswer(old, now) ? answeredBy?.[id] : role
    return now === undefined || by === undefined ? [] : [[id, by]]
  })
  return Object.freeze(Object.fromEntries(entries))
}

/** Whether the answer that a role hands in would take the place of the physician's. */
export const overwrites = (old: unknown, handed: unknown, by: Role | undefined, role: Role): boolean =>
  old !== undefined && !isUnknownWord(old) && standsBefore(by, role) && !sameAnswer(old, handed)

/** What is wrong with a map that a host gives: a fact that does not exist, or a role that does not answer it. */
export function checkAnsweredBy(answeredBy: unknown, ruleSet: RuleSet, path: Issue['path']): readonly Issue[] {
  if (answeredBy === undefined) return []
  if (typeof answeredBy !== 'object' || answeredBy === null || Array.isArray(answeredBy))
    return [{ code: 'wrong-type', path, message: 'give an object with a role for each fact' }]
  return Object.entries(answeredBy).flatMap(([fact, role]): Issue[] => {
    const at = [...path, fact.slice(0, 64)]
    const known = factsOf(ruleSet).get(fact)
    if (!known) return [{ code: 'unknown-fact', path: at, message: 'there is no such fact' }]
    if (ROLES.some((one) => one === role)) return []
    return [{ code: 'unknown-value', path: at, message: `give one of ${ROLES.join(', ')}`, expected: ROLES.join(', ') }]
  })
}
