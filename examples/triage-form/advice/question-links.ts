import { element, list } from '../element'
import type { Asked } from '../questions/questions-panel'
import type { AdviceContext } from './advice-context'

/** Questions, each with the way to it where it stands in this form. */
export const questionLinks = (questions: readonly Asked[], { goTo }: AdviceContext): HTMLElement =>
  list(
    questions.map(({ fact, question }) => {
      const go = goTo(fact)
      return go ? element('button', { type: 'button', class: 'link', click: go }, question) : question
    }),
    { class: 'question-links' },
  )
