import type { Issue } from '../../core/issue/issue'
import type { Locale } from '../../core/snapshot/fact'
import type { PlainData } from '../../core/snapshot/plain-data'
import type { CsvForm } from './batch-settings'
import { cellValue, WRONG_FORM } from './csv-cell'
import type { Column } from './csv-columns'
import { cellsOf } from './csv-lines'
import { CSV_TEXTS } from './csv-texts'

/** The cases of lines of CSV, as JSON would give them, or what keeps a line from being read. */
export function readCases(lines: readonly string[], form: CsvForm, locale: Locale): readonly PlainData[] {
  return cellsOf(lines, form.delimiter).map((cells) => readCase(cells, form.columns, locale))
}

function readCase(cells: readonly string[] | undefined, columns: readonly Column[], locale: Locale): PlainData {
  if (!cells) return refused({ code: 'not-csv', path: [], message: CSV_TEXTS.unpairedQuote[locale] })
  if (cells.length !== columns.length) {
    const message = CSV_TEXTS.cellCount[locale](cells.length, columns.length)
    return refused({ code: 'not-csv', path: [], message })
  }
  const issues: Issue[] = []
  const value: Record<string, unknown> = {}
  columns.forEach((column, index) => {
    const { id, type } = column
    const cell = cells[index]?.trim() ?? ''
    // An empty cell is a question that was not asked.
    if (cell === '') return
    const found = cellValue(type, cell)
    if (found === WRONG_FORM)
      issues.push({ code: 'wrong-type', path: id.split('.'), message: CSV_TEXTS.wrongForm[locale](type) })
    else place(value, column, found)
  })
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value }
}

function place(value: Record<string, unknown>, { section, key }: Column, found: unknown): void {
  if (section === undefined) {
    value[key] = found
    return
  }
  const facts = (value[section] ?? {}) as Record<string, unknown>
  facts[key] = found
  value[section] = facts
}

const refused = (issue: Issue): PlainData => ({ ok: false, issues: [issue] })
