import type { Worklist, WorklistRow } from './worklist'
import { WORKLIST_WORDS } from './worklist-words'

/** A spreadsheet in Dutch takes a semicolon for the end of a cell, and a byte order mark for UTF-8. */
const MARK = '\ufeff'

export function worklistCsv({ rows, locale }: Worklist): string {
  const words = WORKLIST_WORDS[locale]
  const { columns } = words
  const header = [columns.case, columns.urgency, columns.step, columns.by, columns.changed]
  const cells = (row: WorklistRow): readonly string[] => [
    row.caseId ?? (row.line === undefined ? '' : words.line(row.line)),
    words.urgency[row.urgency],
    row.text,
    row.by ?? '',
    row.changed.join(' '),
  ]
  const lines = [header, ...rows.map((row) => cells(row).map(harmless))]
  return MARK + lines.map((line) => `${line.map(quoted).join(';')}\r\n`).join('')
}

const quoted = (cell: string): string => (/[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A spreadsheet takes a cell that begins so for a formula. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
