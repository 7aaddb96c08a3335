import type { AdvisedCase } from './advised-case'
import type { AnswerRequest, DoneReason, Interview } from './interview'
import { INTERVIEW_WORDS } from './interview-words'

/** Why there is nothing left to ask, given that there is not. */
export function doneBecause(
  { advice, settings }: AdvisedCase,
  requests: readonly AnswerRequest[],
): NonNullable<Interview['doneBecause']> {
  const reason: DoneReason =
    requests.length > 0 ? 'only-other-roles' : advice.openQuestions.length > 0 ? 'only-unknown' : 'nothing-open'
  return { reason, text: INTERVIEW_WORDS[settings.locale].done[reason] }
}
