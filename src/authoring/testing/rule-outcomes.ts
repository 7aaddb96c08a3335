import { type Outcome, type Outcomes, outcomeAt } from '../../core/evaluate/outcome'
import { questionsOf } from '../../core/evaluate/question'
import type { RuleSet } from '../../core/rules/rule-set'

/** Outcomes in strong Kleene logic, by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type RuleOutcomes = Pick<ReadonlyMap<string, Outcome>, 'get'>

export const outcomesById = (ruleSet: RuleSet, outcomes: Outcomes): RuleOutcomes =>
  new Map(questionsOf(ruleSet).map(({ id }, place) => [id, outcomeAt(outcomes, place)]))
