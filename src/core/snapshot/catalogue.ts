import { frozen } from '../frozen'
import * as z from '../zod'
import { type FactMeta, factRegistry } from './fact'
import { PLACES } from './place'

/** A fact that can be asked for: its id is its path in the snapshot. */
export interface BaseFact extends FactMeta {
  readonly id: string
}

/**
 * Every fact of the vocabulary by id, in authored order, read off the schema.
 * Flags inside lists have an id too: `absence.spells.notCounted`, `absence.leaves.oneCase`.
 */
export const BASE_FACTS: ReadonlyMap<string, BaseFact> = frozen(
  new Map(
    [...PLACES].flatMap(([place, schema]) => {
      const meta = factRegistry.get((schema instanceof z.ZodOptional ? schema.unwrap() : schema) as z.ZodType)
      const id = place.replaceAll('[]', '')
      return meta ? [[id, { id, ...meta }] as const] : []
    }),
  ),
)

const LEVELS: ReadonlyMap<string, number> = new Map([...BASE_FACTS.keys()].map((id, index) => [id, index]))

/** Where a fact stands in the authored order of the vocabulary. */
export const levelOf = (fact: string): number => LEVELS.get(fact) ?? LEVELS.size

/**
 * Below every fact, for the unknown with by far the most states, the first day of illness: what stands below an
 * unknown in a diagram can be repeated for each of its states.
 */
export const levelBelowAll = LEVELS.size + 1
