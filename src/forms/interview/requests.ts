import { standingOf } from '../../core/case/case'
import { factsOf } from '../../core/rules/facts-of'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { ROLES, type Role } from '../../core/snapshot/fact'
import type { AdvisedCase } from './advised-case'
import type { AnswerRequest } from './interview'
import { INTERVIEW_WORDS } from './interview-words'
import { mayRead, ROLE_NAMES } from './roles'

/**
 * What is left for others to answer: a request to the first to ask of each question that was not asked, still decides
 * something, and is not for this role and this audience. For the employer a request that has anything medical in it
 * tells no number, and stands whether or not it was answered: its going away would tell what the answers come to.
 */
export function requestsFor(advised: AdvisedCase, role: Role | undefined): readonly AnswerRequest[] {
  const { settings, judgement, decides } = advised
  const { audience, locale } = settings
  const words = INTERVIEW_WORDS[locale]
  const asked = new Map<Role, BaseFact[]>()
  for (const id of decides.keys()) {
    const fact = factsOf(settings.ruleSet).get(id)
    if (!fact || standingOf(judgement.opened, id) !== 'not-asked') continue
    const { tier, answeredBy } = fact
    if (mayRead(tier, audience) && (role === undefined || answeredBy.includes(role))) continue
    asked.set(answeredBy[0], [...(asked.get(answeredBy[0]) ?? []), fact])
  }
  return ROLES.flatMap((other): AnswerRequest[] => {
    const facts = asked.get(other)
    if (!facts) return []
    const hidden = facts.some(({ tier }) => !mayRead(tier, audience))
    const name = ROLE_NAMES[other][locale]
    return [
      hidden
        ? { role: other, count: null, text: words.perhapsRequest(name) }
        : { role: other, count: facts.length, text: words.request(name, facts.length) },
    ]
  })
}
