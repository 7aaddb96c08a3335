import { element } from '../element'
import { dayInput } from './day-input'
import type { Column } from './row-columns'

/** The control of one part of a list item. */
export interface Cell {
  readonly column: Column
  readonly element: HTMLElement
  readonly control: HTMLElement
  /** '' for nothing; undefined while it is not whole. */
  readonly value: () => unknown
}

export function cell(column: Column, shown: unknown, id: string, noAnswer: string): Cell {
  const { label, help } = column
  const helpId = `${id}-help`
  const described: Readonly<Record<string, string>> = help === undefined ? {} : { 'aria-describedby': helpId }
  const { control, value } = column.options ? choose(column, shown, described, noAnswer) : enterDay(shown, described)
  control.id = id
  return {
    column,
    control,
    value,
    element: element(
      'div',
      { class: column.options && !column.required ? 'cell flag' : 'cell' },
      element('label', { for: id }, label),
      control,
      help !== undefined && element('small', { id: helpId }, help),
    ),
  }
}

type Control = Pick<Cell, 'control' | 'value'>

function enterDay(shown: unknown, described: Readonly<Record<string, string>>): Control {
  const { input, day } = dayInput(shown, described)
  return { control: input, value: day }
}

function choose(
  { options = [] }: Column,
  shown: unknown,
  described: Readonly<Record<string, string>>,
  noAnswer: string,
): Control {
  const select = element(
    'select',
    described,
    element('option', { value: '' }, noAnswer),
    ...options.map(({ value, label }, index) =>
      element('option', { value: index, selected: shown !== undefined && value === shown }, label),
    ),
  )
  return { control: select, value: () => (select.value === '' ? '' : options[Number(select.value)]?.value) }
}
