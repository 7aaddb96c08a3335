import { questionsOf } from '../evaluate/question'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { Need, Rule, RuleSet, Service } from '../rule-set/rule-set'

/** The rules that bear on one service, whatever the case. */
export interface ServiceRules {
  readonly service: Service
  readonly reasons: readonly ReasonRule[]
  readonly holds: readonly Rule[]
  /** Every rule that would withdraw one of the reasons, once. */
  readonly waivers: readonly Rule[]
  /** What the service needs to be in place. */
  readonly needs: readonly Need[]
  /** Where they stand among the questions of the rule set: the reasons, and then the waivers and the holds. */
  readonly places: { readonly reasons: readonly number[]; readonly others: readonly number[] }
}

/** A rule that speaks for a service, and those that would withdraw it. */
export interface ReasonRule {
  readonly rule: Rule
  readonly waivers: readonly Rule[]
}

/** The rules that bear on each service, in the order of the catalogue. */
export const rulesByService = perRuleSet((ruleSet): readonly ServiceRules[] =>
  ruleSet.services.map((service) => rulesFor(service, ruleSet)),
)

function rulesFor(service: Service, ruleSet: RuleSet): ServiceRules {
  const { rules } = ruleSet
  const waivers = (rule: Rule): Rule[] =>
    rules.filter(({ event }) => {
      if (event.type !== 'waive') return false
      return 'rules' in event.params ? event.params.rules.includes(rule.id) : event.params.services.includes(service.id)
    })
  const reasons = rules
    .filter(({ event }) => event.type === 'recommend' && event.params.services.includes(service.id))
    .map((rule) => ({ rule, waivers: waivers(rule) }))
  const holds = rules.filter(({ event }) => event.type === 'hold' && event.params.services.includes(service.id))
  const withdrawing = [...new Set(reasons.flatMap((reason) => reason.waivers))]
  const placeOf = new Map(questionsOf(ruleSet).map(({ id }, place) => [id, place]))
  const placesOf = (of: readonly Rule[]): readonly number[] => of.map(({ id }) => placeOf.get(id) as number)
  return {
    service,
    reasons,
    waivers: withdrawing,
    holds,
    needs: service.needs.flatMap((id) => ruleSet.needs.get(id) ?? []),
    places: { reasons: placesOf(reasons.map(({ rule }) => rule)), others: placesOf([...withdrawing, ...holds]) },
  }
}
