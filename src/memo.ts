/** Computes the result for each key once. */
export function memo<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  return memoIn(new Map<Key, Result>(), compute)
}

/** The same for objects, whose results are forgotten with them. */
export function memoByObject<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  return memoIn(new WeakMap<Key, Result>(), compute)
}

interface Results<Key, Result> {
  get(key: Key): Result | undefined
  has(key: Key): boolean
  set(key: Key, result: Result): unknown
}

function memoIn<Key, Result>(known: Results<Key, Result>, compute: (key: Key) => Result): (key: Key) => Result {
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Result
    const result = compute(key)
    known.set(key, result)
    return result
  }
}
