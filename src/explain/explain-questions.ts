import type { OpenQuestion } from '../advice'
import { type Case, standingOf } from '../case/case'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { RuleSet } from '../rule-set/rule-set'
import { BASE_FACTS, levelOf } from '../snapshot/catalogue'
import type { Locale } from '../snapshot/fact'

const authoredOrder = perRuleSet(({ checklists }): ReadonlyMap<string, number> => {
  const authored = [...new Set(checklists.flatMap((checklist) => checklist.questions))]
  return new Map(authored.map((fact, index) => [fact, index]))
})

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
export function explainQuestions(
  decides: ReadonlyMap<string, readonly string[]>,
  opened: Case,
  ruleSet: RuleSet,
  locale: Locale,
): readonly OpenQuestion[] {
  return inAuthoredOrder([...decides.keys()], ruleSet).flatMap((id): OpenQuestion[] => {
    const fact = BASE_FACTS.get(id)
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
  const authored = authoredOrder(ruleSet)
  const place = (id: string): number => authored.get(id) ?? authored.size + levelOf(id)
  return [...facts].sort((a, b) => place(a) - place(b))
}
