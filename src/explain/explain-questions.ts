import type { OpenQuestion } from '../advice'
import { type Case, standingOf } from '../case/case'
import { factsOf } from '../rule-set/facts-of'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'

const authoredOrder = perRuleSet((ruleSet): readonly string[] => [
  ...new Set([...ruleSet.checklists.flatMap((checklist) => checklist.questions), ...factsOf(ruleSet).keys()]),
])

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
export function explainQuestions(
  decides: ReadonlyMap<string, readonly string[]>,
  opened: Case,
  ruleSet: RuleSet,
  locale: Locale,
): readonly OpenQuestion[] {
  const known = factsOf(ruleSet)
  return inAuthoredOrder([...decides.keys()], ruleSet).flatMap((id): OpenQuestion[] => {
    const fact = known.get(id)
    if (!fact) return []
    return [
      {
        fact: id,
        state: standingOf(opened, id),
        question: fact.question[locale],
        askedOf: fact.answeredBy[0],
        decides: decides.get(id) ?? [],
      },
    ]
  })
}

/** Facts in the order in which the checklists ask for them; what no checklist lists comes last. */
export function inAuthoredOrder(facts: readonly string[], ruleSet: RuleSet): readonly string[] {
  const wanted = new Set(facts)
  return authoredOrder(ruleSet).filter((fact) => wanted.has(fact))
}
