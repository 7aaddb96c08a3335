import type { Role } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { type AnsweredBy, whoAnswered } from './answered-by'
import { checkAnswers, type HandInOptions } from './check-answers'

/** A case as a host keeps it: the answers, and beside them who gave those that more than one role may give. */
export interface KeptCase {
  readonly snapshot: Snapshot
  readonly answeredBy: AnsweredBy
}

/**
 * `checkAnswers` and `whoAnswered` in one: takes in what a role hands in, and gives what to keep. The way to do it for a
 * host where several roles answer: the physician's word goes first, and somebody's "not known" leaves a question open.
 *
 * @throws TriageError, as `checkAnswers` does.
 */
export function takeAnswers(
  kept: KeptCase | undefined,
  answers: unknown,
  role: Role,
  options: Omit<HandInOptions, 'answeredBy'> = {},
): KeptCase {
  const { snapshot: before, answeredBy = {} } = kept ?? {}
  const snapshot = checkAnswers(before, answers, role, { ...options, answeredBy })
  const { ruleSet } = options
  return { snapshot, answeredBy: whoAnswered(answeredBy, before, snapshot, role, ruleSet ? { ruleSet } : {}) }
}
