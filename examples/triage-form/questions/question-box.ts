import type { InterviewQuestion, Locale } from 'verwijswijzer/browser'
import { type Entry, entryOf, type Pending } from '../answer-entry'
import { element } from '../element'
import type { PageWords } from '../words/page-words'
import { idIn } from './field'
import { fieldFor } from './fields'
import { isAmong, type RadioOption, radios } from './radio'

/** One question with its controls. Made once a screen: it holds what was just filled in. */
export interface QuestionBox {
  readonly fact: string
  readonly element: HTMLFieldSetElement
  readonly update: (standing: Standing) => void
}

/** How a question stands. */
export interface Standing {
  readonly irrelevant: boolean
  /** No answer can change anything: it is left out while it holds none. */
  readonly skipped: boolean
  readonly pending: Pending | undefined
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
  const besides = noValue(question, words)
  const other = isAmong(besides, shown) || isWord(shown)
  const field = fieldFor({ ...context, shown: other ? undefined : shown, onChange: () => changedIn(field.element) })
  const others = radios(idIn(fact), besides, shown, 'others')
  const unknown = unknownSelect(question, shown, words)
  const problems = element('ul', { class: 'problems', id: idIn(fact, 'problems') })
  const helpId = idIn(fact, 'help')
  let now = pending
  let wasLeft = false
  let invalid: readonly HTMLElement[] = []

  const box: HTMLFieldSetElement = element(
    'fieldset',
    {
      id: idIn(fact),
      class: `question ${question.type}`,
      'aria-describedby': problems.id,
      input: ({ target }) => changedIn(target as Node),
      focusout: (event) => {
        if (box.contains((event as FocusEvent).relatedTarget as Node | null)) return
        wasLeft = true
        tell()
      },
    },
    element('legend', {}, question.question),
    context.askOf && element('p', { class: 'help' }, words.askOf(context.askOf)),
    element('div', { class: 'answers' }, field.element, besides.length > 0 && others.element, unknown),
    question.help && helpFold(question.help, helpId, words),
    problems,
  )
  return { fact, element: box, update }

  function read(): Entry {
    if (unknown.select.value !== '') return entryOf(unknown.select.value)
    const chosen = others.chosen()
    return chosen ? entryOf(chosen.value) : field.read()
  }
  /** An answer, that there is none, and that it is not known cannot hold together: what was changed last does. */
  function changedIn(place: Node | null): void {
    if (!unknown.contains(place)) unknown.select.value = ''
    if (!others.element.contains(place)) others.wipe()
    if (!field.element.contains(place)) field.wipe()
    onEntry(fact, read())
  }
  function update(standing: Standing): void {
    now = standing.pending
    if (!now) wasLeft = false
    box.hidden = standing.skipped && read().shown === undefined
    box.classList.toggle('irrelevant', standing.irrelevant)
    tell()
  }
  /** What is refused is told at once; what is not finished once the question was left, not while someone is typing. */
  function tell(): void {
    const told = [...(now?.refused ?? []), ...(wasLeft ? (now?.unfinished ?? []) : [])]
    for (const control of invalid) control.removeAttribute('aria-invalid')
    invalid = told.flatMap(({ at }) => field.controlAt(at) ?? [])
    for (const control of invalid) control.setAttribute('aria-invalid', 'true')
    const texts = [...new Set(told.map(({ text }) => text))]
    if (texts.join() !== [...problems.children].map(({ textContent }) => textContent).join())
      problems.replaceChildren(...texts.map((text) => element('li', {}, text)))
  }
}

function helpFold(help: string, id: string, words: PageWords['questions']): HTMLElement {
  return element(
    'details',
    { class: 'help-fold' },
    element('summary', {}, words.whatCounts),
    element('p', { class: 'help', id }, help),
  )
}

/** That there is none is an answer; for a list its emptiness is. */
function noValue(question: InterviewQuestion, words: PageWords['questions']): readonly RadioOption[] {
  const nothing = question.within === undefined ? words.nothing[question.type] : undefined
  return [
    ...(question.none === undefined ? [] : [{ value: 'none', label: question.none }]),
    ...(nothing === undefined ? [] : [{ value: [], label: nothing }]),
  ]
}

/** One control for not known, not applicable and rather not. */
function unknownSelect(question: InterviewQuestion, shown: unknown, words: PageWords['questions']) {
  const select = element(
    'select',
    { 'aria-label': words.noAnswerOf(question.question), id: idIn(question.fact, 'unknown') },
    element('option', { value: '' }, words.hasAnswer),
    ...Object.entries(words.unknown).map(([value, label]) =>
      element('option', { value, selected: value === shown }, label),
    ),
  )
  const label = element('label', { class: 'unknown' }, element('span', {}, words.noAnswerLabel), select)
  return Object.assign(label, { select })
}

const isWord = (shown: unknown): boolean => /^unknown(:|$)/.test(String(shown))

const shownAnswer = ({ said, value }: InterviewQuestion): unknown =>
  said === undefined ? value : said === 'unknown' ? said : `unknown:${said}`
