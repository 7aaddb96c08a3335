import type { Judgement } from '../evaluate/judgement'
import { type Diagram, type Forest, isKnown } from '../facts/diagram'
import { needDiagram } from './needs'
import type { ReasonRule, ServiceRules } from './service-rules'
import type { ReasonGroup } from './verdict'

/** What a case says of one service: diagrams over its unanswered facts, in the order of the rules that they belong to. */
export interface ServiceEvidence {
  readonly rules: ServiceRules
  /** The reasons that speak or still may, and are not withdrawn for certain. */
  readonly live: readonly LiveReason[]
  readonly groups: readonly ReasonGroup[]
  /** Of each hold: true in the completions that meet it. */
  readonly holds: readonly Diagram<boolean>[]
  /** Of each need: true in the completions in which it is in place. */
  readonly needs: readonly Diagram<boolean>[]
  readonly delivered: Diagram<boolean>
}

export interface LiveReason {
  readonly reason: ReasonRule
  readonly speaks: Diagram<boolean>
  readonly rank: Diagram<number | null>
}

/** Of the reasons that speak or still may, with the ranks of their windows. Undefined when all are withdrawn for certain. */
export function gatherEvidence(
  rules: ServiceRules,
  speaking: readonly ReasonRule[],
  ranks: readonly Diagram<number | null>[],
  delivered: Diagram<boolean>,
  judgement: Judgement,
): ServiceEvidence | undefined {
  const { forest } = judgement.facts
  const live: LiveReason[] = []
  const groups: Mutable<ReasonGroup>[] = []
  speaking.forEach((reason, index) => {
    const waived = forest.any(reason.waiverPlaces.map(judgement.metAt))
    if (isKnown(waived, true)) return
    const speaks = judgement.metAt(reason.place)
    const rank = ranks[index] as Diagram<number | null>
    live.push({ reason, speaks, rank })
    const standing = isKnown(waived, false) ? speaks : forest.all([speaks, forest.not(waived)])
    join(groups, { rank, fixed: reason.rule.fixedMoment === true, spoken: speaks, standing }, forest)
  })
  if (live.length === 0) return undefined
  const holds = rules.holdPlaces.map(judgement.metAt)
  const needs = rules.needs.map((need) => needDiagram(need, judgement))
  return { rules, live, groups, holds, needs, delivered }
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

function join(groups: Mutable<ReasonGroup>[], one: ReasonGroup, forest: Forest): void {
  const group = groups.find(({ rank, fixed }) => rank === one.rank && fixed === one.fixed)
  if (!group) {
    groups.push({ ...one })
    return
  }
  group.spoken = forest.any([group.spoken, one.spoken])
  group.standing = forest.any([group.standing, one.standing])
}
