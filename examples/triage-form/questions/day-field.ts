import { element } from '../element'
import { dayInput } from './day-input'
import { type Field, type FieldContext, idIn } from './field'

export function dayField({ question, shown, words }: FieldContext): Field {
  const { input, day } = dayInput(shown, { id: idIn(question.fact, 'day') })
  return {
    element: element('label', { class: 'value' }, element('span', {}, words.day), input),
    read: () => {
      const answer = day() || undefined
      const unfinished = day() === undefined ? [{ at: [], text: words.unfinished(words.day.toLowerCase()) }] : []
      return { answer, shown: answer, unfinished }
    },
    wipe: () => {
      input.value = ''
    },
    controlAt: () => input,
  }
}
