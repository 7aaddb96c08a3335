import type { InterviewQuestion } from 'verwijswijzer/browser'
import { element } from '../element'
import { answerText } from './answer-text'
import type { ViewContext } from './view-context'

/** Every answer, to see and to correct; on paper it goes with the step. */
export function answersView(context: ViewContext, change: (fact: string) => void): HTMLElement {
  const { view, words } = context
  const sections = view.sections.map(({ title, questions }) => ({
    title,
    answered: questions.flatMap((question) => {
      const text = question.within === undefined ? answerText(question, context) : undefined
      return text === undefined ? [] : [line(question, text)]
    }),
  }))
  const filled = sections.filter(({ answered }) => answered.length > 0)
  return element(
    'div',
    { class: 'answers-view' },
    element('h2', { tabindex: '-1' }, words.answers.title),
    ...(filled.length === 0 ? [element('p', {}, words.answers.none)] : []),
    ...filled.flatMap(({ title, answered }) => [element('h3', {}, title), element('dl', {}, ...answered.flat())]),
  )

  function line(question: InterviewQuestion, text: string): readonly HTMLElement[] {
    const { fact, irrelevant } = question
    const note = irrelevant ? ` (${words.questions.irrelevant.toLowerCase()})` : ''
    return [
      element('dt', {}, question.question),
      element(
        'dd',
        {},
        `${text}${note} `,
        element(
          'button',
          {
            type: 'button',
            class: 'link',
            'aria-label': words.answers.changeOf(question.question),
            click: () => change(fact),
          },
          words.answers.change,
        ),
      ),
    ]
  }
}
