import type { Certainty } from '../advice'
import { outcomeOf } from '../evaluate/exact-evaluator'
import type { Judgement } from '../evaluate/judgement'
import { type Diagram, type Forest, isKnown, ownersOf, type Value, valuesOf } from '../facts/diagram'
import type { Rule } from '../rule-set/rule-set'
import { moreUrgent } from '../schedule/window'
import type { Grounds, UnmetNeed } from './candidate'
import type { ReasonRule, ServiceRules } from './service-rules'

/** What a case says of one service: diagrams over its unanswered facts, in the order of the rules that they belong to. */
export interface ServiceEvidence {
  readonly rules: ServiceRules
  /** Of each reason: true in the completions that meet it. */
  readonly speaks: readonly Diagram<boolean>[]
  /** Of each reason that may speak: its window among those of the service, 0 the most urgent; null where it has none. */
  readonly ranks: readonly (Diagram<number | null> | undefined)[]
  readonly waivers: readonly Diagram<boolean>[]
  readonly holds: readonly Diagram<boolean>[]
  readonly needs: readonly Diagram<boolean>[]
  readonly delivered: Diagram<boolean>
}

/** What follows from it. Windows are given by rank. */
export interface Verdict {
  readonly certainty: Certainty
  /** The most urgent window that the answers still allow, and the least urgent one. */
  readonly mostUrgent: number
  readonly leastUrgent: number
  /** The unanswered facts that decide between the two. */
  readonly windowDependsOn: readonly string[]
  /** The reasons that speak or still may, and are not withdrawn for certain: certain first, then by window. */
  readonly reasons: readonly Grounds[]
  readonly holds: readonly Grounds[]
  /** Those that may yet withdraw a reason. */
  readonly waivers: readonly Rule[]
  readonly perhapsDelivered: boolean
  readonly needs: readonly UnmetNeed[]
  /** The unanswered facts that can still change anything that the advice says of the service. */
  readonly decides: readonly string[]
}

/** A reason that may speak, with what is known of it. */
interface LiveReason {
  readonly reason: ReasonRule
  readonly speaks: Diagram<boolean>
  readonly rank: Diagram<number | null>
  readonly waived: Diagram<boolean>
}

/** Null when no completion of the snapshot recommends the service. */
export function reachVerdict(evidence: ServiceEvidence, judgement: Judgement): Verdict | null {
  const { forest } = judgement.facts
  const { rules, delivered } = evidence
  const live = liveReasons(evidence, forest)
  // With what may yet withdraw a reason left out: it does not withdraw a recommendation while it is open.
  const spokenFor = joinRanks(live, forest)
  const recommended = withdrawn(live, spokenFor, delivered, forest)
  if (isKnown(recommended, null)) return null
  const ranks = valuesOf(spokenFor).filter((rank) => rank !== null)
  const mostUrgent = Math.min(...ranks)
  return {
    certainty: valuesOf(spokenFor).includes(null) ? 'possible' : 'certain',
    mostUrgent,
    leastUrgent: Math.max(...ranks),
    // Apart from those that only decide whether there is a window.
    windowDependsOn: [...ownersOf(forest.map(spokenFor, (rank) => rank ?? mostUrgent))].sort(),
    reasons: inOrder(live),
    holds: rules.holds.flatMap((rule, index) => groundsFor(rule, evidence.holds[index]) ?? []),
    waivers: [...new Set(live.flatMap(({ reason }) => reason.waivers))].filter(
      (waiver) => outcomeOf(waiverIn(evidence, waiver)) === 'open',
    ),
    perhapsDelivered: delivered.kind === 'split' && live.some(({ reason }) => !reason.rule.fixedMoment),
    needs: rules.needs.flatMap((need, index): UnmetNeed[] => {
      const outcome = outcomeOf(evidence.needs[index] as Diagram<boolean>)
      return outcome === 'met' ? [] : [{ need: need.id, state: outcome === 'not-met' ? 'unmet' : 'unknown' }]
    }),
    decides: whatDecidesIn(recommended, evidence, forest),
  }
}

function liveReasons(evidence: ServiceEvidence, forest: Forest): readonly LiveReason[] {
  return evidence.rules.reasons.flatMap((reason, index): LiveReason[] => {
    const speaks = evidence.speaks[index] as Diagram<boolean>
    const rank = evidence.ranks[index]
    if (isKnown(speaks, false) || !rank) return []
    // A fixed moment comes back whatever was delivered.
    if (!reason.rule.fixedMoment && isKnown(evidence.delivered, true)) return []
    const waived = forest.any(reason.waivers.map((waiver) => waiverIn(evidence, waiver)))
    return isKnown(waived, true) ? [] : [{ reason, speaks, rank, waived }]
  })
}

const waiverIn = ({ rules, waivers }: ServiceEvidence, waiver: Rule): Diagram<boolean> =>
  waivers[rules.waivers.indexOf(waiver)] as Diagram<boolean>

/** With every reason withdrawn where something withdraws it. */
function withdrawn(
  live: readonly LiveReason[],
  spokenFor: Diagram<number | null>,
  delivered: Diagram<boolean>,
  forest: Forest,
): Diagram<number | null> {
  const unwaived = live.map((one) => ({ ...one, speaks: forest.all([one.speaks, forest.not(one.waived)]) }))
  const waivable = live.some(({ waived }) => !isKnown(waived, false))
  const isFixed = ({ reason }: LiveReason): boolean => reason.rule.fixedMoment === true
  if (isKnown(delivered, false) || live.every(isFixed)) return waivable ? joinRanks(unwaived, forest) : spokenFor
  // Joined apart, so that the delivery is weighed once and not with every reason.
  const fixed = joinRanks(unwaived.filter(isFixed), forest)
  const others = joinRanks(
    unwaived.filter((one) => !isFixed(one)),
    forest,
  )
  return forest.combine(fixed, forest.combine(delivered, others, unlessDelivered), moreUrgent)
}

/** The most urgent window of all that speak. Those with one and the same window are joined first, which is cheap. */
function joinRanks(speakers: readonly Pick<LiveReason, 'speaks' | 'rank'>[], forest: Forest): Diagram<number | null> {
  const byRank = new Map<Diagram<number | null>, Diagram<boolean>[]>()
  for (const { speaks, rank } of speakers) byRank.set(rank, [...(byRank.get(rank) ?? []), speaks])
  return [...byRank]
    .map(([rank, speak]) => forest.combine(forest.any(speak), rank, whileSpoken))
    .reduce((all, one) => forest.combine(all, one, moreUrgent), forest.known<number | null>(null))
}

const whileSpoken = (speaks: boolean, rank: number | null): number | null => (speaks ? rank : null)
const unlessDelivered = (delivered: boolean, rank: number | null): number | null => (delivered ? null : rank)
const isRecommended = (rank: number | null): boolean => rank !== null

function groundsFor(rule: Rule, met: Diagram<boolean> | undefined): Grounds | undefined {
  if (!met || isKnown(met, false)) return undefined
  return { rule, certainty: isKnown(met, true) ? 'certain' : 'possible' }
}

/** Certain before possible, then the earliest window, then the order of the rule set. */
function inOrder(live: readonly LiveReason[]): readonly Grounds[] {
  return live
    .flatMap(({ reason: { rule }, speaks, rank }) => {
      const grounds = groundsFor(rule, speaks)
      const ranks = valuesOf(rank).map((one) => one ?? Number.POSITIVE_INFINITY)
      return grounds ? [{ grounds, earliest: Math.min(...ranks) }] : []
    })
    .sort((a, b) => certaintyOrder(a.grounds) - certaintyOrder(b.grounds) || compareRanks(a.earliest, b.earliest))
    .map(({ grounds }) => grounds)
}

const certaintyOrder = ({ certainty }: Grounds): number => (certainty === 'certain' ? 0 : 1)
const compareRanks = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The facts on which any part of what the advice says of a service depends: its window, then each hold and each need
 * while it is recommended. Exact: in a reduced diagram a fact appears exactly when the outcome depends on it, and two
 * completions differ in the whole exactly when they differ in a part.
 */
function whatDecidesIn(
  recommended: Diagram<number | null>,
  { holds, needs }: ServiceEvidence,
  forest: Forest,
): readonly string[] {
  const is = forest.map(recommended, isRecommended)
  const parts: readonly Diagram<Value>[] = [
    recommended,
    ...holds.map((hold) => forest.all([is, hold])),
    ...needs.map((inPlace) => forest.all([is, forest.not(inPlace)])),
  ]
  return [...new Set(parts.flatMap((part) => [...ownersOf(part)]))]
}
