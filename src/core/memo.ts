/** Computes the result for each key once. */
export function memo<Key, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  return memoIn(new Map<Key, Result>(), compute)
}

/**
 * The same for objects, whose results are forgotten with them. The last one that was asked for is held: most often it is
 * also the next, and then nothing is looked up.
 */
export function memoByObject<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const find = memoIn(new WeakMap<Key, Result>(), compute)
  let last: Key | undefined
  let result: Result
  return (key) => {
    if (key !== last) {
      result = find(key)
      last = key
    }
    return result
  }
}

/** The same for two objects, forgotten with either. */
export function memoByObjects<One extends object, Other extends object, Result>(
  compute: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const of = memoByObject((one: One) => memoByObject((other: Other) => compute(one, other)))
  return (one, other) => of(one)(other)
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
