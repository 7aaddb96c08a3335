import type { Judgement } from '../evaluate/judgement'
import type { Forest } from '../facts/diagram'
import { keepByRow, type ResultsByRow } from './kept-rows'
import { reachVerdict } from './reach-verdict'
import { serviceReader } from './service-row'
import { rulesByService, type ServiceRules } from './service-rules'
import type { Verdict } from './verdict'

/** A service that the answers recommend or may still recommend, with the windows that its verdict names by rank. */
export interface WeighedService {
  readonly rules: ServiceRules
  /** One and the same object for all cases of one forest that come to it, for as long as it is kept. */
  readonly verdict: Verdict
  /** From the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
}

/** Every service that some completion of the snapshot recommends, in the order of the catalogue. */
export function weighServices(judgement: Judgement): readonly WeighedService[] {
  const services = rulesByService(judgement.ruleSet)
  const kept = verdictsFor(judgement.facts.forest, services)
  const row = { numbers: [], length: 0 }
  const read = serviceReader(judgement, row)
  const weighed: WeighedService[] = []
  for (let place = 0; place < services.length; place++) {
    const rules = services[place] as ServiceRules
    const said = read(rules, place)
    if (!said) continue
    let verdict = kept.find(row)
    if (verdict === undefined) {
      verdict = reachVerdict(rules, said, judgement)
      kept.keep(row, verdict)
    }
    if (verdict) weighed.push({ rules, verdict, windows: said.windows })
  }
  return weighed
}

/** Verdicts that are kept for the diagrams of one forest: what is the same in many cases, and their windows by rank. */
const MOST_KEPT = 16_000

type Verdicts = ResultsByRow<Verdict | null>

const known = new WeakMap<Forest, WeakMap<readonly ServiceRules[], Verdicts>>()

function verdictsFor(forest: Forest, services: readonly ServiceRules[]): Verdicts {
  const found = known.get(forest)?.get(services)
  if (found) return found
  const ofForest = known.get(forest) ?? new WeakMap<readonly ServiceRules[], Verdicts>()
  const verdicts: Verdicts = keepByRow(MOST_KEPT)
  known.set(forest, ofForest.set(services, verdicts))
  return verdicts
}
