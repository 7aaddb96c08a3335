import { perRuleSet } from '../cache'
import { factsOf } from './facts-of'
import type { RuleSet } from './rule-set'

/** Facts in the order in which the checklists ask for them; what no checklist lists comes last. */
export const authoredOrder = perRuleSet((ruleSet: RuleSet): readonly string[] => [
  ...new Set([...ruleSet.checklists.flatMap((checklist) => checklist.questions), ...factsOf(ruleSet).keys()]),
])

/** Where each stands in it. */
export const authoredPlaces = perRuleSet(
  (ruleSet: RuleSet): ReadonlyMap<string, number> =>
    new Map(authoredOrder(ruleSet).map((fact, place) => [fact, place])),
)
