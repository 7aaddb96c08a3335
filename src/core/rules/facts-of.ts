import { perRuleSet } from '../cache'
import type { ConditionFact } from '../facts/fact-catalogue'
import type { BaseFact } from '../snapshot/catalogue'
import { askedFacts, conditionFacts } from './condition-facts'
import type { RuleSet } from './rule-set'

/** Every fact that can be asked for under a rule set, by id, in authored order: the vocabulary, then its own. */
export const factsOf = perRuleSet(
  ({ facts }: RuleSet): ReadonlyMap<string, BaseFact> => askedFacts([...facts.values()]),
)

/** Every fact that a condition of a rule set may name, by id: those that are asked for, and those derived from them. */
export const conditionFactsOf = perRuleSet(
  ({ facts }: RuleSet): ReadonlyMap<string, ConditionFact> => conditionFacts([...facts.values()]),
)
