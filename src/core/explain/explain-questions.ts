import type { OpenQuestion } from '../advice'
import { answersUnder, answerTo } from '../case/answers'
import { standingIn } from '../case/case'
import type { Decision } from '../decide/decide'
import { authoredOrder } from '../rules/authored-order'
import { factsOf } from '../rules/facts-of'
import type { Locale } from '../snapshot/fact'

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
export function explainQuestions({ decides, judgement }: Decision, locale: Locale): readonly OpenQuestion[] {
  if (decides.size === 0) return []
  const { ruleSet, opened } = judgement
  const facts = factsOf(ruleSet)
  const answers = answersUnder(opened.answers, ruleSet.facts)
  return authoredOrder(ruleSet).flatMap((id): readonly OpenQuestion[] => {
    const [services, fact] = [decides.get(id), facts.get(id)]
    if (!services || !fact) return []
    return [
      {
        fact: id,
        state: standingIn(answerTo(answers, id)),
        question: fact.question[locale],
        askedOf: fact.answeredBy[0],
        decides: [...services],
      },
    ]
  })
}
