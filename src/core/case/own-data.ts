/**
 * How to read an object of unknown origin so that nothing in it is computed, hidden or inherited: first `isPlainObject`,
 * then each key of `for (const key in value)` by `isData`, and last, with the count of those, `hasNoMore`.
 */
export const isPlainObject = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype

/** Whether a property is the object's own, and holds its value instead of computing it. */
export function isData(value: object, key: string): boolean {
  const property = Object.getOwnPropertyDescriptor(value, key)
  return property !== undefined && property.get === undefined && property.set === undefined
}

/** Whether an object has no key besides this many: a hidden one, or a symbol. */
export const hasNoMore = (value: object, keys: number): boolean =>
  Object.getOwnPropertyNames(value).length === keys && Object.getOwnPropertySymbols(value).length === 0

/** How many keys an object has that holds plain data only; undefined where that is in doubt. */
export function keyCount(value: object): number | undefined {
  if (!isPlainObject(value)) return undefined
  let keys = 0
  for (const key in value) {
    if (!isData(value, key)) return undefined
    keys += 1
  }
  return hasNoMore(value, keys) ? keys : undefined
}

/** Whether a list holds plain data only, one item at each place. */
export function isPlainList(value: unknown): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  // As many keys as places, and `length`: more would be named properties, fewer would be holes.
  if (Object.getPrototypeOf(value) !== Array.prototype || !hasNoMore(value, value.length + 1)) return false
  for (let index = 0; index < value.length; index++) if (!isData(value, String(index))) return false
  return true
}
