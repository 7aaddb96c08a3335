import { CONDITION_FACTS, type ConditionFact } from '../facts/fact-catalogue'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'

/** Every fact that a condition of a rule set may name, by id: those of the vocabulary, and the organisation's own. */
export function conditionFacts(own: readonly BaseFact[]): ReadonlyMap<string, ConditionFact> {
  if (own.length === 0) return CONDITION_FACTS
  return new Map([...CONDITION_FACTS, ...own.map((fact) => [fact.id, toConditionFact(fact)] as const)])
}

/** Every fact that a rule set may ask for, by id. */
export function askedFacts(own: readonly BaseFact[]): ReadonlyMap<string, BaseFact> {
  return own.length === 0 ? BASE_FACTS : new Map([...BASE_FACTS, ...own.map((fact) => [fact.id, fact] as const)])
}

function toConditionFact({ id, type, tier, options }: BaseFact): ConditionFact {
  return { id, type: type as ConditionFact['type'], tier, asks: [id], ...(options ? { options } : {}) }
}
