import type { Judgement } from '../evaluate/judgement'
import { isKnown, ownersOf } from '../facts/diagram'
import { DELIVERIES } from './delivery'
import { gatherEvidence } from './evidence'
import { holdsIn, needsIn, reasonsIn, waiversIn } from './grounds'
import { ranksIn } from './rank-windows'
import { isWithdrawn, type SpokenFor } from './service-row'
import type { ServiceRules } from './service-rules'
import { reachCore, type Verdict, whatDecidesIn } from './verdict'

let reached = 0

/** The whole verdict on a service; null when no completion of the snapshot recommends it. */
export function reachVerdict(
  rules: ServiceRules,
  { diagrams, windows, delivered }: SpokenFor,
  judgement: Judgement,
): Verdict | null {
  const { metAt } = judgement
  const { forest } = judgement.facts
  const speaking = rules.reasons.filter(
    (reason) => !isKnown(metAt(reason.place), false) && !isWithdrawn(reason, delivered, metAt),
  )
  const evidence = gatherEvidence(rules, speaking, ranksIn(windows, diagrams, forest), delivered, judgement)
  const core = evidence ? reachCore(evidence.groups, evidence.delivered, forest) : null
  if (!evidence || !core) return null
  const [holds, needs] = [holdsIn(evidence), needsIn(evidence)]
  return {
    number: reached++,
    ...core,
    reasons: reasonsIn(evidence),
    holds,
    held: holds.some(({ certainty }) => certainty === 'certain'),
    waivers: waiversIn(evidence, metAt),
    perhapsDelivered: ownersOf(core.recommended).has(DELIVERIES),
    needs,
    blockedBy: Object.freeze(needs.map(({ need }) => need)),
    decides: whatDecidesIn(core.recommended, evidence.holds, evidence.needs, forest),
  }
}
