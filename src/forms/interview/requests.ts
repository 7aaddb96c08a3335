import { standingOf } from '../../core/case/case'
import { factsOf } from '../../core/rules/facts-of'
import { ROLES, type Role } from '../../core/snapshot/fact'
import type { AdvisedCase } from './advised-case'
import { type AnsweredBy, isSettledFor } from './answered-by'
import type { AnswerRequest } from './interview'
import { INTERVIEW_WORDS } from './interview-words'
import { ROLE_NAMES } from './roles'

/**
 * What is left for others to answer: a request to the first to ask of each question that still decides something, and
 * that was not asked and is not for this role, or that somebody else did not know. Nothing medical is open for an employer, so no request tells of it.
 */
export function requestsFor(
  { settings, decision }: AdvisedCase,
  role: Role | undefined,
  answeredBy: AnsweredBy,
): readonly AnswerRequest[] {
  if (role === undefined) return []
  const { locale } = settings
  const facts = factsOf(settings.ruleSet)
  const counts = new Map<Role, number>()
  for (const id of decision.decides.keys()) {
    const fact = facts.get(id)
    if (!fact) continue
    const asked = standingOf(decision.judgement.opened, id) !== 'not-asked'
    // Whoever does not know it was not asked first: then the first still may.
    if (asked ? isSettledFor(fact, answeredBy[id], fact.answeredBy[0]) : fact.answeredBy.includes(role)) continue
    if (fact.answeredBy[0] === role) continue
    counts.set(fact.answeredBy[0], (counts.get(fact.answeredBy[0]) ?? 0) + 1)
  }
  return ROLES.flatMap((other): AnswerRequest[] => {
    const count = counts.get(other)
    if (count === undefined) return []
    return [{ role: other, count, text: INTERVIEW_WORDS[locale].request(ROLE_NAMES[other][locale], count) }]
  })
}
