import type { Interview } from 'verwijswijzer/browser'
import { element, setText } from '../element'
import type { PageWords } from '../words/page-words'

export interface ProgressLine {
  readonly element: HTMLElement
  readonly update: (view: Interview) => void
}

/** How far the form is, what to ask next, and when to stop. On a narrow page, also how the advice stands. */
export function progressLine(words: PageWords, toNext: () => void): ProgressLine {
  const bar = element('progress', { 'aria-label': words.questions.title, max: 1, value: 0 })
  const text = element('span', { class: 'progress-text' })
  const next = element('button', { type: 'button', class: 'main', click: toNext }, words.questions.next)
  const done = element('p', { class: 'done' })
  const toAdvice = element('a', { class: 'to-advice', href: '#advice' })
  return {
    element: element('div', { class: 'progress' }, bar, text, next, done, toAdvice),
    update: ({ progress: { answered, unknown, open, total }, doneBecause, done: isDone, advice }) => {
      bar.max = Math.max(total, 1)
      bar.value = total === 0 ? 1 : answered + unknown
      setText(text, words.questions.progress(answered, unknown, open))
      setText(done, doneBecause ? `${words.questions.done} ${doneBecause.text}` : '')
      const { headline } = words.advice.status[advice.status]
      setText(toAdvice, `${words.advice.title}: ${headline.toLowerCase()}`)
      next.hidden = isDone
      done.hidden = !isDone
    },
  }
}
