import type { FactSlots } from '../../facts/slots'
import type { CompiledRules } from './compile-rules'

/** The facts that are asked, in flat rows. */
export interface AskedFacts {
  /** The places of the facts among those of the compiled rules, and the slots of their answers. */
  readonly places: Int32Array
  readonly slots: Int32Array
}

/** A fact that is derived, or tells of a window. */
export interface SourcedFact {
  readonly place: number
  /** The slot of a derived fact; -1 of a window. */
  readonly slot: number
  /** The timing of a window. */
  readonly window: number
  /** The slots of the answers that it comes from. */
  readonly sources: readonly number[]
}

/** The windows of a timing with the slots of the answers that they come from. */
export interface SourcedTiming {
  readonly timing: CompiledRules['timings'][number]
  readonly sources: readonly number[]
}

export interface Sources {
  readonly asked: AskedFacts
  readonly derived: readonly SourcedFact[]
  readonly timings: readonly SourcedTiming[]
}

const kept = new WeakMap<CompiledRules, { readonly slots: FactSlots; readonly sources: Sources }>()

/** From which answers the compiled rules read their facts. */
export function sourcesFor(compiled: CompiledRules, slots: FactSlots): Sources {
  const found = kept.get(compiled)
  if (found?.slots === slots) return found.sources
  const sources = findSources(compiled, slots)
  kept.set(compiled, { slots, sources })
  return sources
}

function findSources({ facts, timings }: CompiledRules, { slotOf, facts: known }: FactSlots): Sources {
  const answersFor = (id: string): readonly number[] => {
    const slot = slotOf.get(id)
    const fact = slot === undefined ? undefined : known[slot]
    if (slot === undefined || !fact) return []
    return fact.kind === 'asked' ? [slot] : fact.sources
  }
  const sourced = timings.map((timing) => ({ timing, sources: answersFor(timing.anchor) }))
  const slotted = facts.map(({ id, window }, place) => {
    const slot = window === undefined ? (slotOf.get(id) ?? -1) : -1
    const sources = window === undefined ? answersFor(id) : (sourced[window]?.sources ?? [])
    return { place, slot, window: window ?? -1, sources }
  })
  const [asked, derived] = [slotted.filter(isAsked), slotted.filter((one) => !isAsked(one))]
  return {
    timings: sourced,
    asked: {
      places: Int32Array.from(asked, ({ place }) => place),
      slots: Int32Array.from(asked, ({ slot }) => slot),
    },
    derived,
  }

  function isAsked({ slot }: SourcedFact): boolean {
    return known[slot]?.kind === 'asked'
  }
}
