import { outcomeOf } from '../evaluate/exact-evaluator'
import { type Diagram, isKnown, valuesOf } from '../facts/diagram'
import type { Rule } from '../rule-set/rule-set'
import type { Grounds, UnmetNeed } from './candidate'
import type { ServiceEvidence } from './evidence'

/** What the advice says of a service besides its window. */
export interface GroundsOfService {
  reasons(): readonly Grounds[]
  holds(): readonly Grounds[]
  waivers(): readonly Rule[]
  needs(): readonly UnmetNeed[]
}

export const groundsIn = (evidence: ServiceEvidence): GroundsOfService => ({
  reasons: () => reasonsIn(evidence),
  holds: () => holdsIn(evidence),
  waivers: () => waiversIn(evidence),
  needs: () => needsIn(evidence),
})

/** Certain before possible, then the earliest window, then the order of the rule set. */
function reasonsIn({ live }: ServiceEvidence): readonly Grounds[] {
  return live
    .map(({ reason: { rule }, speaks, rank }) => ({
      grounds: { rule, certainty: certaintyOf(speaks) },
      earliest: earliestIn(rank),
    }))
    .sort((a, b) => certaintyOrder(a.grounds) - certaintyOrder(b.grounds) || compareRanks(a.earliest, b.earliest))
    .map(({ grounds }) => grounds)
}

const certaintyOf = (met: Diagram<boolean>): Grounds['certainty'] => (isKnown(met, true) ? 'certain' : 'possible')
const certaintyOrder = ({ certainty }: Grounds): number => (certainty === 'certain' ? 0 : 1)
const earliestIn = (rank: Diagram<number | null>): number =>
  Math.min(...valuesOf(rank).map((one) => one ?? Number.POSITIVE_INFINITY))
const compareRanks = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

function holdsIn({ rules, others }: ServiceEvidence): readonly Grounds[] {
  const holds: Grounds[] = []
  rules.holds.forEach((rule, index) => {
    const met = others[rules.waivers.length + index] as Diagram<boolean>
    if (!isKnown(met, false)) holds.push({ rule, certainty: certaintyOf(met) })
  })
  return holds
}

/** Those that may yet withdraw a reason. */
function waiversIn({ rules, live, others }: ServiceEvidence): readonly Rule[] {
  return [...new Set(live.flatMap(({ reason }) => reason.waiverPlaces))]
    .filter((place) => outcomeOf(others[place] as Diagram<boolean>) === 'open')
    .map((place) => rules.waivers[place] as Rule)
}

function needsIn({ rules, needs }: ServiceEvidence): readonly UnmetNeed[] {
  const unmet: UnmetNeed[] = []
  rules.needs.forEach(({ id }, index) => {
    const outcome = outcomeOf(needs[index] as Diagram<boolean>)
    if (outcome !== 'met') unmet.push({ need: id, state: outcome === 'not-met' ? 'unmet' : 'unknown' })
  })
  return unmet
}
