import type { Certainty } from '../advice'
import { outcomeOf } from '../evaluate/exact-evaluator'
import type { Judgement } from '../evaluate/judgement'
import { type Diagram, isKnown } from '../facts/diagram'
import type { Rule } from '../rule-set/rule-set'
import type { Grounds, UnmetNeed } from './candidate'
import { earliest, type LiveReason } from './live-reasons'
import { needDiagram } from './needs'
import type { ServiceRules } from './service-rules'

/** Certain before possible, then the earliest window, then the order of the rule set. */
export function reasonsIn(live: readonly LiveReason[]): readonly Grounds[] {
  const ordered = live.length < 2 ? live : [...live].sort(compareReasons)
  return ordered.map(({ reason: { rule }, speaks }) => ({ rule, certainty: certaintyOf(speaks) }))
}

const certaintyOf = (met: Diagram<boolean>): Certainty => (isKnown(met, true) ? 'certain' : 'possible')

const compareReasons = (a: LiveReason, b: LiveReason): number =>
  certaintyOrder(a) - certaintyOrder(b) || compareWindows(earliest(a), earliest(b))

const certaintyOrder = ({ speaks }: LiveReason): number => (isKnown(speaks, true) ? 0 : 1)
const compareWindows = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** Those that hold or still may. */
export const holdsIn = ({ holds, holdPlaces }: ServiceRules, { metAt }: Judgement): readonly Grounds[] =>
  holds.flatMap((rule, index): readonly Grounds[] => {
    const met = metAt(holdPlaces[index] as number)
    return isKnown(met, false) ? [] : [{ rule, certainty: certaintyOf(met) }]
  })

/** The rules that may yet withdraw a reason. */
export function waiversIn(live: readonly LiveReason[], { metAt }: Judgement): readonly Rule[] {
  const open = new Set<Rule>()
  for (const { reason, waived } of live)
    if (waived.kind === 'split')
      reason.waivers.forEach((rule, index) => {
        if (outcomeOf(metAt(reason.waiverPlaces[index] as number)) === 'open') open.add(rule)
      })
  return [...open]
}

/** Those that are not in place, and those of which that is not known. */
export const needsIn = ({ needs }: ServiceRules, judgement: Judgement): readonly UnmetNeed[] =>
  needs.flatMap((need): readonly UnmetNeed[] => {
    const outcome = outcomeOf(needDiagram(need, judgement))
    return outcome === 'met' ? [] : [{ need: need.id, state: outcome === 'not-met' ? 'unmet' : 'unknown' }]
  })
