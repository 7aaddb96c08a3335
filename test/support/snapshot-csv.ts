import type { Snapshot } from '../../src/core/snapshot/snapshot'
import type { Column } from '../../src/reports/batch/csv-columns'

type Plain = Readonly<Record<string, unknown>>

/** A snapshot as a row of CSV: one cell a column, each quoted if it must be. */
export const rowOf = (snapshot: Snapshot, columns: readonly Column[], delimiter = ','): string =>
  columns.map((column) => quoted(cellOf(snapshot, column), delimiter)).join(delimiter)

function cellOf(snapshot: Snapshot, { id, type }: Column): string {
  const [section = '', key] = id.split('.')
  const part = (snapshot as Plain)[section]
  const value = key === undefined ? part : (part as Plain | undefined)?.[key]
  if (value === undefined) return ''
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((item) => itemOf(type, item)).join(';')
  return itemOf(type, value)
}

function itemOf(type: Column['type'], item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const { firstDay, recoveredOn = '', from, until, service, id, type: document, on, ...flags } = item as Plain
  if (type === 'document') return `${document}@${on}`
  const ended = type === 'services' && until !== undefined ? { until } : {}
  const said = Object.entries({ ...flags, ...ended }).map(([key, value]) => `!${key}=${value}`)
  if (type === 'spells') return `${firstDay}/${recoveredOn}${said.join('')}`
  return `${type === 'leaves' ? `${from}/${until}` : `${service ?? id}@${on}`}${said.join('')}`
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
