import type { Judgement } from '../evaluate/judgement'
import { type Diagram, type Forest, isKnown } from '../facts/diagram'
import { deliveredRecently } from './delivery'
import { needDiagram } from './needs'
import { rankWindows } from './rank-windows'
import type { ReasonRule, ServiceRules } from './service-rules'
import type { ReasonGroup } from './verdict'

/** What a case says of one service: diagrams over its unanswered facts, in the order of the rules that they belong to. */
export interface ServiceEvidence {
  readonly rules: ServiceRules
  /** The reasons that speak or still may, and are not withdrawn for certain. */
  readonly live: readonly LiveReason[]
  readonly groups: readonly ReasonGroup[]
  /** Of each waiver of the service, and then of each hold: true in the completions that meet it. */
  readonly others: readonly Diagram<boolean>[]
  /** Of each need: true in the completions in which it is in place. */
  readonly needs: readonly Diagram<boolean>[]
  readonly delivered: Diagram<boolean>
  /** The windows of the reasons from the most urgent on, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
}

export interface LiveReason {
  readonly reason: ReasonRule
  readonly speaks: Diagram<boolean>
  readonly rank: Diagram<number | null>
}

/** Undefined when nothing speaks for the service. */
export function gatherEvidence(rules: ServiceRules, judgement: Judgement): ServiceEvidence | undefined {
  const { forest } = judgement.facts
  const speaking: { readonly reason: ReasonRule; readonly speaks: Diagram<boolean> }[] = []
  for (const reason of rules.reasons) {
    const speaks = judgement.metAt(reason.place)
    if (speaks.kind === 'split' || speaks.value) speaking.push({ reason, speaks })
  }
  if (speaking.length === 0) return undefined
  const delivered = deliveredRecently(rules.service, judgement)
  const others = rules.others.map(judgement.metAt)
  const { windows, ranks } = rankWindows(
    speaking.map(({ reason }) => judgement.window(reason.rule)),
    judgement.facts,
  )
  const live: LiveReason[] = []
  const groups: Mutable<ReasonGroup>[] = []
  speaking.forEach(({ reason, speaks }, index) => {
    if (!reason.rule.fixedMoment && isKnown(delivered, true)) return
    const waived = forest.any(reason.waiverPlaces.map((place) => others[place] as Diagram<boolean>))
    if (isKnown(waived, true)) return
    const rank = ranks[index] as Diagram<number | null>
    live.push({ reason, speaks, rank })
    const standing = isKnown(waived, false) ? speaks : forest.all([speaks, forest.not(waived)])
    join(groups, { rank, fixed: reason.rule.fixedMoment === true, spoken: speaks, standing }, forest)
  })
  if (live.length === 0) return undefined
  const needs = rules.needs.map((need) => needDiagram(need, judgement))
  return { rules, live, groups, others, needs, delivered, windows }
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
