import type { InterviewQuestion } from 'verwijswijzer/browser'
import type { Entry } from '../answer-entry'
import { element } from '../element'
import { type QuestionBox, questionBox } from '../questions/question-box'
import type { ViewContext } from './view-context'

/** Questions that are answered together. */
export interface ShownScreen {
  readonly title: string
  readonly why: string
  readonly facts: readonly string[]
  /** Its number among those that were seen, and how many are left after it. */
  readonly at: number
  readonly left: number
}

export interface ScreenActions {
  readonly onEntry: (fact: string, entry: Entry) => void
  readonly next: () => void
  readonly back: () => void
}

export interface ScreenView {
  readonly element: HTMLElement
  readonly update: (context: ViewContext) => void
}

/** One screen: made once, so that nothing moves under the fingers; after that only how its questions stand changes. */
export function screenView(screen: ShownScreen, context: ViewContext, actions: ScreenActions): ScreenView {
  const { words, state } = context
  const questions = questionsIn(context)
  const flagsOf = (list: string): readonly InterviewQuestion[] => questions.filter(({ within }) => within === list)
  const shown = screen.facts.flatMap((fact) => questions.find((one) => one.fact === fact) ?? [])
  const boxes = shown
    // A flag stands in the rows of its list where both are the reader's to fill in.
    .filter(({ within }) => within === undefined || questions.every(({ fact }) => fact !== within))
    .map((question): QuestionBox => {
      const { askedOf, answeredBy } = question
      return questionBox({
        question,
        flags: flagsOf(question.fact),
        pending: state.pending.get(question.fact),
        words: words.questions,
        locale: state.locale,
        askOf: askedOf === state.role || answeredBy.includes(state.role) ? undefined : words.head.roles[askedOf],
        onEntry: actions.onEntry,
      })
    })
  const form = element(
    'form',
    {
      class: 'screen',
      novalidate: true,
      submit: (event) => {
        event.preventDefault()
        actions.next()
      },
      keydown: (event) => byDigit(event as KeyboardEvent),
    },
    element('p', { class: 'small' }, words.questions.screen(screen.at, screen.left)),
    element('h2', { id: 'screen-title', tabindex: '-1' }, screen.title),
    element('p', { class: 'why' }, screen.why),
    ...boxes.map((box) => box.element),
    element(
      'div',
      { class: 'moves' },
      element('button', { type: 'submit', class: 'main', id: 'next' }, words.questions.next),
      element('button', { type: 'button', id: 'back', click: actions.back }, words.questions.back),
      element('p', { class: 'small keys' }, words.questions.keys),
    ),
  )
  const update = (now: ViewContext): void => {
    const standing = new Map(questionsIn(now).map((question) => [question.fact, question]))
    for (const box of boxes) {
      const question = standing.get(box.fact)
      box.update({
        irrelevant: question?.irrelevant === true,
        skipped: question?.state === 'skipped',
        pending: now.state.pending.get(box.fact),
      })
    }
  }
  update(context)
  return { element: form, update }
}

const questionsIn = ({ view }: ViewContext): readonly InterviewQuestion[] =>
  view.sections.flatMap(({ questions }) => questions)

/** A digit chooses the answer of that number in the question that has the focus; not where digits are typed. */
function byDigit(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const typing = target.matches('input:not([type=radio], [type=checkbox]), select, textarea')
  if (typing || !/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
  const options = target.closest('fieldset')?.querySelectorAll<HTMLInputElement>('.options input, .others input')
  const chosen = options?.[Number(event.key) - 1]
  if (!chosen) return
  event.preventDefault()
  chosen.click()
  chosen.focus()
}
