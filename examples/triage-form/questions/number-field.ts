import { element } from '../element'
import { type Field, type FieldContext, idIn } from './field'

export function numberField({ question, shown, words }: FieldContext): Field {
  const { fact, range, unit } = question
  const input = element('input', {
    id: idIn(fact, 'number'),
    type: 'number',
    inputmode: 'decimal',
    step: 'any',
    min: range?.[0],
    max: range?.[1],
    value: typeof shown === 'number' ? shown : undefined,
  })
  const unitWords = unit === undefined ? words.number : (words.units[unit] ?? unit)
  return {
    element: element('label', { class: 'value' }, input, element('span', {}, unitWords)),
    read: () => {
      const { value, validity } = input
      const answer = value === '' ? undefined : Number(value)
      const unfinished = validity.badInput ? [{ at: [], text: words.unfinished(words.number.toLowerCase()) }] : []
      return { answer, shown: answer, unfinished }
    },
    wipe: () => {
      input.value = ''
    },
    controlAt: () => input,
  }
}
