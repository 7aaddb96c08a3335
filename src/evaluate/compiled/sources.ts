import type { FactSlots, SlottedFact } from '../../facts/slots'
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

/** What follows on a day from one fact alone. */
export interface Followers {
  readonly slot: number
  readonly sources: readonly number[]
  /** The timings whose windows count from it. */
  readonly timings: readonly number[]
  /** The slots of the facts that are derived from it, and the timings of which a fact tells whether there is a window. */
  readonly derived: readonly number[]
  readonly existing: readonly number[]
  /** The places of both among the facts of the compiled rules. */
  readonly places: readonly number[]
}

const kept = new WeakMap<CompiledRules, { readonly slots: FactSlots; readonly sources: Sources }>()

export function sourcesFor(compiled: CompiledRules, slots: FactSlots): Sources {
  const found = kept.get(compiled)
  if (found?.slots === slots) return found.sources
  const sources = findSources(compiled, slots)
  kept.set(compiled, { slots, sources })
  return sources
}

function findSources({ facts, timings }: CompiledRules, { slotOf, facts: known }: FactSlots): Sources {
  const asked: SourcedFact[] = []
  const joint: SourcedFact[] = []
  const following: { readonly place: number; readonly slot: number; readonly of: number }[] = []
  facts.forEach(({ id }, place) => {
    const slot = slotOf.get(id)
    const fact = slot === undefined ? undefined : known[slot]
    if (slot === undefined || !fact) return
    if (fact.kind === 'asked') asked.push({ place, slot, sources: [slot] })
    else if (fact.of === undefined) joint.push({ place, slot, sources: fact.sources })
    else following.push({ place, slot, of: fact.of })
  })
  const anchors = timings.map(({ anchor }) => slotOf.get(anchor))
  const leaders = new Set([...anchors, ...following.map(({ of }) => of)].filter((slot) => slot !== undefined))
  const followers = [...leaders].map((leader): Followers => {
    const fact = known[leader] as SlottedFact
    const counted = [...timings.keys()].filter((timing) => anchors[timing] === leader)
    const derived = following.filter(({ of }) => of === leader)
    const existing = [...facts.entries()].filter(([, { window }]) => window !== undefined && counted.includes(window))
    return {
      slot: leader,
      sources: fact.kind === 'asked' ? [leader] : fact.sources,
      timings: counted,
      derived: derived.map(({ slot }) => slot),
      existing: existing.map(([, { window }]) => window as number),
      places: [...derived.map(({ place }) => place), ...existing.map(([place]) => place)],
    }
  })
  const places = Int32Array.from(asked, ({ place }) => place)
  return { asked: { places, slots: Int32Array.from(asked, ({ slot }) => slot) }, followers, joint }
}
