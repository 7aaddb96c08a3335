import { parse } from 'csv-parse/sync'
import type { Issue } from '../../core/issue/issue'
import type { Locale } from '../../core/snapshot/fact'
import { parseJson } from '../../core/snapshot/parse-json'
import type { Limits } from '../../core/snapshot/plain-data'
import { absenceRows } from '../../interop/hr/absence-rows'
import { type ImportIssue, importIssue } from '../../interop/hr/import-issue'
import { type AbsenceProfile, columnsOf } from '../../interop/hr/profile'
import { UNREADABLE_ROW } from '../../interop/hr/read-row'
import { cellsOf } from '../../reports/batch/csv-lines'

/** The rows of a file, with what was wrong with some; or why it has none. A row that could not be read is `UNREADABLE_ROW`. */
export type FileRows =
  | { readonly ok: true; readonly rows: readonly unknown[]; readonly issues: readonly ImportIssue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/** Of a whole export, where a snapshot is one case. */
const LIMITS: Limits = { depth: 64, nodes: Number.MAX_SAFE_INTEGER, textLength: 200_000_000 }

export function jsonRows(text: string, profile: AbsenceProfile, locale: Locale): FileRows {
  const parsed = parseJson(text, { locale }, LIMITS)
  if (parsed.ok) return { ok: true, rows: absenceRows(parsed.value, profile), issues: [] }
  if (parsed.issues.some(({ code }) => code !== 'duplicate-key')) return parsed
  // Of a key that is given twice the last counts; the rest of the file is as good as ever.
  const issues = parsed.issues.map((issue): ImportIssue => ({ ...issue, rows: [] }))
  return { ok: true, rows: absenceRows(JSON.parse(text.replace(/^\uFEFF/, '')), profile), issues }
}

const DELIMITERS = [';', ',', '\t'] as const

/**
 * The rows of a CSV file whose first line names the columns, separated by ; , or a tab. A name is matched whatever its
 * case. Cells may run over lines; where quotes do not pair, the file is read line by line and costs only the lines that
 * are wrong. Columns that the profile does not name are read past.
 */
export function csvRows(text: string, profile: AbsenceProfile, locale: Locale): FileRows {
  const lines = text.startsWith('\uFEFF') ? text.slice(1) : text
  const header = lines.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const delimiter = DELIMITERS.reduce((best, next) =>
    header.split(next).length > header.split(best).length ? next : best,
  )
  const known = new Map(
    [...columnsOf(profile), ...Object.values(profile.never).flat()].map((name) => [name.toLowerCase(), name]),
  )
  const [names = [], ...rows] = recordsOf(lines, delimiter)
  const columns = (names ?? []).map((name) => known.get(name.trim().toLowerCase()))
  const issues: ImportIssue[] = columns.flatMap((column, at) =>
    column !== undefined && columns.indexOf(column) < at ? [importIssue('duplicate-key', [], column, locale)] : [],
  )
  const read = rows.map((cells, index): unknown => {
    // A cell too many moves those after it into a column that is not theirs.
    if (!cells || cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      issues.push(importIssue('not-csv', [index + 1], undefined, locale))
      return UNREADABLE_ROW
    }
    const entries = columns.flatMap((column, at) =>
      column === undefined || columns.indexOf(column) < at ? [] : [[column, cells[at] ?? '']],
    )
    return Object.fromEntries(entries)
  })
  return { ok: true, rows: read, issues }
}

/** Undefined for a record whose quotes do not pair. */
function recordsOf(text: string, delimiter: string): readonly (readonly string[] | undefined)[] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch {
    // Its message quotes cells.
    const lines = text.split(/\r?\n/).filter((line) => line !== '')
    return cellsOf(lines, delimiter)
  }
}
