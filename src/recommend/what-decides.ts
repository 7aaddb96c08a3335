import type { Judgement } from '../evaluate/judgement'
import { type Diagram, ownersOf, type Value } from '../facts/diagram'
import { needDiagram, needsOf } from './recommend'
import type { WeighedService } from './weigh-services'

/**
 * The unanswered facts that can still change the advice, each with the services it can change: by id, and exact.
 * A fact decides a service when two completions of the snapshot that differ in that fact alone lead to a different
 * recommendation, window, hold or need. The outcome of a service is one diagram over the unanswered facts, and
 * in a reduced diagram a fact appears exactly when the outcome depends on it.
 */
export function whatDecides(
  weighed: readonly WeighedService[],
  judgement: Judgement,
): ReadonlyMap<string, readonly string[]> {
  const decides = new Map<string, string[]>()
  for (const service of weighed)
    for (const fact of new Set(outcomesFor(service, judgement).flatMap((outcome) => [...ownersOf(outcome)]))) {
      const { id } = service.rules.service
      decides.set(fact, [...(decides.get(fact) ?? []), id])
    }
  return decides
}

/**
 * What the advice would say of a service in each completion, part by part: its window, then each hold and each need,
 * while it is recommended. Two completions differ in the whole exactly when they differ in a part.
 */
function outcomesFor({ rules, afterWaivers }: WeighedService, judgement: Judgement): readonly Diagram<Value>[] {
  const { forest } = judgement.facts
  const recommended = forest.map(afterWaivers, (window) => window !== null)
  const whileRecommended = (raised: Diagram<boolean>) => forest.all([recommended, raised])
  return [
    afterWaivers,
    ...rules.holds.map((hold) => whileRecommended(judgement.met(hold.id))),
    ...needsOf(rules.service, judgement).map((need) => whileRecommended(forest.not(needDiagram(need, judgement)))),
  ]
}
