import { perRuleSet } from '../rule-set/per-rule-set'
import type { Rule, RuleSet, Service } from '../rule-set/rule-set'

/** The rules that bear on one service, whatever the case. */
export interface ServiceRules {
  readonly service: Service
  readonly reasons: readonly ReasonRule[]
  readonly holds: readonly Rule[]
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

function rulesFor(service: Service, { rules }: RuleSet): ServiceRules {
  const waivers = (rule: Rule): Rule[] =>
    rules.filter(({ event }) => {
      if (event.type !== 'waive') return false
      return 'rules' in event.params ? event.params.rules.includes(rule.id) : event.params.services.includes(service.id)
    })
  return {
    service,
    reasons: rules
      .filter(({ event }) => event.type === 'recommend' && event.params.services.includes(service.id))
      .map((rule) => ({ rule, waivers: waivers(rule) })),
    holds: rules.filter(({ event }) => event.type === 'hold' && event.params.services.includes(service.id)),
  }
}
