import { entryOf } from '../answer-entry'
import { type Field, type FieldContext, idIn } from './field'
import { radios } from './radio'

/** One of some answers. The answers that say that it is not known are in the same group: the arrow keys reach all. */
export function choiceField({ question, shown }: FieldContext): Field {
  const group = radios(idIn(question.fact), question.options, shown, 'options')
  return {
    element: group.element,
    read: () => entryOf(group.chosen()?.value),
    wipe: group.wipe,
    controlAt: () => group.first,
  }
}
