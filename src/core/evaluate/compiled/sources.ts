import type { FactSlots, SlottedFact } from '../../facts/slots'
import { memoByObjects } from '../../memo'
import type { CompiledRules } from './compile-rules'

/** From which answers the compiled rules read their facts. */
export interface Sources {
  readonly asked: AskedFacts
  /** By the fact that they follow from. */
  readonly followers: readonly Followers[]
  /** Derived from several facts. */
  readonly joint: readonly SourcedFact[]
}

/** The facts that are asked, in flat rows. */
export interface AskedFacts {
  /** The places of the facts among those of the compiled rules, and the slots of their answers. */
  readonly places: Int32Array
  readonly slots: Int32Array
}

/** A fact with the slots of the answers that it comes from. */
export interface SourcedFact {
  /** Among the facts of the compiled rules. */
  readonly place: number
  readonly slot: number
  readonly sources: readonly number[]
}

/** What follows on a day from a few answers alone, or from one derived fact. */
export interface Followers {
  /** The slots of the answers that it comes from. */
  readonly sources: readonly number[]
  /** The slot of the derived fact; undefined where it comes from the answers themselves. */
  readonly of: number | undefined
  /** The timings whose windows count from it. */
  readonly timings: readonly number[]
  /** The slots of the facts that are derived from it, and the timings of which a fact tells whether there is a window. */
  readonly derived: readonly number[]
  readonly existing: readonly number[]
  /** The places of both among the facts of the compiled rules. */
  readonly places: readonly number[]
}

/** Of more answers, or of several days, most combinations would be new. */
const FEW = 3

export const sourcesFor = memoByObjects(findSources)

function findSources({ facts, timings }: CompiledRules, { slotOf, facts: known }: FactSlots): Sources {
  const asked: SourcedFact[] = []
  const joint: SourcedFact[] = []
  const groups = new Map<string, Group>()
  const groupOf = (sources: readonly number[], of: number | undefined): Group => {
    const key = of === undefined ? sources.join() : `of ${of}`
    const group = groups.get(key) ?? { sources, of, timings: [], derived: [], existing: [] }
    groups.set(key, group)
    return group
  }
  /** Of what comes from one fact: an answer, or what is derived from others. */
  const groupFrom = (slot: number): Group => {
    const fact = known[slot] as SlottedFact
    return fact.kind === 'asked' ? groupOf([slot], undefined) : groupOf(fact.sources, slot)
  }
  const hasOptions = (slot: number): boolean => {
    const fact = known[slot] as SlottedFact
    return fact.kind === 'asked' && (fact.base.type === 'boolean' || fact.base.type === 'choice')
  }
  const groupWith = (window: number): Group | undefined => {
    const anchor = slotOf.get(timings[window]?.anchor ?? '')
    return anchor === undefined ? undefined : groupFrom(anchor)
  }
  timings.forEach((_, timing) => {
    groupWith(timing)?.timings.push(timing)
  })
  facts.forEach(({ id, window }, place) => {
    if (window !== undefined) {
      groupWith(window)?.existing.push({ place, timing: window })
      return
    }
    const slot = slotOf.get(id)
    const fact = slot === undefined ? undefined : known[slot]
    if (slot === undefined || !fact) return
    if (fact.kind === 'asked') asked.push({ place, slot, sources: [slot] })
    else if (fact.of !== undefined) groupFrom(fact.of).derived.push({ place, slot })
    else if (fact.sources.length <= FEW && fact.sources.every(hasOptions))
      groupOf(fact.sources, undefined).derived.push({ place, slot })
    else joint.push({ place, slot, sources: fact.sources })
  })
  const places = Int32Array.from(asked, ({ place }) => place)
  return {
    asked: { places, slots: Int32Array.from(asked, ({ slot }) => slot) },
    followers: [...groups.values()].map(
      ({ derived, existing, ...group }): Followers => ({
        ...group,
        derived: derived.map(({ slot }) => slot),
        existing: existing.map(({ timing }) => timing),
        places: [...derived, ...existing].map(({ place }) => place),
      }),
    ),
    joint,
  }
}

interface Group extends Pick<Followers, 'sources' | 'of'> {
  readonly timings: number[]
  readonly derived: { readonly place: number; readonly slot: number }[]
  readonly existing: { readonly place: number; readonly timing: number }[]
}
