import type { Diagram } from '../diagram/diagram'
import { cameLately, keepByRow, type Row } from '../diagram/kept-rows'
import { compileRules } from '../evaluate/compiled/compile-rules'
import type { RowTable } from '../evaluate/compiled/row-table'
import type { Judgement } from '../evaluate/judgement'
import { memoByObject } from '../memo'
import { perPolicy } from '../rules/per-policy'
import type { Policy } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import { asReached, type Candidate, candidateOf } from './candidate'
import { writeRanks } from './rank-windows'
import { type ReasonRule, rulesByService, type ServiceRules } from './service-rules'
import type { ReachVerdict, Verdict } from './verdict'

/** A verdict, and where its windows stand among those of all the reasons that may speak. */
interface KeptVerdict {
  readonly verdict: Verdict
  readonly mostUrgent: number
  readonly leastUrgent: number
}

/** Verdicts that are kept for the rows of one table. */
const MOST_KEPT = 16_000

const verdictsOf = memoByObject((_: RowTable) => ({
  kept: keepByRow<KeptVerdict | null>(MOST_KEPT),
  came: cameLately(),
}))

/** Both written anew for each service. */
const row: Row = { numbers: [], length: 0 }
const windowed: { window: Diagram<number | null> }[] = []

/**
 * Finds the verdicts on one service after another of a case. What the facts say that bear on a service is all that counts,
 * with the order of its windows: when that came up before, nothing is weighed again.
 */
export function verdictFinder(
  services: readonly ServiceRules[],
  deliveries: readonly Diagram<boolean>[],
  inPlace: (need: number) => Diagram<boolean>,
  judgement: Judgement,
  reach: ReachVerdict,
): (place: number) => Candidate | undefined {
  const { coded, ruleSet, policy, facts } = judgement
  const { kept, came } = verdictsOf(coded.table)
  const factsOf = factsByService(ruleSet, policy)
  return (place) => {
    const { reasons, needPlaces } = services[place] as ServiceRules
    const spoken = windowsOf(reasons, judgement)
    if (spoken.length === 0) return undefined
    const { numbers } = row
    numbers[0] = place
    numbers[1] = (deliveries[place] as Diagram<boolean>).id
    row.length = 2
    const bearing = factsOf[place] as Int32Array
    for (let at = 0; at < bearing.length; at++) numbers[row.length++] = coded.rows[bearing[at] as number] as number
    for (let at = 0; at < needPlaces.length; at++) numbers[row.length++] = inPlace(needPlaces[at] as number).id
    const windows = writeRanks(spoken, row, facts.forest)
    const found = kept.find(row)
    if (found === null) return undefined
    if (found)
      return candidateOf(found.verdict, windows[found.mostUrgent] as number, windows[found.leastUrgent] as number)
    const isWorthKeeping = came(row)
    const verdict = reach(place, isWorthKeeping)
    if (isWorthKeeping) kept.keep(row, verdict ? among(windows, verdict) : null)
    return asReached(verdict)
  }
}

/** The windows of the reasons that may speak, in a list that is written anew for each service. */
function windowsOf(
  reasons: readonly ReasonRule[],
  judgement: Judgement,
): readonly { readonly window: Diagram<number | null> }[] {
  let count = 0
  for (let at = 0; at < reasons.length; at++) {
    const { place, timing } = reasons[at] as ReasonRule
    if (judgement.kleeneAt(place) === 'not-met') continue
    const window = judgement.windowAt(timing)
    if (count < windowed.length) (windowed[count] as { window: Diagram<number | null> }).window = window
    else windowed.push({ window })
    count++
  }
  if (windowed.length > count) windowed.length = count
  return windowed
}

const among = (all: readonly number[], verdict: Verdict): KeptVerdict => ({
  verdict,
  mostUrgent: all.indexOf(verdict.windows[verdict.core.mostUrgent] as number),
  leastUrgent: all.indexOf(verdict.windows[verdict.core.leastUrgent] as number),
})

/** The facts that bear on each service, by their places among those of the compiled rules. */
const factsByService = perPolicy((ruleSet: RuleSet, policy: Policy): readonly Int32Array[] => {
  const { questions } = compileRules(ruleSet, policy)
  return rulesByService(ruleSet).map(({ reasons, holdPlaces }) => {
    const asked = [...reasons.flatMap(({ place, waiverPlaces }) => [place, ...waiverPlaces]), ...holdPlaces]
    return Int32Array.from(new Set(asked.flatMap((place) => questions[place]?.facts ?? [])))
  })
})
