import type { Problem } from '../answer-entry'
import { element } from '../element'
import { type Cell, cell } from './cell'
import { type Field, type FieldContext, idIn } from './field'
import { columnsOf } from './row-columns'

interface Row {
  readonly element: HTMLElement
  readonly cells: readonly Cell[]
}

/** A list: a row for each item, to add and to remove. No rows are no answer; that there are none is an answer too. */
export function rowsField(context: FieldContext): Field {
  const { question, words, onChange } = context
  const columns = columnsOf(context)
  const place = element('div', { class: 'rows' })
  const add = element('button', { type: 'button', class: 'add', click: () => addRow() }, words.add[question.type])
  let rows: readonly Row[] = []
  let made = 0

  function setRows(next: readonly Row[]): void {
    rows = next
    place.replaceChildren(...rows.map((row) => row.element))
    rows.forEach((row, index) => {
      const name = `${words.item[question.type]} ${index + 1}`
      row.element.setAttribute('aria-label', name)
      row.element.querySelector('button.remove')?.setAttribute('aria-label', words.remove(name))
    })
  }
  function newRow(shown: Readonly<Record<string, unknown>>): Row {
    made += 1
    const id = idIn(question.fact, made)
    const cells = columns.map((column) => cell(column, shown[column.key], `${id}-${column.key}`, words.noAnswer))
    const remove = element('button', { type: 'button', class: 'remove quiet', click: () => removeRow(row) }, '×')
    const row: Row = {
      cells,
      element: element('div', { class: 'row', role: 'group' }, ...cells.map((one) => one.element), remove),
    }
    return row
  }
  function addRow(): void {
    const row = newRow({})
    setRows([...rows, row])
    row.cells[0]?.control.focus()
    onChange()
  }
  function removeRow(row: Row): void {
    setRows(rows.filter((other) => other !== row))
    add.focus()
    onChange()
  }

  setRows((Array.isArray(context.shown) ? context.shown : []).map(newRow))
  return {
    element: element('div', {}, place, add),
    read: () => {
      const shown = rows.map(({ cells }) => Object.fromEntries(cells.map(({ column, value }) => [column.key, value()])))
      const unfinished = rows.flatMap(({ cells }, row) => cells.flatMap((one) => lacking(one, row, words)))
      const whole = rows.map((_, index) => index).filter((index) => unfinished.every(({ at }) => at[0] !== index))
      const answer = whole.map((index) => withoutEmpty(shown[index] ?? {}))
      return { answer: answer.length === 0 ? undefined : answer, shown, unfinished, rows: whole }
    },
    wipe: () => setRows([]),
    controlAt: ([row, key]) => {
      const { cells } = rows[Number(row)] ?? {}
      return (cells?.find(({ column }) => column.key === key) ?? cells?.[0])?.control
    },
  }
}

function lacking({ column, value }: Cell, row: number, words: FieldContext['words']): readonly Problem[] {
  const given = value()
  if (given !== undefined && (given !== '' || !column.required)) return []
  return [{ at: [row, column.key], text: words.unfinished(`${column.label.toLowerCase()} (${words.row(row + 1)})`) }]
}

const withoutEmpty = (item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== '' && value !== undefined))
