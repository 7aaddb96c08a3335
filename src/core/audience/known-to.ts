import type { Audience, Release } from '../advice'
import { perRuleSet } from '../cache'
import { formatDay } from '../calendar/day'
import { type Answer, answersUnder, type Case } from '../case/case'
import type { Decision } from '../decide/decide'
import { idOf, isDue, isPersonal, type Placed, stands } from '../decide/relate'
import { factsOf } from '../rules/facts-of'
import type { RuleSet } from '../rules/rule-set'

/**
 * The case as its reader may know it: the one place where the employer's case is made. For the employer every
 * medical-tier fact is "none of this reader's business" (null), which meets no comparison: no medical rule speaks, holds
 * or withdraws, nothing of it is open, and two cases with the same employer-tier facts are the same from here on.
 */
export function knownTo(audience: Audience, opened: Case, ruleSet: RuleSet): Case {
  if (audience === 'full') return opened
  const { slots, given } = answersUnder(opened.answers, ruleSet.facts)
  const medical = medicalSlots(ruleSet)
  return {
    ...opened,
    answers: { slots, given: given.map((answer, slot) => (medical[slot] ? NOT_THEIRS : answer)) },
    raised: opened.raised.filter(({ tier }) => tier === 'employer'),
  }
}

const NOT_THEIRS: Answer = { state: 'known', value: null, option: -1 }

/** By slot: the slots of a rule set are its facts, in their order. */
const medicalSlots = perRuleSet((ruleSet: RuleSet): readonly boolean[] =>
  [...factsOf(ruleSet).values()].map(({ tier }) => tier === 'medical'),
)

/**
 * What the physician could release: the services that only the full advice asks for or asks for earlier, and a day to
 * wait until where it holds what the employer would go on with. Nothing is released by this.
 */
export function toRelease(full: Decision, employer: Decision): Release {
  const seen = new Map(employer.placed.map((placed) => [idOf(placed.candidate), placed]))
  const advises = full.placed.flatMap((placed): Release['advises'] => {
    const { candidate } = placed
    const theirs = seen.get(idOf(candidate))
    if (!isOpen(placed) || !isPersonal(candidate)) return []
    if (theirs && isOpen(theirs) && theirs.candidate.window.by <= candidate.window.by) return []
    return [{ service: idOf(candidate), by: formatDay(candidate.window.by) }]
  })
  const holds = full.placed.flatMap(({ candidate }) => {
    const theirs = seen.get(idOf(candidate))
    if (!candidate.held || !theirs || !isOpen(theirs) || !isDue(theirs.candidate)) return []
    return candidate.holds.filter(({ certainty }) => certainty === 'certain').map(({ reviewOn }) => reviewOn)
  })
  return { advises, ...(holds.length > 0 ? { waitUntil: formatDay(Math.max(...holds)) } : {}) }
}

/** Advised, and not only because of what goes before it. */
const isOpen = ({ candidate, coveredBy }: Placed): boolean =>
  stands(candidate) && !coveredBy.some(({ certainty }) => certainty === 'certain')
