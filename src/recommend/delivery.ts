import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import type { Diagram, Forest } from '../facts/diagram'
import { duration } from '../policy/policy'
import type { RuleSet, Service } from '../rule-set/rule-set'
import { levelOf } from '../snapshot/catalogue'

const DELIVERIES = 'process.services'

/** The first day on which a service that was delivered is worth recommending again; undefined when it was not. */
export function repeatFrom(service: Service, { opened, policy }: Judgement): Day | undefined {
  if (!opened.deliveries || opened.deliveries.length === 0) return undefined
  const days = opened.deliveries.filter(({ service: id, on }) => id === service.id && on <= opened.asOf)
  const latest = Math.max(...days.map(({ on }) => on))
  return days.length === 0 ? undefined : addDuration(latest, duration(policy, 'services.repeatAfter'))
}

/** True in the completions in which a service was delivered too recently to be recommended again. */
export function deliveredRecently(service: Service, judgement: Judgement): Diagram<boolean> {
  const { facts, opened, ruleSet } = judgement
  if (opened.deliveries) return facts.forest.known(opened.asOf < (repeatFrom(service, judgement) ?? opened.asOf))
  const ofForest = unanswered.get(facts.forest) ?? new Map<Service, Diagram<boolean>>()
  unanswered.set(facts.forest, ofForest)
  const delivered = ofForest.get(service) ?? perhapsDelivered(service, ruleSet, facts.forest)
  ofForest.set(service, delivered)
  return delivered
}

const unanswered = new WeakMap<Forest, Map<Service, Diagram<boolean>>>()

/** Each service can have been delivered or not, whatever was done of the others. */
function perhapsDelivered(service: Service, { services }: RuleSet, forest: Forest): Diagram<boolean> {
  const level = levelOf(DELIVERIES) + (1 + services.indexOf(service)) / (2 + services.length)
  return forest.split(
    { level, owners: [DELIVERIES] },
    [true, false].map((yes) => forest.known(yes)),
  )
}
