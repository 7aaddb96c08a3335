/** A key or index with its value. */
export type Entry = readonly [key: string | number, value: unknown]

/** Why an object or list cannot be copied. */
export type Refusal = 'not-plain-data' | 'too-large'

/**
 * What a plain object or list holds, read without calling a getter: an accessor's own function stands in for its
 * value, and a symbol for a key that is one. Hidden properties are left out, as JSON.stringify does.
 * The only code of others that can run is a proxy's; what it throws is a refusal.
 */
export function ownEntries(source: object, limit: number): readonly Entry[] | Refusal {
  try {
    return Array.isArray(source) ? listEntries(source, limit) : objectEntries(source, limit)
  } catch {
    return 'not-plain-data'
  }
}

function listEntries(source: object, limit: number): readonly Entry[] | Refusal {
  // The prototype of lists is itself a list, in every realm; that of a class is not.
  if (!Array.isArray(Object.getPrototypeOf(source))) return 'not-plain-data'
  const length: unknown = Object.getOwnPropertyDescriptor(source, 'length')?.value
  if (typeof length !== 'number' || length > limit) return 'too-large'
  // As many keys as places, and `length`: more would be named properties, fewer would be holes.
  if (Reflect.ownKeys(source).length !== length + 1) return 'not-plain-data'
  const entries: Entry[] = []
  for (let index = 0; index < length; index++) {
    const property = Object.getOwnPropertyDescriptor(source, String(index))
    if (!property) return 'not-plain-data'
    entries.push([index, dataOf(property)])
  }
  return entries
}

function objectEntries(source: object, limit: number): readonly Entry[] | Refusal {
  if (!hasPlainPrototype(source)) return 'not-plain-data'
  const keys = Reflect.ownKeys(source)
  if (keys.length > limit) return 'too-large'
  const entries: Entry[] = []
  for (const key of keys) {
    const property = Object.getOwnPropertyDescriptor(source, key)
    if (property?.enumerable) entries.push(typeof key === 'symbol' ? ['(symbol)', key] : [key, dataOf(property)])
  }
  return entries
}

function dataOf(property: PropertyDescriptor): unknown {
  return property.get ?? property.set ?? property.value
}

/** No prototype, or the root one; of another realm too, where it is another object. */
function hasPlainPrototype(source: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(source)
  if (prototype === null || prototype === Object.prototype) return true
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}
