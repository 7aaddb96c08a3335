import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Outcome, Outcomes } from '../outcome'
import type { RulesInForce } from '../rules-in-force'
import { compileRules } from './compile-rules'
import { type FactReadings, readFacts } from './read-facts'

/**
 * The outcome of every question in strong Kleene logic, in one pass over the facts and without a promise: what
 * json-rules-engine says of the same documents (reference-evaluator.ts), from a decision index of bits.
 */
export function evaluateCompiled(rules: RulesInForce, facts: Facts, asOf: Day): Outcomes {
  return outcomesOf(rules, readFacts(rules, facts, asOf))
}

/** From facts in the shape in which the index reads them, to outcomes. */
export function outcomesOf({ ruleSet, policy }: RulesInForce, { certainly, possibly }: FactReadings): Outcomes {
  const { questions } = compileRules(ruleSet, policy)
  const outcomes: Outcome[] = []
  for (const { met } of questions) outcomes.push(met(possibly) ? (met(certainly) ? 'met' : 'open') : 'not-met')
  return outcomes
}
