import type { Interview, InterviewQuestion } from 'verwijswijzer/browser'
import type { CaseState } from '../case-state'
import { element, list } from '../element'
import { PAGE_WORDS } from '../words/page-words'
import { type ProgressLine, progressLine } from './progress-line'
import { type ListContext, type QuestionList, questionList } from './question-list'

/** A question, by the fact that it asks. */
export type Asked = Pick<InterviewQuestion, 'fact' | 'question'>

export interface QuestionsPanel {
  /** Makes every control anew, for another case, role or language. */
  readonly rebuild: (state: CaseState, view: Interview) => void
  readonly update: (state: CaseState, view: Interview) => void
  /** How to go to the question about a fact; undefined where it is not asked here. */
  readonly goTo: (fact: string) => (() => void) | undefined
  /** The questions whose entry does not count, or not all of it. */
  readonly notCounted: (state: CaseState) => readonly Asked[]
}

export interface PanelContext extends Omit<ListContext, 'showAll'> {
  readonly onShowAll: () => void
}

export function questionsPanel(place: HTMLElement, context: PanelContext): QuestionsPanel {
  const all = element('input', { type: 'checkbox', id: 'show-all', change: context.onShowAll })
  let questions: QuestionList | undefined
  let progress: ProgressLine | undefined
  let shown: Interview | undefined

  function update(state: CaseState, view: Interview): void {
    shown = view
    questions?.update(state, view)
    progress?.update(view)
  }
  function goTo(fact: string): (() => void) | undefined {
    return questions?.find(fact) && (() => questions?.find(fact)?.focus())
  }
  return {
    update,
    goTo,
    rebuild: (state, view) => {
      const words = PAGE_WORDS[state.locale]
      questions = questionList(state, view, { ...context, showAll: () => all.checked })
      progress = progressLine(words, () => shown?.next && goTo(shown.next)?.())
      place.replaceChildren(
        element('h2', { id: 'questions-title' }, words.questions.title),
        progress.element,
        element(
          'nav',
          { class: 'sections', 'aria-label': words.questions.sections },
          list(questions.sections.map(({ link }) => link)),
        ),
        element('label', { class: 'show-all' }, all, words.questions.showAll),
        ...questions.sections.map((section) => section.element),
      )
      update(state, view)
    },
    notCounted: ({ pending }) =>
      (shown?.sections ?? [])
        .flatMap(({ questions: asked }) => asked)
        .filter(({ fact }) => pending.has(fact))
        .map(({ fact, question }) => ({ fact, question })),
  }
}
