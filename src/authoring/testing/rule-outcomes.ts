import { conditionsOf } from '../../core/evaluate/conditions'
import type { Outcome, Outcomes } from '../../core/evaluate/outcome'
import type { RuleSet } from '../../core/rules/rule-set'

/** Outcomes in strong Kleene logic, by the id of what was asked: rules, and checklists as `checklist:<id>`. */
export type RuleOutcomes = Pick<ReadonlyMap<string, Outcome>, 'get'>

export const outcomesById = (ruleSet: RuleSet, outcomes: Outcomes): RuleOutcomes =>
  new Map(conditionsOf(ruleSet).map(({ id }, place) => [id, outcomes[place] as Outcome]))
