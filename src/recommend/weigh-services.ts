import type { Judgement } from '../evaluate/judgement'
import { type Diagram, isKnown } from '../facts/diagram'
import type { Rule } from '../rule-set/rule-set'
import { moreUrgent } from '../schedule/window'
import { deliveredRecently } from './delivery'
import { type ReasonRule, rulesByService, type ServiceRules } from './service-rules'

/** A service with the windows in which it is recommended, over the completions of the snapshot; null where it is not. */
export interface WeighedService {
  readonly rules: ServiceRules
  /** The reasons that speak or still may, and are not withdrawn for certain. */
  readonly live: readonly ReasonRule[]
  /** With what may yet withdraw a reason left out: it does not withdraw a recommendation while it is open. */
  readonly spokenFor: Diagram<string | null>
  /** With every reason withdrawn where something withdraws it. */
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
  const delivered = deliveredRecently(rules.service, judgement)
  const reasons = rules.reasons
    .filter(({ rule }) => judgement.outcome(rule.id) !== 'not-met')
    // A fixed moment comes back whatever was delivered.
    .filter(({ rule }) => rule.fixedMoment || !isKnown(delivered, true))
    .map((reason) => ({ reason, waived: forest.any(reason.waivers.map((waiver) => judgement.met(waiver.id))) }))
    .filter(({ waived }) => !isKnown(waived, true))
  const live = reasons.map(({ reason }) => reason)
  const spoken = live.map(({ rule }) => ({ rule, speaks: judgement.met(rule.id) }))
  const unwaived = reasons.map(({ reason: { rule }, waived }) => ({
    rule,
    speaks: forest.all([judgement.met(rule.id), forest.not(waived)]),
  }))
  const spokenFor = joinWindows(spoken, judgement)
  const waivable = reasons.some(({ waived }) => !isKnown(waived, false))
  const perhapsDelivered = !isKnown(delivered, false) && live.some(({ rule }) => !rule.fixedMoment)
  if (!perhapsDelivered)
    return { rules, live, spokenFor, afterWaivers: waivable ? joinWindows(unwaived, judgement) : spokenFor }
  // Joined apart, so that the delivery is weighed once and not with every reason.
  const fixed = joinWindows(
    unwaived.filter(({ rule }) => rule.fixedMoment),
    judgement,
  )
  const others = joinWindows(
    unwaived.filter(({ rule }) => !rule.fixedMoment),
    judgement,
  )
  const undelivered = forest.combine(delivered, others, (yes, window) => (yes ? null : window))
  return { rules, live, spokenFor, afterWaivers: forest.combine(fixed, undelivered, moreUrgent) }
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
