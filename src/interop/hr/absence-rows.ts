import type { AbsenceProfile } from './profile'

/** Where a service wraps its list of records. */
const WRAPPERS = ['data', 'value', 'rows', 'results', 'items', '_embedded', 'd']

/** More rows than any export has; the rest of a document is left out by then. */
export const MOST_ROWS = 1_000_000

/**
 * The rows of a JSON document, for `mapAbsence`: its records, and where the profile says that a record holds a list, one
 * row for each item with the record around it. `{ id, progress: [a, b] }` is the rows `{ id, progress: a }` and
 * `{ id, progress: b }`. The document may be the list, one record, or an object that wraps the list.
 */
export function absenceRows(document: unknown, profile: AbsenceProfile): readonly unknown[] {
  return recordsIn(document, 0)
    .flatMap((record) => unfolded(record, profile.lists ?? []))
    .slice(0, MOST_ROWS)
}

function recordsIn(document: unknown, depth: number): readonly unknown[] {
  if (Array.isArray(document)) return document
  if (typeof document !== 'object' || document === null) return [document]
  const wrapper = WRAPPERS.find((name) => {
    const inner = Object.hasOwn(document, name) ? (document as Record<string, unknown>)[name] : undefined
    return Array.isArray(inner) || (depth < 2 && typeof inner === 'object' && inner !== null)
  })
  return wrapper === undefined ? [document] : recordsIn((document as Record<string, unknown>)[wrapper], depth + 1)
}

function unfolded(record: unknown, [list, ...inner]: readonly string[]): readonly unknown[] {
  if (list === undefined || typeof record !== 'object' || record === null || !Object.hasOwn(record, list))
    return [record]
  const { [list]: items, ...rest } = record as Record<string, unknown>
  // OData wraps a list inside a record too.
  const found = Array.isArray(items) ? items : recordsIn(items, 0)
  if (found.length === 0) return [rest]
  return found.flatMap((item) => unfolded(item, inner).map((part) => ({ ...rest, [list]: part })))
}
