import { perRuleSet } from '../rules/per-rule-set'
import { type Expanded, leavesOf, type Rule, type RuleSet } from '../rules/rule-set'

/** One condition to be judged for a case. */
export interface Question {
  readonly id: string
  readonly condition: Expanded
  /** The rule whose window must exist and, where its moment can be over, must not be over. */
  readonly window?: Rule
}

export const checklistQuestion = (checklist: string): string => `checklist:${checklist}`
export const milestoneQuestion = (milestone: string): string => `milestone:${milestone}`

/** Everything that an evaluator is asked about a case. */
export const questionsOf = perRuleSet((ruleSet: RuleSet): readonly Question[] => [
  ...ruleSet.rules.map((rule) => ({
    id: rule.id,
    condition: rule.when,
    ...(hasWindowFact(rule) ? { window: rule } : {}),
  })),
  ...ruleSet.checklists.map((checklist) => ({ id: checklistQuestion(checklist.id), condition: checklist.positive })),
  ...ruleSet.milestones
    .filter(({ appliesWhen }) => leavesOf(appliesWhen).length > 0)
    .map((milestone) => ({ id: milestoneQuestion(milestone.id), condition: milestone.appliesWhen })),
])

/** A window from `asOf` always exists and is never over; any other may not be. */
const hasWindowFact = (rule: Rule): boolean => rule.timing !== undefined && rule.timing.anchor !== 'asOf'
