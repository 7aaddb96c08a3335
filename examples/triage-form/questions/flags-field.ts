import { entryOf } from '../answer-entry'
import { dayInWords } from '../dates'
import { element } from '../element'
import { cell } from './cell'
import { type Field, type FieldContext, idIn } from './field'
import { flagColumn } from './row-columns'

type Item = Readonly<Record<string, unknown>>

/** What is asked of each item of a list that another role keeps: the items stand fast, the flag is to be chosen. */
export function flagsField({ question, shown, words, locale }: FieldContext): Field {
  const { help: _, ...column } = flagColumn(question, words)
  const items: readonly Item[] = Array.isArray(shown) ? shown : []
  const cells = items.map((item, index) =>
    cell({ ...column, label: nameOf(item) }, item[column.key], idIn(question.fact, index), words.noAnswer),
  )
  return {
    element: element('div', { class: 'rows' }, ...cells.map((one) => one.element)),
    read: () => {
      const flags = cells.map(({ value }) => (value() === '' ? undefined : value()))
      return entryOf(flags.every((flag) => flag === undefined) ? undefined : flags)
    },
    wipe: () => {
      for (const { control } of cells) (control as HTMLSelectElement).value = ''
    },
    controlAt: ([row]) => cells[Number(row ?? 0)]?.control,
  }

  /** By its days: it has no other name. */
  function nameOf(item: Item): string {
    const days = Object.values(item).filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(String(day)))
    return `${words.item[question.within?.split('.')[1] ?? '']} ${days.map((day) => dayInWords(String(day), locale)).join(' – ')}`
  }
}
