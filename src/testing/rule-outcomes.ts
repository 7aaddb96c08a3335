import { type Outcome, type Outcomes, outcomeAt } from '../evaluate/outcome'
import { questionsOf } from '../evaluate/question'
import type { RuleSet } from '../rule-set/rule-set'

/** Outcomes in strong Kleene logic, by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type RuleOutcomes = Pick<ReadonlyMap<string, Outcome>, 'get'>

export const outcomesById = (ruleSet: RuleSet, outcomes: Outcomes): RuleOutcomes =>
  new Map(questionsOf(ruleSet).map(({ id }, place) => [id, outcomeAt(outcomes, place)]))
