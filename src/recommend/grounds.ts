import type { Certainty } from '../advice'
import { outcomeOf } from '../evaluate/exact-evaluator'
import { type Diagram, isKnown, valuesOf } from '../facts/diagram'
import type { Rule } from '../rule-set/rule-set'
import type { Grounds, UnmetNeed } from './candidate'
import type { ServiceEvidence } from './evidence'

/** Certain before possible, then the earliest window, then the order of the rule set. */
export function reasonsIn({ live }: ServiceEvidence): readonly Grounds[] {
  return live
    .map(({ reason: { rule }, speaks, rank }) => ({
      grounds: { rule, certainty: certaintyOf(speaks) },
      earliest: earliestIn(rank),
    }))
    .sort((a, b) => certaintyOrder(a.grounds) - certaintyOrder(b.grounds) || compareRanks(a.earliest, b.earliest))
    .map(({ grounds }) => grounds)
}

const certaintyOf = (met: Diagram<boolean>): Certainty => (isKnown(met, true) ? 'certain' : 'possible')
const certaintyOrder = ({ certainty }: Grounds): number => (certainty === 'certain' ? 0 : 1)
const earliestIn = (rank: Diagram<number | null>): number =>
  Math.min(...valuesOf(rank).map((one) => one ?? Number.POSITIVE_INFINITY))
const compareRanks = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Those that hold or still may. */
export const holdsIn = ({ rules, holds }: ServiceEvidence): readonly Grounds[] =>
  rules.holds.flatMap((rule, index): readonly Grounds[] => {
    const met = holds[index] as Diagram<boolean>
    return isKnown(met, false) ? [] : [{ rule, certainty: certaintyOf(met) }]
  })

/** Those that may yet withdraw a reason. */
export function waiversIn({ live }: ServiceEvidence, metAt: (place: number) => Diagram<boolean>): readonly Rule[] {
  const open = new Set<Rule>()
  for (const { reason } of live)
    reason.waivers.forEach((rule, index) => {
      if (outcomeOf(metAt(reason.waiverPlaces[index] as number)) === 'open') open.add(rule)
    })
  return [...open]
}

/** Those that are not in place, and those of which that is not known. */
export const needsIn = ({ rules, needs }: ServiceEvidence): readonly UnmetNeed[] =>
  rules.needs.flatMap(({ id }, index): readonly UnmetNeed[] => {
    const outcome = outcomeOf(needs[index] as Diagram<boolean>)
    return outcome === 'met' ? [] : [{ need: id, state: outcome === 'not-met' ? 'unmet' : 'unknown' }]
  })
