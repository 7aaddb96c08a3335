import type { Path } from '../../core/snapshot/shown-path'

/** An object of a snapshot, as plain data that may be changed. */
export type Data = Record<string, unknown>

/** An object that has a key, and where the object stands. */
export interface Holder {
  readonly holder: Data
  readonly at: Path
}

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Every object that has the last key of a name: one, or one for each entry of a list on the way. A section is an
 * object: a list in its place is not looked into.
 */
export function holdersOf(root: Data, name: string): readonly Holder[] {
  const [section = '', ...keys] = name.split('.')
  const last = keys.pop()
  if (last === undefined || !Object.hasOwn(root, section) || !isData(root[section])) return []
  let found: readonly Holder[] = [{ holder: root[section], at: [section] }]
  for (const key of keys)
    found = found.flatMap(({ holder, at }) => (Object.hasOwn(holder, key) ? inside(holder[key], [...at, key]) : []))
  return found.filter(({ holder }) => Object.hasOwn(holder, last))
}

export const lastKey = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Defined, not assigned: an assignment would call a setter that someone hung on Object.prototype. */
export function put(holder: Data, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

/** A section in which nothing is left goes too: its name may not be one any more. */
export function dropIfEmpty(root: Data, section: string): void {
  const found = Object.hasOwn(root, section) ? root[section] : undefined
  if (isData(found) && Object.keys(found).length === 0) delete root[section]
}

function inside(value: unknown, at: Path): readonly Holder[] {
  if (isData(value)) return [{ holder: value, at }]
  if (!Array.isArray(value)) return []
  return value.flatMap((item, index) => (isData(item) ? [{ holder: item, at: [...at, index] }] : []))
}
