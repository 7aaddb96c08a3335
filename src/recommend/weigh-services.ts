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
  const reasons = rules.reasons
    .filter(({ rule }) => judgement.outcome(rule.id) !== 'not-met')
    .map((reason) => ({ reason, withdrawn: withdrawn(reason, rules, judgement) }))
    .filter(({ withdrawn }) => !isKnown(withdrawn, true))
  const spokenFor = joinWindows(
    reasons.map(({ reason: { rule } }) => ({ rule, speaks: judgement.met(rule.id) })),
    judgement,
  )
  const live = reasons.map(({ reason }) => reason)
  if (reasons.every(({ withdrawn }) => isKnown(withdrawn, false)))
    return { rules, live, spokenFor, afterWaivers: spokenFor }
  const unwaived = reasons.map(({ reason: { rule }, withdrawn }) => ({
    rule,
    speaks: forest.all([judgement.met(rule.id), forest.not(withdrawn)]),
  }))
  return { rules, live, spokenFor, afterWaivers: joinWindows(unwaived, judgement) }
}

/** True in the completions in which a reason is withdrawn: by a waiver, or because the service was delivered recently. */
function withdrawn({ rule, waivers }: ReasonRule, { service }: ServiceRules, judgement: Judgement): Diagram<boolean> {
  return judgement.facts.forest.any([
    ...waivers.map((waiver) => judgement.met(waiver.id)),
    // A fixed moment comes back whatever was delivered.
    ...(rule.fixedMoment ? [] : [deliveredRecently(service, judgement)]),
  ])
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
