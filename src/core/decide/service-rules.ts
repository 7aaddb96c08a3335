import { perRuleSet } from '../cache'
import type { Rule, RuleSet, Service } from '../rules/rule-set'

/** The rules that bear on one service, whatever the case. */
export interface ServiceRules {
  readonly service: Service
  readonly reasons: readonly ReasonRule[]
  readonly holds: readonly Rule[]
}

/** A rule that speaks for a service, and those that would withdraw it. */
export interface ReasonRule {
  readonly rule: Rule
  /** The rank of the service for this reason: 1 goes first. */
  readonly rank: number
  /** A moment that comes back whatever was delivered before it. */
  readonly fixed: boolean
  readonly waivers: readonly Rule[]
}

/** In the order of the catalogue. */
export const rulesByService = perRuleSet((ruleSet: RuleSet): readonly ServiceRules[] =>
  ruleSet.services.map((service) => rulesFor(service, ruleSet.rules)),
)

function rulesFor(service: Service, rules: readonly Rule[]): ServiceRules {
  const about = (type: 'recommend' | 'hold'): readonly Rule[] =>
    rules.filter(({ event }) => event.type === type && event.params.services.includes(service.id))
  return {
    service,
    reasons: about('recommend').map((rule) => ({
      rule,
      rank: rule.priority ?? service.rank,
      fixed: rule.fixedMoment === true,
      waivers: rules.filter(({ event }) => {
        if (event.type !== 'waive') return false
        return 'rules' in event.params
          ? event.params.rules.includes(rule.id)
          : event.params.services.includes(service.id)
      }),
    })),
    holds: about('hold'),
  }
}

/** The place of a service in the catalogue: the last tie-break. */
export const catalogueOrder = perRuleSet(
  ({ services }: RuleSet): ReadonlyMap<string, number> => new Map(services.map(({ id }, place) => [id, place])),
)
