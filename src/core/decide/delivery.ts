import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Diagram, Forest } from '../diagram/diagram'
import type { Judgement } from '../evaluate/judgement'
import { memoByObjects } from '../memo'
import { duration } from '../rules/policy'
import type { RuleSet, Service } from '../rules/rule-set'

/** The fact that tells which services were delivered. */
export const DELIVERIES = 'process.services'

/** The first day on which a service that was delivered is worth recommending again; undefined when it was not. */
export function repeatFrom(service: Service, { opened, policy }: Judgement): Day | undefined {
  if (!opened.services || opened.services.length === 0) return undefined
  const days = opened.services.filter(
    ({ service: id, on, state }) => id === service.id && state === 'delivered' && on <= opened.asOf,
  )
  const latest = Math.max(...days.map(({ on }) => on))
  return days.length === 0 ? undefined : addDuration(latest, duration(policy, 'services.repeatAfter'))
}

/** True in the completions in which a service was delivered too recently to be recommended again. */
export const deliveredRecently = (service: Service, judgement: Judgement): Diagram<boolean> =>
  deliveriesIn(judgement)[judgement.ruleSet.services.indexOf(service)] ?? judgement.facts.forest.known(false)

/** The same for every service, in the order of the catalogue. */
export function deliveriesIn(judgement: Judgement): readonly Diagram<boolean>[] {
  const { opened, ruleSet } = judgement
  const { forest } = judgement.facts
  if (!opened.services) return deliveriesUnanswered(ruleSet, forest)
  if (opened.services.length === 0) return nothingDelivered(ruleSet, forest)
  return ruleSet.services.map((service) => forest.known(opened.asOf < (repeatFrom(service, judgement) ?? opened.asOf)))
}

const nothingDelivered = memoByObjects(({ services }: RuleSet, forest: Forest) =>
  services.map((): Diagram<boolean> => forest.known(false)),
)

const deliveriesUnanswered = memoByObjects((ruleSet: RuleSet, forest: Forest) =>
  ruleSet.services.map((service) => perhapsDelivered(service, ruleSet, forest)),
)

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
