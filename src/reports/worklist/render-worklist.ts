import { type Issue, TriageError } from '../../core/issue/issue'
import { day, flag, list as listOf, mapOf, maybe, number, oneOf, record, shapeIssues, text } from '../../core/shape'
import { LOCALES } from '../../core/snapshot/fact'
import { jsonLine } from '../json-line'
import { readOptions } from '../read-options'
import { URGENCIES, type Worklist } from './worklist'
import { worklistCsv } from './worklist-csv'
import { worklistHtml } from './worklist-html'

export const WORKLIST_FORMATS = ['ndjson', 'csv', 'html'] as const
/** A form in which a worklist is written. */
export type WorklistFormat = (typeof WORKLIST_FORMATS)[number]

const WORKLIST = record({
  locale: oneOf(...LOCALES),
  rows: listOf(
    record({
      caseId: maybe(text),
      line: maybe(number),
      asOf: day,
      status: text,
      urgency: oneOf(...URGENCIES),
      kind: text,
      service: maybe(text),
      title: maybe(text),
      by: maybe(day),
      since: maybe(day),
      settled: flag,
      text,
      changes: maybe(listOf(record({ kind: text }))),
      changed: listOf(text),
    }),
  ),
  summary: record({
    cases: number,
    changed: number,
    byUrgency: record(Object.fromEntries(URGENCIES.map((urgency) => [urgency, number]))),
    byWeek: listOf(record({ week: text, services: mapOf(number) })),
  }),
})

/**
 * A worklist as a file: NDJSON with a row a line and the summary last; CSV for a spreadsheet (semicolon, byte order mark);
 * or one HTML page to open in the morning, to filter, sort and print, which needs nothing from outside.
 *
 * @throws TriageError for a list that is none, and for an option that is wrong.
 */
export function renderWorklist(list: Worklist, options: { readonly format?: WorklistFormat } = {}): string {
  const { values, issues: wrong } = readOptions(options, { format: WORKLIST_FORMATS })
  const issues = [...shapeIssues(list, WORKLIST, 'list', 'a worklist, as worklist returns it'), ...wrong]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { format = 'ndjson' } = values
  if (format === 'csv') return worklistCsv(list)
  if (format === 'html') return worklistHtml(list)
  return [...list.rows, { summary: list.summary }].map((row) => `${jsonLine(row, 'list')}\n`).join('')
}
