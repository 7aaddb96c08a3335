import type { Advice, Recommendation } from '../../core/advice'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { targetsOf } from '../coverage/targets-of'
import type { Expectation, ExpectedRecommendation } from '../testing/expectation'
import type { RuleOutcomes } from '../testing/rule-outcomes'

/** What an advice says of a rule: what a person has to confirm. */
export function expectedOf(rule: Rule, advice: Advice, outcomes: RuleOutcomes, ruleSet: RuleSet): Expectation {
  const { event } = rule
  const outcome = outcomes.get(rule.id)
  const stated: Expectation = outcome ? { outcomes: { [rule.id]: outcome } } : {}
  if (event.type === 'notice') {
    const { notice } = event.params
    const found = advice.notices.find(({ id }) => id === notice)
    return { ...stated, ...(found ? { notices: { [notice]: found.state } } : { noNotices: [notice] }) }
  }
  const services = event.type === 'waive' ? servicesOf(targetsOf(rule, ruleSet)) : servicesOf([rule])
  const found = services.flatMap((service) => advice.recommendations.filter((one) => one.service === service))
  const gone = services.filter((service) => !found.some((one) => one.service === service))
  return {
    ...stated,
    ...(found.length > 0 && { recommendations: found.map((one) => claimOn(one, rule)) }),
    ...(gone.length > 0 && { excludes: gone }),
  }
}

const servicesOf = (rules: readonly Rule[]): string[] => [
  ...new Set(rules.flatMap(({ event }) => ('services' in event.params ? event.params.services : []))),
]

function claimOn(
  { service, certainty, timing, reasons, heldBy, waivedBy }: Recommendation,
  { id, event }: Rule,
): ExpectedRecommendation {
  const carrying = reasons.filter((reason) => reason.certainty === certainty)
  // Several that are only possible can make one certain together: one of them is met whatever the answer.
  const named = (carrying.length > 0 ? carrying : reasons).map(({ rule }) => rule)
  const claim = { service, certainty, reasons: named }
  if (event.type === 'hold') {
    const hold = heldBy.find(({ rule }) => rule === id)
    return hold
      ? { ...claim, heldBy: { [id]: hold.certainty }, reviewOn: { [id]: hold.reviewOn } }
      : { ...claim, notHeldBy: [id] }
  }
  if (event.type === 'waive')
    return waivedBy.some(({ rule }) => rule === id) ? { ...claim, waivedBy: [id] } : { ...claim, notWaivedBy: [id] }
  const { state, startFrom, startBy } = timing
  const speaks = reasons.some(({ rule }) => rule === id)
  return {
    service,
    certainty,
    state,
    startFrom,
    startBy,
    reasons: speaks ? [id] : named,
    ...(!speaks && { notReasons: [id] }),
  }
}
