import type { InterviewQuestion } from 'verwijswijzer/browser'
import type { Pending } from '../answer-entry'
import { element, setText } from '../element'
import type { PageWords } from '../words/page-words'
import { type Field, idIn } from './field'

/** How a question stands. */
export interface Standing {
  readonly state: InterviewQuestion['state']
  readonly irrelevant: boolean
  /** It is the one to ask next. */
  readonly next: boolean
  /** The controls hold something. */
  readonly filled: boolean
  /** The titles of the services that it still decides. */
  readonly decides: readonly string[]
  readonly pending: Pending | undefined
}

/** The parts of a question that tell how it stands. */
export interface StandingView {
  readonly badge: HTMLElement
  readonly decides: HTMLElement
  readonly problems: HTMLElement
  readonly update: (standing: Standing, box: HTMLElement) => void
  /** The question was left: what is not finished is told from now on, not while someone is typing. */
  readonly left: () => void
}

export function standingView(
  { question: { fact }, words }: { readonly question: InterviewQuestion; readonly words: PageWords['questions'] },
  field: Field,
): StandingView {
  const badge = element('span', { class: 'badge' })
  const decides = element('p', { class: 'decides' })
  const problems = element('ul', { class: 'problems', id: idIn(fact, 'problems') })
  let pending: Pending | undefined
  let wasLeft = false
  let invalid: readonly HTMLElement[] = []

  function tell(): void {
    const told = [...(pending?.refused ?? []), ...(wasLeft ? (pending?.unfinished ?? []) : [])]
    for (const control of invalid) control.removeAttribute('aria-invalid')
    invalid = told.flatMap(({ at }) => field.controlAt(at) ?? [])
    for (const control of invalid) control.setAttribute('aria-invalid', 'true')
    const texts = [...new Set(told.map(({ text }) => text))]
    if (texts.join() !== [...problems.children].map(({ textContent }) => textContent).join())
      problems.replaceChildren(...texts.map((text) => element('li', {}, text)))
  }

  return {
    badge,
    decides,
    problems,
    update: (standing, box) => {
      const { state, irrelevant, next } = standing
      box.dataset.state = state === 'skipped' && standing.filled ? 'unfinished' : state
      box.classList.toggle('next', next)
      box.classList.toggle('irrelevant', irrelevant)
      setText(
        badge,
        next
          ? words.next
          : irrelevant
            ? words.irrelevant
            : state === 'skipped' && !standing.filled
              ? words.skipped
              : '',
      )
      setText(decides, standing.decides.length === 0 ? '' : words.decides(standing.decides))
      pending = standing.pending
      if (!pending) wasLeft = false
      tell()
    },
    left: () => {
      wasLeft = true
      tell()
    },
  }
}
