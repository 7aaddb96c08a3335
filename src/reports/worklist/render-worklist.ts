import { TriageError } from '../../core/issue/issue'
import { readOptions } from '../read-options'
import type { Worklist } from './worklist'
import { worklistCsv } from './worklist-csv'
import { worklistHtml } from './worklist-html'

export const WORKLIST_FORMATS = ['ndjson', 'csv', 'html'] as const
/** A form in which a worklist is written. */
export type WorklistFormat = (typeof WORKLIST_FORMATS)[number]

/**
 * A worklist as a file: NDJSON with a row a line and the summary last; CSV for a spreadsheet (semicolon, byte order mark);
 * or one HTML page to open in the morning, to filter, sort and print, which needs nothing from outside.
 */
export function renderWorklist(list: Worklist, options: { readonly format?: WorklistFormat } = {}): string {
  const { values, issues } = readOptions(options, { format: WORKLIST_FORMATS })
  if (issues.length > 0) throw new TriageError(issues as [(typeof issues)[number], ...typeof issues])
  const { format = 'ndjson' } = values
  if (format === 'csv') return worklistCsv(list)
  if (format === 'html') return worklistHtml(list)
  return [...list.rows, { summary: list.summary }].map((row) => `${JSON.stringify(row)}\n`).join('')
}
