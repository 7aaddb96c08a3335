import { outcomeOf } from '../evaluate/exact-evaluator'
import type { Judgement } from '../evaluate/judgement'
import { type Diagram, isKnown } from '../facts/diagram'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { Rule, RuleSet, Service } from '../rule-set/rule-set'
import { moreUrgent } from '../schedule/window'

/** The rules that bear on one service, whatever the case. */
export interface ServiceRules {
  readonly service: Service
  readonly reasons: readonly { readonly rule: Rule; readonly waivers: readonly Rule[] }[]
  readonly holds: readonly Rule[]
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

/** A service with the windows in which it is recommended, over the completions of the snapshot; null where it is not. */
export interface WeighedService {
  readonly rules: ServiceRules
  /** With waivers that are still open left out: they do not withdraw a recommendation yet. */
  readonly spokenFor: Diagram<string | null>
  /** With every waiver where it is met. */
  readonly afterWaivers: Diagram<string | null>
}

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly WeighedService[] {
  return rulesByService(judgement.ruleSet)
    .map((rules) => weigh(rules, judgement))
    .filter(({ afterWaivers }) => !isKnown(afterWaivers, null))
}

function weigh(rules: ServiceRules, judgement: Judgement): WeighedService {
  const { forest } = judgement.facts
  const live = rules.reasons.filter(
    ({ rule, waivers }) => judgement.outcome(rule.id) !== 'not-met' && !isWaived(waivers, judgement),
  )
  const spokenFor = joinWindows(
    live.map(({ rule }) => ({ rule, speaks: judgement.met(rule.id) })),
    judgement,
  )
  const open = live.some(({ waivers }) => waivers.some((waiver) => judgement.outcome(waiver.id) === 'open'))
  if (!open) return { rules, spokenFor, afterWaivers: spokenFor }
  const unwaived = live.map(({ rule, waivers }) => {
    const waived = forest.any(waivers.map((waiver) => judgement.met(waiver.id)))
    return { rule, speaks: forest.all([judgement.met(rule.id), forest.not(waived)]) }
  })
  return { rules, spokenFor, afterWaivers: joinWindows(unwaived, judgement) }
}

interface Speaker {
  readonly rule: Rule
  /** True in the completions in which it speaks for the service. */
  readonly speaks: Diagram<boolean>
}

/** The most urgent window of all that speak. Those with one and the same window are joined first, which is cheap. */
function joinWindows(speakers: readonly Speaker[], judgement: Judgement): Diagram<string | null> {
  const { forest } = judgement.facts
  const byWindow = new Map<Diagram<string | null>, Diagram<boolean>[]>()
  for (const { rule, speaks } of speakers) {
    const window = judgement.window(rule)
    byWindow.set(window, [...(byWindow.get(window) ?? []), speaks])
  }
  return [...byWindow]
    .map(([window, speak]) => forest.combine(forest.any(speak), window, (any, at) => (any ? at : null)))
    .reduce((all, one) => forest.combine(all, one, moreUrgent), forest.known<string | null>(null))
}

/** Whether a reason is withdrawn for certain. */
export const isWaived = (waivers: readonly Rule[], judgement: Judgement): boolean =>
  outcomeOf(judgement.facts.forest.any(waivers.map((waiver) => judgement.met(waiver.id)))) === 'met'
