/**
 * The same value, which nobody can change any more, at any depth: what is exported, or shared between calls. Maps and
 * sets refuse by their own methods, since freezing leaves their contents alone.
 *
 * @returns `value` itself. Changing it throws a TypeError.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (value instanceof Map || value instanceof Set) {
    for (const part of value.values()) frozen(part)
    for (const method of ['set', 'add', 'delete', 'clear'])
      if (method in value) Object.defineProperty(value, method, { value: refuse })
    return Object.freeze(value)
  }
  Object.freeze(value)
  for (const part of Object.values(value)) frozen(part)
  return value
}

function refuse(): never {
  throw new TypeError('this cannot be changed')
}
