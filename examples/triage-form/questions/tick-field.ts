import { entryOf } from '../answer-entry'
import { element } from '../element'
import { type Field, type FieldContext, idIn } from './field'

/** Any of some answers. None ticked is no answer; that there are none is an answer of its own. */
export function tickField({ question, shown }: FieldContext): Field {
  const ticked: readonly unknown[] = Array.isArray(shown) ? shown : []
  const inputs = question.options.map(({ value }) =>
    element('input', {
      type: 'checkbox',
      name: idIn(question.fact, 'tick'),
      value: String(value),
      checked: ticked.includes(value),
    }),
  )
  const labels = question.options.map(({ label }, index) =>
    element('label', {}, inputs[index], element('span', {}, label)),
  )
  return {
    element: element('div', { class: 'options' }, ...labels),
    read: () => {
      const answer = question.options.filter((_, index) => inputs[index]?.checked).map(({ value }) => value)
      return entryOf(answer.length === 0 ? undefined : answer)
    },
    wipe: () => {
      for (const input of inputs) input.checked = false
    },
    controlAt: () => inputs[0],
  }
}
