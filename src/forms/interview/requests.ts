import { standingOf } from '../../core/case/case'
import { factsOf } from '../../core/rules/facts-of'
import { ROLES, type Role } from '../../core/snapshot/fact'
import type { AdvisedCase } from './advised-case'
import type { AnswerRequest } from './interview'
import { INTERVIEW_WORDS } from './interview-words'
import { ROLE_NAMES } from './roles'

/**
 * What is left for others to answer: a request to the first to ask of each question that was not asked, still decides
 * something, and is not for this role. Nothing medical is open for an employer, so no request tells of it.
 */
export function requestsFor({ settings, decision }: AdvisedCase, role: Role | undefined): readonly AnswerRequest[] {
  if (role === undefined) return []
  const { locale } = settings
  const facts = factsOf(settings.ruleSet)
  const counts = new Map<Role, number>()
  for (const id of decision.decides.keys()) {
    const fact = facts.get(id)
    if (!fact || standingOf(decision.judgement.opened, id) !== 'not-asked' || fact.answeredBy.includes(role)) continue
    counts.set(fact.answeredBy[0], (counts.get(fact.answeredBy[0]) ?? 0) + 1)
  }
  return ROLES.flatMap((other): AnswerRequest[] => {
    const count = counts.get(other)
    if (count === undefined) return []
    return [{ role: other, count, text: INTERVIEW_WORDS[locale].request(ROLE_NAMES[other][locale], count) }]
  })
}
