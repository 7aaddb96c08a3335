/** Objects and lists that are read without looking for getters: those that JSON.parse made. */
export type Origin = 'parsed' | 'unchecked'

/**
 * The keys of an object that holds plain data only; undefined where that is in doubt. Of an object of unknown origin,
 * that nothing in it is computed when it is read, hidden, or inherited.
 */
export function keysOf(value: object, origin: Origin): readonly string[] | undefined {
  if (origin === 'parsed') return Object.keys(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined
  const keys = Reflect.ownKeys(value)
  return keys.every((key) => typeof key === 'string' && isData(value, key)) ? (keys as string[]) : undefined
}

/** Whether a list holds plain data only, one item at each place. */
export function isPlainList(value: unknown, origin: Origin): value is readonly unknown[] {
  if (!Array.isArray(value)) return false
  if (origin === 'parsed') return true
  if (Object.getPrototypeOf(value) !== Array.prototype) return false
  if (Reflect.ownKeys(value).length !== value.length + 1) return false
  for (let index = 0; index < value.length; index++) if (!isData(value, String(index))) return false
  return true
}

function isData(value: object, key: string): boolean {
  const property = Object.getOwnPropertyDescriptor(value, key)
  return (
    property !== undefined && property.enumerable === true && property.get === undefined && property.set === undefined
  )
}
