import type { Judgement } from '../evaluate/judgement'
import type { Forest } from '../facts/diagram'
import { gatherEvidence, type ServiceEvidence } from './evidence'
import { groundsIn } from './grounds'
import { rulesByService, type ServiceRules } from './service-rules'
import { type Core, reachCore, type Verdict, whatDecidesIn } from './verdict'

/** A service that the answers recommend or may still recommend, with the windows that its verdict names by rank. */
export interface WeighedService {
  readonly rules: ServiceRules
  readonly verdict: Verdict
  /** From the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
}

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly WeighedService[] {
  const { forest } = judgement.facts
  const weighed: WeighedService[] = []
  for (const rules of rulesByService(judgement.ruleSet)) {
    const evidence = gatherEvidence(rules, judgement)
    const core = evidence && coreOf(evidence, forest)
    if (evidence && core) weighed.push({ rules, verdict: verdictOn(evidence, core, forest), windows: evidence.windows })
  }
  return weighed
}

/** What only an explanation asks is worked out when it is asked. */
function verdictOn(evidence: ServiceEvidence, core: Core, forest: Forest): Verdict {
  const grounds = groundsIn(evidence)
  return {
    certainty: core.certainty,
    mostUrgent: core.mostUrgent,
    leastUrgent: core.leastUrgent,
    windowDependsOn: core.windowDependsOn,
    recommended: core.recommended,
    perhapsDelivered: evidence.delivered.kind === 'split' && evidence.groups.some(({ fixed }) => !fixed),
    decides: decidesIn(evidence, core, forest),
    holds: grounds.holds(),
    needs: grounds.needs(),
    get reasons() {
      return grounds.reasons()
    },
    get waivers() {
      return grounds.waivers()
    },
  }
}

/** Results that are kept for the diagrams of one forest. Past it, they are reached anew. */
const MOST_KEPT = 8_000

interface Kept {
  readonly cores: Map<string, Core | null>
  readonly decides: Map<string, readonly string[]>
}

const kept = new WeakMap<Forest, Kept>()

function keptFor(forest: Forest): Kept {
  const found = kept.get(forest) ?? { cores: new Map(), decides: new Map() }
  kept.set(forest, found)
  return found
}

/** The same diagrams and the same order of windows lead to the same result. */
function coreOf({ groups, delivered }: ServiceEvidence, forest: Forest): Core | null {
  let key = String(delivered.id)
  for (const { rank, fixed, spoken, standing } of groups)
    key += `${fixed ? ' f' : ' '}${rank.id},${spoken.id},${standing.id}`
  return keep(keptFor(forest).cores, key, () => reachCore(groups, delivered, forest))
}

function decidesIn(
  { rules, others, needs }: ServiceEvidence,
  { recommended }: Core,
  forest: Forest,
): readonly string[] {
  const holds = others.slice(rules.waivers.length)
  let key = String(recommended.id)
  for (const hold of holds) key += ` ${hold.id}`
  for (const need of needs) key += `,${need.id}`
  return keep(keptFor(forest).decides, key, () => whatDecidesIn(recommended, holds, needs, forest))
}

function keep<Result>(results: Map<string, Result>, key: string, compute: () => Result): Result {
  const found = results.get(key)
  if (found !== undefined) return found
  const result = compute()
  if (results.size >= MOST_KEPT) results.clear()
  results.set(key, result)
  return result
}
