import type { Certainty } from '../advice'
import { type Diagram, type Forest, isKnown, ownersOf, sizeOf, valuesOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/judgement'
import { memo } from '../memo'
import { type Decided, decidedAlone } from './decided'
import { moreUrgentOf, type RankDiagram, whileSpoken } from './join-ranks'
import type { LiveReason } from './live-reasons'

/** What follows for a service from its reasons and from what was delivered. Windows go by rank, 0 the most urgent. */
export interface Core {
  readonly certainty: Certainty
  /** The most urgent window that the answers still allow, and the least urgent one. */
  readonly mostUrgent: number
  readonly leastUrgent: number
  /** The unanswered facts that decide between the two. */
  readonly windowDependsOn: readonly string[]
  /** The window over the completions of the snapshot, waivers and deliveries weighed; null where it is not recommended. */
  readonly recommended: RankDiagram
  /** Whatever decides it; what stands in the way of the service apart. */
  readonly decided: Decided
}

/** Reasons with one and the same window, which are as good as one. */
interface ReasonGroup {
  readonly rank: RankDiagram
  /** A fixed moment comes back whatever was delivered. */
  readonly fixed: boolean
  /** True in the completions in which one of them speaks, also where something withdraws it. */
  readonly spoken: Diagram<boolean>
  /** The same where nothing withdraws it. */
  readonly standing: Diagram<boolean>
}

/**
 * `ranks` holds the window of each reason as a rank. Null when no completion of the snapshot recommends the service.
 */
export function reachCore(
  reasons: readonly LiveReason[],
  ranks: readonly RankDiagram[],
  delivered: Diagram<boolean>,
  { facts: { forest }, ruleSet }: Judgement,
): Core | null {
  const groups = groupsOf(reasons, ranks, forest)
  // With what may yet withdraw a reason left out: it does not withdraw a recommendation while it is open.
  const spokenFor = joinRanks(groups, ({ spoken }) => spoken, forest)
  const recommended = withdrawn(groups, spokenFor, delivered, forest)
  if (isKnown(recommended, null)) return null
  const values = valuesOf(spokenFor)
  const possible = values.filter((rank) => rank !== null)
  const [mostUrgent, leastUrgent] = [Math.min(...possible), Math.max(...possible)]
  const certainty = possible.length < values.length ? 'possible' : 'certain'
  // Apart from those that only decide whether there is a window.
  const window = certainty === 'certain' ? spokenFor : forest.map(spokenFor, orRank(mostUrgent))
  const windowDependsOn = mostUrgent === leastUrgent ? [] : [...ownersOf(window)].sort()
  return {
    certainty,
    mostUrgent,
    leastUrgent,
    windowDependsOn: Object.freeze(windowDependsOn),
    recommended,
    decided: decidedAlone(recommended, ruleSet),
  }
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
  spokenFor: RankDiagram,
  delivered: Diagram<boolean>,
  forest: Forest,
): RankDiagram {
  const standing = (of: readonly ReasonGroup[]): RankDiagram => joinRanks(of, (group) => group.standing, forest)
  if (isKnown(delivered, false) || groups.every(({ fixed }) => fixed))
    return groups.every(({ spoken, standing: stands }) => spoken === stands) ? spokenFor : standing(groups)
  // Joined apart, so that the delivery is weighed once and not with every reason.
  const others = standing(groups.filter(({ fixed }) => !fixed))
  const fixed = standing(groups.filter((group) => group.fixed))
  return moreUrgentOf(fixed, whileSpoken(forest.not(delivered), others, forest), forest)
}

/** The most urgent window of all that speak. Small diagrams first: what lies between is smaller too. */
function joinRanks(
  groups: readonly ReasonGroup[],
  speaks: (group: ReasonGroup) => Diagram<boolean>,
  forest: Forest,
): RankDiagram {
  return [...groups]
    .sort((a, b) => sizeOf(speaks(a)) - sizeOf(speaks(b)))
    .map((group) => whileSpoken(speaks(group), group.rank, forest))
    .reduce((all, one) => moreUrgentOf(all, one, forest), forest.known<number | null>(null))
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

function groupsOf(
  reasons: readonly LiveReason[],
  ranks: readonly RankDiagram[],
  forest: Forest,
): readonly ReasonGroup[] {
  const groups: Mutable<ReasonGroup>[] = []
  reasons.forEach(({ reason, speaks, waived }, index) => {
    const [rank, fixed] = [ranks[index] as RankDiagram, reason.fixed]
    const standing = isKnown(waived, false) ? speaks : forest.all([speaks, forest.not(waived)])
    const group = groups.find((one) => one.rank === rank && one.fixed === fixed)
    if (!group) {
      groups.push({ rank, fixed, spoken: speaks, standing })
      return
    }
    group.spoken = forest.any([group.spoken, speaks])
    group.standing = forest.any([group.standing, standing])
  })
  return groups
}
