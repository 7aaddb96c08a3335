import type { Certainty } from '../advice'
import { lru, perObject } from '../cache'
import type { Day } from '../calendar/day'
import { type Diagram, type Diagrams, isKnown, ownersOf, sizeOf, valuesOf } from '../diagram/diagram'
import type { Judgement } from '../evaluate/settle'
import type { Rule } from '../rules/rule-set'
import { decodeWindow, moreUrgent } from '../time/window'
import { fewestAnswers } from './fewest-answers'

/** A reason for a service that speaks, or still may, and is not withdrawn for certain. */
export interface LiveReason {
  /** The id of its rule, or one of ENGINE_RULES. */
  readonly id: string
  /** Undefined where the engine itself speaks. */
  readonly rule: Rule | undefined
  readonly rank: number
  readonly fixed: boolean
  readonly speaks: Diagram<boolean>
  /** True in the completions in which something withdraws it. */
  readonly waived: Diagram<boolean>
  readonly window: Diagram<number | null>
}

/** What follows for a service from its reasons. Windows are as `encodeWindow` writes them. */
export interface Core {
  readonly certainty: Certainty
  readonly mostUrgent: number
  readonly leastUrgent: number
  /** The days from which it can be started. */
  readonly earliestStart: Day
  readonly latestStart: Day
  readonly windowDependsOn: readonly string[]
  readonly answersAway: number
  /** True in the completions that recommend it. */
  readonly present: Diagram<boolean>
  /** What decides whether it is recommended and when. */
  readonly recommendedBy: readonly string[]
}

const MOST_CORES = 20_000
/** With windows and days by their order, 0 the most urgent: what follows is the same whatever the days are. */
const coresOf = perObject((_: Diagrams) => lru<string, Core | null>(MOST_CORES))

export function exactCore(live: readonly LiveReason[], { facts: { diagrams }, opened }: Judgement): Core | null {
  const windows = inOrder(live.flatMap(({ window }) => valuesOf(window)).filter(isThere))
  const starts = inOrder(windows.map(startOf))
  const placeOf = (values: readonly number[], choose: (code: number) => number) => {
    const places = new Map(windows.map((code) => [code, values.indexOf(choose(code))]))
    return live.map(({ window }) =>
      diagrams.mapOnce(window, (code) => (code === null ? null : (places.get(code) as number))),
    )
  }
  const ordered: Ordered = {
    windows: placeOf(windows, (code) => code),
    starts: placeOf(starts, startOf),
    lastDays: classes(windows.map((code) => decodeWindow(code).by)),
    // A day that has come is like another: it can be started now.
    firstDays: classes(starts.map((day) => Math.max(day, opened.asOf))),
  }
  const key = [
    ...live.map(
      ({ speaks, waived }, at) => `${speaks.id} ${waived.id} ${ordered.windows[at]?.id} ${ordered.starts[at]?.id}`,
    ),
    ordered.lastDays,
    ordered.firstDays,
  ].join(';')
  const held = coresOf(diagrams)
  let core = held.get(key)
  if (core === undefined) {
    core = rankedCore(live, ordered, diagrams)
    held.set(key, core)
  }
  if (!core) return null
  return {
    ...core,
    mostUrgent: windows[core.mostUrgent] as number,
    leastUrgent: windows[core.leastUrgent] as number,
    earliestStart: starts[core.earliestStart] as Day,
    latestStart: starts[core.latestStart] as Day,
  }
}

const startOf = (code: number): Day => decodeWindow(code).from
const inOrder = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b)
const classes = (sorted: readonly number[]): readonly number[] => sorted.map((value) => inOrder(sorted).indexOf(value))

interface Ordered {
  /** Of each reason the place of its window among all, and that of the day from which it can be started. */
  readonly windows: readonly Diagram<number | null>[]
  readonly starts: readonly Diagram<number | null>[]
  /** Of each place which last day it has, and which first; equal where that comes to the same. */
  readonly lastDays: readonly number[]
  readonly firstDays: readonly number[]
}

function rankedCore(live: readonly LiveReason[], ordered: Ordered, diagrams: Diagrams): Core | null {
  const { windows, starts, lastDays, firstDays } = ordered
  // A caveat does not withdraw a recommendation while it is open, so certainty and windows leave it out.
  const speaks = live.map((reason) => reason.speaks)
  const asks = live.map((reason) => diagrams.all([reason.speaks, diagrams.not(reason.waived)]))
  const spoken = joined(speaks, windows, diagrams)
  const recommended = joined(asks, windows, diagrams)
  if (isKnown(recommended, null)) return null
  const certain = !valuesOf(spoken).includes(null)
  const begun = joined(asks, starts, diagrams)
  // What is only possible has its windows in the completions that recommend it.
  const [last, first] = certain ? [spoken, joined(speaks, starts, diagrams)] : [recommended, begun]
  const [leastUrgent, latestStart] = [greatest(last), greatest(first)]
  return {
    certainty: certain ? 'certain' : 'possible',
    mostUrgent: least(last),
    leastUrgent,
    earliestStart: least(first),
    latestStart,
    // Apart from what only decides whether it is recommended.
    windowDependsOn: [
      ...new Set([
        ...ownersOf(diagrams.mapOnce(last, (place) => lastDays[place ?? leastUrgent] as number)),
        ...ownersOf(diagrams.mapOnce(first, (place) => firstDays[place ?? latestStart] as number)),
      ]),
    ].sort(),
    answersAway: certain ? 0 : fewestAnswers(diagrams.map(spoken, isThere), diagrams),
    present: diagrams.map(recommended, isThere),
    recommendedBy: [...new Set([...ownersOf(recommended), ...ownersOf(begun)])],
  }
}

const least = (orders: Diagram<number | null>): number => Math.min(...valuesOf(orders).filter(isThere))
const greatest = (orders: Diagram<number | null>): number => Math.max(...valuesOf(orders).filter(isThere))

const isThere = (order: number | null): order is number => order !== null
export const whileSo = (so: boolean, order: number | null): number | null => (so ? order : null)

/** The first of all that speak. Small diagrams first: what lies between is smaller too. */
function joined(
  speaks: readonly Diagram<boolean>[],
  orders: readonly Diagram<number | null>[],
  diagrams: Diagrams,
): Diagram<number | null> {
  return speaks
    .map((one, at) => diagrams.combine(one, orders[at] as Diagram<number | null>, whileSo))
    .sort((a, b) => sizeOf(a) - sizeOf(b))
    .reduce<Diagram<number | null>>((all, one) => diagrams.combine(all, one, moreUrgent), diagrams.known(null))
}

/**
 * Where the node budget ended: sound, and perhaps too much. Certain when some reason speaks for certain; its window then
 * is at most that of the least urgent of those, and every window that a reason can have is possible.
 */
export function coarseCore(live: readonly LiveReason[], { facts: { diagrams } }: Judgement): Core | null {
  const windowsOf = (reasons: readonly LiveReason[]): readonly number[] =>
    reasons.flatMap(({ window }) => valuesOf(window)).filter((code) => code !== null)
  const all = windowsOf(live)
  if (all.length === 0) return null
  const certain = live.filter(({ speaks, window }) => isKnown(speaks, true) && !valuesOf(window).includes(null))
  const bounds = certain.map((reason) => Math.max(...windowsOf([reason])))
  const latest = certain.map((reason) => Math.max(...windowsOf([reason]).map(startOf)))
  const owners = [...new Set(live.flatMap(({ speaks, waived, window }) => [speaks, waived, window].flatMap(ownersOf)))]
  return {
    certainty: certain.length > 0 ? 'certain' : 'possible',
    mostUrgent: Math.min(...all),
    leastUrgent: certain.length > 0 ? Math.min(...bounds) : Math.max(...all),
    earliestStart: Math.min(...all.map(startOf)),
    latestStart: certain.length > 0 ? Math.min(...latest) : Math.max(...all.map(startOf)),
    windowDependsOn: [...owners].sort(),
    answersAway: certain.length > 0 ? 0 : 1,
    present: diagrams.known(true),
    recommendedBy: owners,
  }
}

/** Its rank, at worst, in every completion; the best that an open answer can make of it; and what decides it. */
interface Ranks {
  readonly rank: number
  readonly bestRank: number
  readonly rankedBy: readonly string[]
}

/** Its rank in the completions, and what decides it: a question that moves it to another place matters. */
export function ranksOf(
  live: readonly LiveReason[],
  certainty: Certainty,
  { facts: { diagrams }, opened, within }: Judgement,
): Ranks {
  const ranks = live.map(({ rank }) => rank)
  const [bestRank, worst] = [Math.min(...ranks), Math.max(...ranks)]
  if (bestRank === worst) return { rank: worst, bestRank, rankedBy: [] }
  const asks = (): readonly Diagram<boolean>[] =>
    live.map(({ speaks, waived }) => diagrams.all([speaks, diagrams.not(waived)]))
  const begun = live.map(({ window }) =>
    diagrams.mapOnce(window, (code) => code !== null && startOf(code) <= opened.asOf),
  )
  return within(
    () => {
      const asked = rankWhere(asks(), begun, ranks, diagrams)
      // As with windows: a caveat does not count while it is open.
      const told =
        certainty === 'certain'
          ? rankWhere(
              live.map(({ speaks }) => speaks),
              begun,
              ranks,
              diagrams,
            )
          : asked
      return { rank: greatest(told), bestRank: least(told), rankedBy: ownersOf(asked) }
    },
    () => ({
      rank: worst,
      bestRank,
      rankedBy: live.flatMap(({ speaks, waived, window }) => [speaks, waived, window].flatMap(ownersOf)),
    }),
  )
}

/** That of the reasons that speak and are due; while none is, the worst of those that speak. */
function rankWhere(
  speaks: readonly Diagram<boolean>[],
  begun: readonly Diagram<boolean>[],
  ranks: readonly number[],
  diagrams: Diagrams,
): Diagram<number | null> {
  const none = diagrams.known<number | null>(null)
  const ranked = (one: Diagram<boolean>, at: number): Diagram<number | null> =>
    diagrams.combine(one, diagrams.known<number | null>(ranks[at] as number), whileSo)
  const first = speaks
    .map((one, at) => ranked(diagrams.all([one, begun[at] as Diagram<boolean>]), at))
    .reduce((all, one) => diagrams.combine(all, one, moreUrgent), none)
  const last = speaks.map(ranked).reduce((all, one) => diagrams.combine(all, one, laterOf), none)
  return diagrams.combine(first, last, orElse)
}

const laterOf = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)
const orElse = (a: number | null, b: number | null): number | null => a ?? b
