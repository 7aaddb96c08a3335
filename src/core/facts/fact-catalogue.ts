import { frozen } from '../frozen'
import { BASE_FACTS } from '../snapshot/catalogue'
import type { Text, Tier } from '../snapshot/fact'
import { DERIVED_ABSENCE } from './derived-absence'
import { DERIVED_CALENDAR } from './derived-calendar'
import type { DerivedFact } from './derived-fact'
import { DERIVED_PROCESS, DERIVED_THERAPEUTIC_WORK } from './derived-process'
import { DERIVED_SITUATION } from './derived-situation'
import { DERIVED_TASK_LOAD } from './derived-task-load'

/** Every fact that is worked out from others, by its id, for rules to read; none can be answered. */
export const DERIVED_FACTS: ReadonlyMap<string, DerivedFact> = frozen(
  new Map(
    [
      ...DERIVED_ABSENCE,
      ...DERIVED_THERAPEUTIC_WORK,
      ...DERIVED_TASK_LOAD,
      ...DERIVED_PROCESS,
      ...DERIVED_CALENDAR,
      ...DERIVED_SITUATION,
    ].map((fact) => [fact.id, fact]),
  ),
)

/** A fact as a condition sees it. */
export interface ConditionFact {
  readonly id: string
  readonly type: 'boolean' | 'choice' | 'choices' | 'number' | 'date'
  readonly tier: Tier
  readonly options?: Readonly<Record<string, Text>>
  /** The facts to ask for it: itself, or what it is derived from. */
  readonly asks: readonly string[]
}

/** Every fact that a condition may name, by id. Lists and documents are read through the facts derived from them. */
export const CONDITION_FACTS: ReadonlyMap<string, ConditionFact> = new Map(
  [...baseConditionFacts(), ...derivedConditionFacts()].map((fact) => [fact.id, fact]),
)

function baseConditionFacts(): ConditionFact[] {
  return [...BASE_FACTS.values()].flatMap(({ id, type, tier, options }) => {
    if (type === 'document' || type === 'spells' || type === 'leaves') return []
    if (type === 'services' || type === 'raised' || type === 'advises') return []
    // What the physician released is read by the engine itself: no rule may turn on its absence.
    if (id.startsWith('physician.')) return []
    if (id.split('.').length > 2) return []
    return [{ id, type, tier, asks: [id], ...(options ? { options } : {}) }]
  })
}

function derivedConditionFacts(): ConditionFact[] {
  return [...DERIVED_FACTS.values()].map(({ id, type, tier, from }) => ({ id, type, tier, asks: from }))
}
