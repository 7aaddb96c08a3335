import { Parser } from 'saxen'
import type { Locale, Text } from '../../core/snapshot/fact'
import { type ImportIssue, importIssue } from '../../interop/hr/import-issue'
import { type AbsenceProfile, columnsOf } from '../../interop/hr/profile'
import type { FileRows } from './file-rows'

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
