import { questionsOf } from '../evaluate/question'
import { perRuleSet } from '../rules/per-rule-set'
import type { Need, Rule, RuleSet, Service } from '../rules/rule-set'
import { timingPlaces } from '../time/timings'

/** The rules that bear on one service, whatever the case. */
export interface ServiceRules {
  /** Tells it from those of every other service, of any rule set. */
  readonly number: number
  readonly service: Service
  readonly reasons: readonly ReasonRule[]
  /** Every rule that would withdraw one of the reasons, once. */
  readonly waivers: readonly Rule[]
  readonly holds: readonly Rule[]
  /** Where the holds stand among the questions of the rule set. */
  readonly holdPlaces: readonly number[]
  /** What the service needs to be in place. */
  readonly needs: readonly Need[]
  /** Where these stand among the needs of the rule set. */
  readonly needPlaces: readonly number[]
}

/** A rule that speaks for a service, and those that would withdraw it. */
export interface ReasonRule {
  readonly rule: Rule
  /** It comes back whatever was delivered. */
  readonly fixed: boolean
  /** Where it stands among the questions of the rule set. */
  readonly place: number
  /** Where its timing stands among those of the rule set; -1 where it has none. */
  readonly timing: number
  readonly waivers: readonly Rule[]
  /** Where these stand among the questions of the rule set. */
  readonly waiverPlaces: readonly number[]
}

/** The rules that bear on each service, in the order of the catalogue. */
export const rulesByService = perRuleSet((ruleSet): readonly ServiceRules[] =>
  ruleSet.services.map((service) => rulesFor(service, ruleSet)),
)

let services = 0

function rulesFor(service: Service, ruleSet: RuleSet): ServiceRules {
  const { rules } = ruleSet
  const placeOf = new Map(questionsOf(ruleSet).map(({ id }, place) => [id, place]))
  const placesOf = (of: readonly Rule[]): readonly number[] => of.map(({ id }) => placeOf.get(id) as number)
  const reasons = rules.filter(({ event }) => event.type === 'recommend' && event.params.services.includes(service.id))
  const holds = rules.filter(({ event }) => event.type === 'hold' && event.params.services.includes(service.id))
  const needs = service.needs.flatMap((id) => ruleSet.needs.get(id) ?? [])
  return {
    number: services++,
    service,
    reasons: reasons.map((rule) => {
      const own = waiversOf(rule, service, rules)
      return {
        rule,
        fixed: rule.fixedMoment === true,
        place: placeOf.get(rule.id) as number,
        timing: timingPlaces(ruleSet).get(rule) ?? -1,
        waivers: own,
        waiverPlaces: placesOf(own),
      }
    }),
    waivers: [...new Set(reasons.flatMap((rule) => waiversOf(rule, service, rules)))],
    holds,
    holdPlaces: placesOf(holds),
    needs,
    needPlaces: needs.map((need) => [...ruleSet.needs.values()].indexOf(need)),
  }
}

const waiversOf = (rule: Rule, service: Service, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ event }) => {
    if (event.type !== 'waive') return false
    return 'rules' in event.params ? event.params.rules.includes(rule.id) : event.params.services.includes(service.id)
  })
