import type { Judgement } from '../evaluate/judgement'
import type { Diagram, Forest } from '../facts/diagram'
import { deliveredRecently } from './delivery'
import { needDiagram } from './needs'
import { rankWindows } from './rank-windows'
import { type ReasonRule, rulesByService, type ServiceRules } from './service-rules'
import { reachVerdict, type Verdict } from './verdict'

/** A service that the answers recommend or may still recommend, with the windows that its verdict names by rank. */
export interface WeighedService {
  readonly rules: ServiceRules
  readonly verdict: Verdict
  /** From the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
}

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly WeighedService[] {
  const weighed: WeighedService[] = []
  for (const rules of rulesByService(judgement.ruleSet)) {
    const service = weigh(rules, judgement)
    if (service) weighed.push(service)
  }
  return weighed
}

function weigh(rules: ServiceRules, judgement: Judgement): WeighedService | undefined {
  const speaks: Diagram<boolean>[] = []
  const windows: (Diagram<number | null> | undefined)[] = []
  let anySpeaks = false
  for (let at = 0; at < rules.reasons.length; at++) {
    const met = judgement.metAt(rules.places.reasons[at] as number)
    const speaksPerhaps = met.kind === 'split' || met.value
    speaks.push(met)
    windows.push(speaksPerhaps ? judgement.window((rules.reasons[at] as ReasonRule).rule) : undefined)
    anySpeaks ||= speaksPerhaps
  }
  if (!anySpeaks) return undefined
  const ranked = rankWindows(windows, judgement.facts)
  const verdict = verdictFor(rules, speaks, ranked.ranks, judgement)
  return verdict ? { rules, verdict, windows: ranked.windows } : undefined
}

/** Verdicts that are kept for one service. Past it, they are reached anew. */
const MOST_KEPT = 2_000

const kept = new WeakMap<Forest, Map<ServiceRules, Map<string, Verdict | null>>>()

/** The same evidence, which is diagrams of one forest and the order of windows, leads to the same verdict. */
function verdictFor(
  rules: ServiceRules,
  speaks: readonly Diagram<boolean>[],
  ranks: readonly (Diagram<number | null> | undefined)[],
  judgement: Judgement,
): Verdict | null {
  const { forest } = judgement.facts
  const services = kept.get(forest) ?? new Map<ServiceRules, Map<string, Verdict | null>>()
  kept.set(forest, services)
  const verdicts = services.get(rules) ?? new Map<string, Verdict | null>()
  services.set(rules, verdicts)
  const others = rules.places.others.map(judgement.metAt)
  const needs = rules.needs.map((need) => needDiagram(need, judgement))
  const delivered = deliveredRecently(rules.service, judgement)
  // Every list has a fixed length for a service, so that numbers in a row tell them apart.
  let key = String(delivered.id)
  for (const part of [speaks, ranks, others, needs]) for (const diagram of part) key += diagram ? ` ${diagram.id}` : ' '
  const found = verdicts.get(key)
  if (found !== undefined) return found
  const [waivers, holds] = [others.slice(0, rules.waivers.length), others.slice(rules.waivers.length)]
  const verdict = reachVerdict({ rules, speaks, ranks, waivers, holds, needs, delivered }, judgement)
  if (verdicts.size >= MOST_KEPT) verdicts.clear()
  verdicts.set(key, verdict)
  return verdict
}
