import { parse } from 'csv-parse/sync'
import { Parser } from 'saxen'
import type { Issue } from '../../core/issue/issue'
import type { Locale, Text } from '../../core/snapshot/fact'
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

/** Elements inside each other; a message of the standard needs seven. */
const DEEPEST = 64
const MOST_ROWS = 1_000_000

/** An element that holds others: the values of those that are asked for, by their column. */
interface Scope {
  readonly name: string
  readonly cells: Map<string, string>
  readonly parent: Scope | undefined
  isRow: boolean
}

/** Why a message has no rows at all. */
const TEXTS = {
  'not-xml': {
    nl: 'dit is geen welgevormde XML: laat het bronsysteem het bericht opnieuw maken',
    en: 'this is not well-formed XML: let the source make the message again',
  },
  'forbidden-markup': {
    nl: 'dit heeft een documenttype of eigen entiteiten, die hier niet worden gelezen: laat die weg',
    en: 'this has a document type or entities of its own, which are not read here: leave them out',
  },
  'too-deep': {
    nl: `elementen zijn te diep genest: gebruik ten hoogste ${DEEPEST} niveaus`,
    en: `elements are nested too deeply: use at most ${DEEPEST} levels`,
  },
  'too-large': {
    nl: `dit heeft te veel rijen: gebruik ten hoogste ${MOST_ROWS}`,
    en: `this has too many rows: use at most ${MOST_ROWS}`,
  },
} as const satisfies Record<string, Text>

/**
 * The rows of an XML message: one for each `profile.element`, with what its parents say. Only the columns that the
 * profile names are kept; of those that are never carried only that they are there. A name is without its prefix, and a
 * column is an element with its parent: `Dnstvbnd.Enddat`. No document type is accepted, so that there are no entities
 * but the five of XML, and nothing outside of the text is ever looked up.
 */
export function xmlRows(xml: string, profile: AbsenceProfile, locale: Locale): FileRows {
  const read = new Set(columnsOf(profile))
  const marked = new Set(Object.values(profile.never).flat())
  const rows: Scope[] = []
  const repeated: { readonly scope: Scope; readonly column: string }[] = []
  let scope: Scope | undefined
  let depth = 0
  let roots = 0
  /** Of the element that is open, while it has no other inside. */
  let text: string | undefined
  let fault: keyof typeof TEXTS | undefined

  const parser = new Parser()
  const refuse = (code: keyof typeof TEXTS) => {
    fault ??= code
    parser.stop()
  }
  parser.on('attention', () => refuse('forbidden-markup'))
  parser.on('error', () => refuse('not-xml'))
  parser.on('warn', () => refuse('not-xml'))
  parser.on('text', (found, decode) => {
    if (text !== undefined) text += decode(found)
  })
  parser.on('cdata', (found) => {
    if (text !== undefined) text += found
  })
  parser.on('openTag', (full) => {
    if (depth === 0) roots += 1
    depth += 1
    if (roots > 1) refuse('not-xml')
    else if (depth > DEEPEST) refuse('too-deep')
    const name = full.slice(full.indexOf(':') + 1)
    scope = { name, cells: new Map(), parent: scope, isRow: name === profile.element }
    text = ''
    if (!scope.isRow) return
    if (rows.length >= MOST_ROWS) refuse('too-large')
    rows.push(scope)
  })
  parser.on('closeTag', () => {
    const leaf = scope
    depth -= 1
    scope = leaf?.parent
    if (leaf && text !== undefined) keep(leaf, text)
    text = undefined
  })
  // What it throws, if ever, quotes the text.
  try {
    if (parser.parse(xml)) fault ??= 'not-xml'
  } catch {
    fault ??= 'not-xml'
  }
  if (fault) return { ok: false, issues: [{ code: fault, path: [], message: TEXTS[fault][locale] }] }
  return { ok: true, rows: rows.map(flat), issues: repeatedIssues(rows, repeated, locale) }

  /** A value belongs to the element around it, or to the row around that. */
  function keep({ name, parent }: Scope, value: string): void {
    let column = name
    for (let outer = parent; outer; outer = outer.parent) {
      column = `${outer.name}.${column}`
      const isRead = read.has(column)
      if (isRead || marked.has(column)) {
        if (outer.cells.has(column)) repeated.push({ scope: outer, column })
        else outer.cells.set(column, isRead ? value : value.trim() && 'filled')
        return
      }
      if (outer.isRow) return
    }
  }
}

/** The row with everything that its parents say, also what they say after it. */
function flat(row: Scope): Readonly<Record<string, string>> {
  const cells = new Map<string, string>()
  for (let scope: Scope | undefined = row; scope; scope = scope.parent)
    for (const [column, value] of scope.cells) if (!cells.has(column)) cells.set(column, value)
  return Object.fromEntries(cells)
}

function repeatedIssues(
  rows: readonly Scope[],
  repeated: readonly { readonly scope: Scope; readonly column: string }[],
  locale: Locale,
): readonly ImportIssue[] {
  const columns = new Map<Scope, Set<string>>()
  for (const { scope, column } of repeated) columns.set(scope, (columns.get(scope) ?? new Set()).add(column))
  if (columns.size === 0) return []
  return rows.flatMap((row, index) => {
    const found: ImportIssue[] = []
    for (let scope: Scope | undefined = row; scope; scope = scope.parent)
      for (const column of columns.get(scope) ?? [])
        found.push(importIssue('duplicate-key', [index + 1], column, locale))
    return found
  })
}
