/** Computes the result for each key once. */
export function memo<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new Map<Key, { readonly result: Result }>()
  return (key) => {
    const found = known.get(key) ?? { result: compute(key) }
    known.set(key, found)
    return found.result
  }
}
