import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import type { Diagram, Forest } from '../facts/diagram'
import { duration } from '../policy/policy'
import type { RuleSet, Service } from '../rule-set/rule-set'

/** The fact that tells which services were delivered. */
export const DELIVERIES = 'process.services'

/** The first day on which a service that was delivered is worth recommending again; undefined when it was not. */
export function repeatFrom(service: Service, { opened, policy }: Judgement): Day | undefined {
  if (!opened.deliveries || opened.deliveries.length === 0) return undefined
  const days = opened.deliveries.filter(({ service: id, on }) => id === service.id && on <= opened.asOf)
  const latest = Math.max(...days.map(({ on }) => on))
  return days.length === 0 ? undefined : addDuration(latest, duration(policy, 'services.repeatAfter'))
}

/** True in the completions in which a service was delivered too recently to be recommended again. */
export const deliveredRecently = (service: Service, judgement: Judgement): Diagram<boolean> =>
  deliveriesIn(judgement)(service)

/** The same for one service after another of a case. */
export function deliveriesIn(judgement: Judgement): (service: Service) => Diagram<boolean> {
  const { opened, ruleSet } = judgement
  const { forest } = judgement.facts
  if (opened.deliveries?.length === 0) return () => forest.known(false)
  if (opened.deliveries) return (service) => forest.known(opened.asOf < (repeatFrom(service, judgement) ?? opened.asOf))
  const ofForest = unanswered.get(forest) ?? new Map<Service, Diagram<boolean>>()
  if (ofForest.size === 0) unanswered.set(forest, ofForest)
  return (service) => {
    const found = ofForest.get(service)
    if (found) return found
    const delivered = perhapsDelivered(service, ruleSet, forest)
    ofForest.set(service, delivered)
    return delivered
  }
}

const unanswered = new WeakMap<Forest, Map<Service, Diagram<boolean>>>()

/**
 * Each service can have been delivered or not, whatever was done of the others. Above every fact: nothing else turns on
 * it, and so what stands below it is shared by both of its branches.
 */
function perhapsDelivered(service: Service, { services }: RuleSet, forest: Forest): Diagram<boolean> {
  const level = (1 + services.indexOf(service)) / (2 + services.length) - 1
  return forest.split(
    { level, owners: [DELIVERIES] },
    [true, false].map((yes) => forest.known(yes)),
  )
}
