import type { Outcome, Outcomes } from '../evaluate/outcome'
import { questionsOf } from '../evaluate/question'
import type { RuleSet } from '../rule-set/rule-set'

/** Outcomes in strong Kleene logic, by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type RuleOutcomes = Pick<ReadonlyMap<string, Outcome>, 'get'>

export const outcomesById = (ruleSet: RuleSet, outcomes: Outcomes): RuleOutcomes =>
  new Map(questionsOf(ruleSet).map(({ id }, index) => [id, outcomes[index] as Outcome]))
