import type { Certainty } from '../advice'
import { type Diagram, type Forest, isKnown, ownersOf, sizeOf, valuesOf } from '../facts/diagram'
import { memo } from '../facts/memo'
import type { Rule } from '../rule-set/rule-set'
import { moreUrgent } from '../schedule/window'
import type { Grounds, UnmetNeed } from './candidate'

/** What follows for a service from what a case says of it. Windows are given by rank, 0 the most urgent. */
export interface Verdict extends Core {
  /** Tells it from every other verdict. */
  readonly number: number
  /** The reasons that speak or still may, and are not withdrawn for certain: certain first, then by window. */
  readonly reasons: readonly Grounds[]
  readonly holds: readonly Grounds[]
  /** Those that may yet withdraw a reason. */
  readonly waivers: readonly Rule[]
  /** Whether it still turns on a delivery that nobody told of. */
  readonly perhapsDelivered: boolean
  readonly needs: readonly UnmetNeed[]
  /** The ids of these. */
  readonly blockedBy: readonly string[]
  /** Held for certain. */
  readonly held: boolean
  /** The unanswered facts that can still change anything that the advice says of the service. */
  readonly decides: readonly string[]
}

/** The part of it that depends on the reasons alone. */
export interface Core {
  readonly certainty: Certainty
  /** The most urgent window that the answers still allow, and the least urgent one. */
  readonly mostUrgent: number
  readonly leastUrgent: number
  /** The unanswered facts that decide between the two. */
  readonly windowDependsOn: readonly string[]
  /** The window over the completions of the snapshot, waivers and deliveries weighed; null where it is not recommended. */
  readonly recommended: Diagram<number | null>
}

/** Reasons with one and the same window, which are as good as one. */
export interface ReasonGroup {
  readonly rank: Diagram<number | null>
  /** A fixed moment comes back whatever was delivered. */
  readonly fixed: boolean
  /** True in the completions in which one of them speaks, also where something withdraws it. */
  readonly spoken: Diagram<boolean>
  /** The same where nothing withdraws it. */
  readonly standing: Diagram<boolean>
}

/** Null when no completion of the snapshot recommends the service. */
export function reachCore(groups: readonly ReasonGroup[], delivered: Diagram<boolean>, forest: Forest): Core | null {
  // With what may yet withdraw a reason left out: it does not withdraw a recommendation while it is open.
  const spokenFor = joinRanks(groups, ({ spoken }) => spoken, forest)
  const recommended = withdrawn(groups, spokenFor, delivered, forest)
  if (isKnown(recommended, null)) return null
  const values = valuesOf(spokenFor)
  const ranks = values.filter((rank) => rank !== null)
  const [mostUrgent, leastUrgent] = [Math.min(...ranks), Math.max(...ranks)]
  const certainty = ranks.length < values.length ? 'possible' : 'certain'
  // Apart from those that only decide whether there is a window.
  const window = certainty === 'certain' ? spokenFor : forest.map(spokenFor, orRank(mostUrgent))
  const windowDependsOn = mostUrgent === leastUrgent ? [] : [...ownersOf(window)].sort()
  return { certainty, mostUrgent, leastUrgent, windowDependsOn: Object.freeze(windowDependsOn), recommended }
}

/** One function for each rank, so that a forest finds what it gave before. */
const orRank = memo(
  (rank: number) =>
    (one: number | null): number =>
      one ?? rank,
)

/** With every reason withdrawn where something withdraws it. */
function withdrawn(
  groups: readonly ReasonGroup[],
  spokenFor: Diagram<number | null>,
  delivered: Diagram<boolean>,
  forest: Forest,
): Diagram<number | null> {
  const standing = (of: readonly ReasonGroup[]): Diagram<number | null> =>
    joinRanks(of, (group) => group.standing, forest)
  if (isKnown(delivered, false) || groups.every(({ fixed }) => fixed))
    return groups.every(({ spoken, standing: stands }) => spoken === stands) ? spokenFor : standing(groups)
  // Joined apart, so that the delivery is weighed once and not with every reason.
  const others = standing(groups.filter(({ fixed }) => !fixed))
  const fixed = standing(groups.filter((group) => group.fixed))
  return forest.combine(fixed, forest.combine(delivered, others, unlessDelivered), moreUrgent)
}

/** The most urgent window of all that speak. Small diagrams first: what lies between is smaller too. */
function joinRanks(
  groups: readonly ReasonGroup[],
  speaks: (group: ReasonGroup) => Diagram<boolean>,
  forest: Forest,
): Diagram<number | null> {
  return [...groups]
    .sort((a, b) => sizeOf(speaks(a)) - sizeOf(speaks(b)))
    .map((group) => forest.combine(speaks(group), group.rank, whileSpoken))
    .reduce((all, one) => forest.combine(all, one, moreUrgent), forest.known<number | null>(null))
}

const whileSpoken = (speaks: boolean, rank: number | null): number | null => (speaks ? rank : null)
const unlessDelivered = (delivered: boolean, rank: number | null): number | null => (delivered ? null : rank)
const isRecommended = (rank: number | null): boolean => rank !== null

/**
 * The facts on which any part of what the advice says of a service depends: its window, then each hold and each need
 * while it is recommended. Exact: in a reduced diagram a fact appears exactly when the outcome depends on it, and two
 * completions differ in the whole exactly when they differ in a part.
 */
export function whatDecidesIn(
  recommended: Diagram<number | null>,
  holds: readonly Diagram<boolean>[],
  needs: readonly Diagram<boolean>[],
  forest: Forest,
): readonly string[] {
  const decides = new Set(ownersOf(recommended))
  const also = (part: Diagram<boolean>, when: boolean): void => {
    const owners = [...ownersOf(part)]
    if (owners.every((owner) => decides.has(owner))) return
    const is = forest.map(recommended, isRecommended)
    const ofIs = ownersOf(is)
    // Where nothing decides both, whatever decides the part does so in some completion that recommends the service.
    const more = owners.some((owner) => ofIs.has(owner))
      ? ownersOf(forest.all([is, when ? part : forest.not(part)]))
      : owners
    for (const owner of more) decides.add(owner)
  }
  for (const hold of holds) also(hold, true)
  for (const inPlace of needs) also(inPlace, false)
  return [...decides]
}
