import { element } from '../element'
import { dayInput } from './day-input'
import { type Field, type FieldContext, idIn } from './field'
import { radios } from './radio'

/** A kind of document and its day: only both together are an answer. */
export function documentField({ question, shown, words }: FieldContext): Field {
  const { type, on } = (shown ?? {}) as { readonly type?: string; readonly on?: string }
  const kinds = radios(idIn(question.fact, 'kind'), question.options, type, 'options')
  const { input, day } = dayInput(on)
  return {
    element: element(
      'div',
      { class: 'document' },
      kinds.element,
      element('label', { class: 'value' }, element('span', {}, words.day), input),
    ),
    read: () => {
      const [kind, written] = [kinds.chosen()?.value, day()]
      const shownNow = { type: kind, on: written }
      if (kind === undefined && written === '') return { answer: undefined, shown: undefined, unfinished: [] }
      const missing = [
        ...(kind === undefined ? [{ at: ['type'], what: words.kind }] : []),
        ...(written ? [] : [{ at: ['on'], what: words.day }]),
      ]
      const unfinished = missing.map(({ at, what }) => ({ at, text: words.unfinished(what.toLowerCase()) }))
      return { answer: missing.length === 0 ? shownNow : undefined, shown: shownNow, unfinished }
    },
    wipe: () => {
      kinds.wipe()
      input.value = ''
    },
    controlAt: ([key]) => (key === 'on' ? input : kinds.first),
  }
}
