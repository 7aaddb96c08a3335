import { type OwnFacts, slotsFor } from '../case/answers'
import { memoByObject } from '../memo'
import { BASE_FACTS, type BaseFact, levelOf } from '../snapshot/catalogue'
import type { DerivedFact } from './derived-fact'
import { DERIVED_FACTS } from './fact-catalogue'

/** Every fact of a rule set by its slot: the vocabulary's, the organisation's own, and those derived from them. */
export interface FactSlots {
  readonly slotOf: ReadonlyMap<string, number>
  readonly facts: readonly SlottedFact[]
}

export type SlottedFact = AskedFact | ComputedFact

/** The slot of a fact that is asked is also that of its answer. */
export interface AskedFact {
  readonly kind: 'asked'
  readonly base: BaseFact
  /** Where it stands in diagrams, and how much room there is for the items of a list below it. */
  readonly level: number
  readonly width: number
}

export interface ComputedFact {
  readonly kind: 'computed'
  readonly derive: DerivedFact['derive']
  /** The slots of the answers that it is computed from. */
  readonly sources: readonly number[]
  /** The slot of the one fact whose value it is a function of; undefined where there are several. */
  readonly of: number | undefined
}

export const factSlots = memoByObject(layOut)

function layOut(own: OwnFacts): FactSlots {
  const asked = slotsFor(own)
  const slotOf = new Map([...asked.keys(), ...DERIVED_FACTS.keys()].map((id, slot) => [id, slot]))
  return {
    slotOf,
    facts: [
      ...[...asked.keys()].map((id): AskedFact => {
        return { kind: 'asked', base: (own.get(id) ?? BASE_FACTS.get(id)) as BaseFact, ...levelIn(own, id) }
      }),
      ...[...DERIVED_FACTS.values()].map((definition): ComputedFact => {
        return {
          kind: 'computed',
          derive: definition.derive,
          sources: sourcesOf(definition.from).map((id) => slotOf.get(id) as number),
          of: definition.of === undefined ? undefined : slotOf.get(definition.of),
        }
      }),
    ],
  }
}

/** Leave that is known is one of the sources of what depends on spells, also where these are not (deriveFirstDay). */
const sourcesOf = (from: readonly string[]): readonly string[] =>
  from.includes('absence.spells') ? [...from, 'absence.leaves'] : from

/** An organisation's own facts share the place after the last of the vocabulary, in their order. */
function levelIn(own: OwnFacts, id: string): Pick<AskedFact, 'level' | 'width'> {
  const level = levelOf(id)
  if (!own.has(id)) return { level, width: 1 }
  const width = 1 / (2 + own.size)
  return { level: level + width * (1 + [...own.keys()].indexOf(id)), width }
}
