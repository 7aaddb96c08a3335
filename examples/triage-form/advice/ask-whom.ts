import { element, fold, list } from '../element'
import type { AdviceContext } from './advice-context'
import { questionLinks } from './question-links'

/** What is still to ask: here, and of others. What others answer is not told where the reader may not know it. */
export function askWhom(context: AdviceContext): HTMLElement {
  const { view, words, goTo } = context
  const { requests, progress, advice } = view
  if (requests.length === 0 && progress.open === 0) return element('p', {}, words.nothingToAsk)
  const items = requests.map(({ role, text }) => {
    const questions = advice.openQuestions.filter(
      ({ askedOf, state, fact }) => askedOf === role && state === 'not-asked' && !goTo(fact),
    )
    return element(
      'div',
      {},
      element('p', {}, text),
      questions.length > 0 && fold(words.questionsOf(questions.length), questionLinks(questions, context)),
    )
  })
  return list([...(progress.open > 0 ? [words.ownQuestions(progress.open)] : []), ...items])
}
