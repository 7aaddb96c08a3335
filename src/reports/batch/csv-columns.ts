import { type Issue, nearestName } from '../../core/issue/issue'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { FactType, Locale } from '../../core/snapshot/fact'
import { nearestKey, shownKey, shownPath } from '../../core/snapshot/place'
import type { CsvForm } from './batch-settings'
import { cellsOf } from './csv-lines'
import { CSV_TEXTS } from './csv-texts'

/** A column holds one fact; `asOf` and `caseId` are plain text and stand in no section. */
export interface Column {
  readonly id: string
  readonly type: FactType | 'text'
  readonly section?: string
  /** In its section. */
  readonly key: string
}

/**
 * Every column that a CSV file can have under a rule set, in authored order. Flags inside a list
 * (`absence.spells.notCounted`) are written in the cell of that list.
 */
export const columnsOf = (ruleSet: RuleSet): readonly Column[] => [
  { id: 'asOf', type: 'text', key: 'asOf' },
  { id: 'caseId', type: 'text', key: 'caseId' },
  ...[...factsOf(ruleSet).values()].flatMap(({ id, type }): Column[] => {
    const [section, key, ...rest] = id.split('.')
    return section === undefined || key === undefined || rest.length > 0 ? [] : [{ id, type, section, key }]
  }),
]

const DELIMITERS = [',', ';', '\t']

export type ReadHeader =
  | { readonly ok: true; readonly form: CsvForm }
  | { readonly ok: false; readonly issues: readonly Issue[] }

/**
 * The first line of a CSV file: ids of facts in any order, separated by a comma, a semicolon or a tab, whichever comes
 * first. What is no column is refused with the nearest that is.
 */
export function readHeader(text: string, ruleSet: RuleSet, locale: Locale): ReadHeader {
  const known = columnsOf(ruleSet)
  const delimiter = [...text].find((character) => DELIMITERS.includes(character)) ?? ','
  const names = cellsOf([text.replace(/^\uFEFF/, '')], delimiter)[0]?.map((name) => name.trim()) ?? []
  const columns = names.map((name) => known.find(({ id }) => id === name))
  // Not one known name: more likely a case, of which nothing is quoted, than a header.
  if (columns.every((column) => column === undefined))
    return { ok: false, issues: [{ code: 'not-csv', path: [], message: CSV_TEXTS.noHeader[locale] }] }
  const issues = [
    ...names.flatMap((name, index) => (columns[index] ? [] : [unknownColumn(name, known, locale)])),
    ...names.flatMap((name, index) => (columns[index] && names.indexOf(name) < index ? [twice(name, locale)] : [])),
    ...(names.includes('asOf')
      ? []
      : [{ code: 'missing-key', path: ['asOf'], message: CSV_TEXTS.noAsOf[locale] } as const]),
  ]
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, form: { format: 'csv', delimiter, columns: columns.filter((column) => column !== undefined) } }
}

function unknownColumn(name: string, known: readonly Column[], locale: Locale): Issue {
  const ids = known.map(({ id }) => id)
  const meant = nearestKey([])(name)?.nearest ?? ''
  // A flag inside a list is written in the cell of that list.
  const nearest = ids.find((id) => meant === id || meant.startsWith(`${id}.`)) ?? nearestName(name, ids)
  return {
    code: 'unknown-key',
    path: shownPath([name]),
    message: CSV_TEXTS.unknownColumn[locale](shownKey(name, locale), nearest),
    ...(nearest === undefined ? {} : { nearest }),
  }
}

const twice = (name: string, locale: Locale): Issue => ({
  code: 'duplicate-key',
  path: shownPath([name]),
  message: CSV_TEXTS.columnTwice[locale](shownKey(name, locale)),
})
