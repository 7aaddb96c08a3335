import type { Certainty } from '../advice'
import { type Diagram, isKnown } from '../diagram/diagram'
import { outcomeOf } from '../evaluate/exact-evaluator'
import type { Judgement } from '../evaluate/judgement'
import type { Rule } from '../rules/rule-set'
import type { Grounds, UnmetNeed } from './candidate'
import { earliest, type LiveReason } from './live-reasons'
import { needDiagram } from './needs'
import type { ServiceRules } from './service-rules'

/** Certain before possible, then the earliest window, then the order of the rule set. */
export function inOrderOfWeight(live: readonly LiveReason[]): readonly LiveReason[] {
  if (live.length < 2) return live
  const ordered = live.slice()
  const weights = live.map(weightOf)
  // They are few: each is put in its place, after its equals.
  for (let place = 1; place < ordered.length; place++) {
    const [reason, weight] = [ordered[place] as LiveReason, weights[place] as number]
    let at = place
    for (; at > 0 && (weights[at - 1] as number) > weight; at--) {
      ordered[at] = ordered[at - 1] as LiveReason
      weights[at] = weights[at - 1] as number
    }
    ordered[at] = reason
    weights[at] = weight
  }
  return ordered
}

export const certaintyOf = (met: Diagram<boolean>): Certainty => (isKnown(met, true) ? 'certain' : 'possible')

/** Above every window as `encodeWindow` writes it. */
const NO_WINDOW = 2 ** 51

/** The lower, the earlier: whole numbers, so that equals are equal. */
const weightOf = (one: LiveReason): number =>
  (isKnown(one.speaks, true) ? 0 : 2 * NO_WINDOW) + Math.min(earliest(one), NO_WINDOW)

/** Those that hold or still may. */
export const holdsIn = ({ holds, holdPlaces }: ServiceRules, { metAt }: Judgement): readonly Grounds[] =>
  holds.flatMap((rule, index): readonly Grounds[] => {
    const met = metAt(holdPlaces[index] as number)
    return isKnown(met, false) ? [] : [{ rule, certainty: certaintyOf(met) }]
  })

const NONE: readonly never[] = []

/** The rules that may yet withdraw a reason. */
export function waiversIn(live: readonly LiveReason[], { metAt }: Judgement): readonly Rule[] {
  if (live.every(({ waived }) => waived.kind === 'known')) return NONE
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
