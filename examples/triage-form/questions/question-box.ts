import type { InterviewQuestion, Locale } from 'verwijswijzer/browser'
import { type Entry, entryOf, type Pending } from '../answer-entry'
import { element } from '../element'
import type { PageWords } from '../words/page-words'
import { idIn } from './field'
import { fieldFor } from './fields'
import { otherAnswers } from './other-answers'
import { isAmong, radios } from './radio'
import { type Standing, standingView } from './standing-view'

/** One question with its controls. Made once; only how it stands changes, so that nothing moves under the fingers. */
export interface QuestionBox {
  readonly fact: string
  readonly element: HTMLFieldSetElement
  readonly update: (standing: Standing) => void
  readonly focus: () => void
}

export interface QuestionContext {
  readonly question: InterviewQuestion
  readonly flags: readonly InterviewQuestion[]
  readonly pending: Pending | undefined
  readonly words: PageWords['questions']
  readonly locale: Locale
  /** Whom to ask, where that is someone else than the one who fills in. */
  readonly askOf: string | undefined
  readonly onEntry: (fact: string, entry: Entry) => void
}

export function questionBox(context: QuestionContext): QuestionBox {
  const { question, words, pending, onEntry } = context
  const { fact } = question
  const shown = pending ? pending.entry.shown : shownAnswer(question)
  const besides = otherAnswers(question, words)
  const other = isAmong(besides, shown)
  const field = fieldFor({ ...context, shown: other ? undefined : shown, onChange: () => changedIn(field.element) })
  const others = radios(idIn(fact), besides, shown, 'others')
  const read = (): Entry => {
    const chosen = others.chosen()
    return chosen ? entryOf(chosen.value) : field.read()
  }
  /** An answer and one of the others cannot both hold: what was changed last does. */
  function changedIn(place: Node | null): void {
    if (others.element.contains(place)) field.wipe()
    else others.wipe()
    onEntry(fact, read())
  }

  const view = standingView(context, field)
  const clear = element(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': words.clearOf(question.question), click: clearAll },
    words.clear,
  )
  const helpId = idIn(fact, 'help')
  const help = [question.help, context.askOf && words.askOf(context.askOf)].filter(Boolean).join(' ')
  const box: HTMLFieldSetElement = element(
    'fieldset',
    {
      id: idIn(fact),
      class: 'question',
      'aria-describedby': `${helpId} ${view.problems.id}`,
      input: ({ target }) => changedIn(target as Node),
      focusout: (event) => {
        if (!box.contains((event as FocusEvent).relatedTarget as Node | null)) view.left()
      },
    },
    element('legend', {}, question.question, ' ', view.badge),
    element('p', { class: 'help', id: helpId }, help),
    element('div', { class: 'answers' }, field.element, element('div', { class: 'instead' }, others.element, clear)),
    view.decides,
    view.problems,
  )
  return {
    fact,
    element: box,
    update: (standing) => {
      view.update(standing, box)
      clear.hidden = !standing.filled
    },
    focus,
  }

  function clearAll(): void {
    field.wipe()
    others.wipe()
    onEntry(fact, read())
    focus()
  }
  function focus(): void {
    const control =
      box.querySelector<HTMLElement>(':checked') ?? box.querySelector<HTMLElement>('input, select, button')
    control?.focus()
    box.scrollIntoView({ block: 'nearest' })
  }
}

const shownAnswer = ({ said, value }: InterviewQuestion): unknown =>
  said === undefined ? value : said === 'unknown' ? said : `unknown:${said}`
