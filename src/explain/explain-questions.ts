import type { OpenQuestion } from '../advice'
import { type Case, standingOf } from '../case/case'
import type { RuleSet } from '../rule-set/rule-set'
import { BASE_FACTS, levelOf } from '../snapshot/catalogue'
import type { Locale } from '../snapshot/fact'

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
export function explainQuestions(
  decides: ReadonlyMap<string, readonly string[]>,
  opened: Case,
  { checklists }: RuleSet,
  locale: Locale,
): readonly OpenQuestion[] {
  const authored = [...new Set(checklists.flatMap((checklist) => checklist.questions))]
  const place = (id: string): number => {
    const index = authored.indexOf(id)
    return index < 0 ? authored.length + levelOf(id) : index
  }
  return [...decides]
    .sort(([a], [b]) => place(a) - place(b))
    .flatMap(([id, services]): OpenQuestion[] => {
      const fact = BASE_FACTS.get(id)
      if (!fact) return []
      return [
        {
          fact: id,
          state: standingOf(opened, id),
          question: fact.question[locale],
          askedOf: fact.answeredBy[0],
          decides: services,
        },
      ]
    })
}
