import { memo, perObject } from './cache'

export { memo }

/** @deprecated `perObject` of cache.ts. */
export const memoByObject = perObject

/** @deprecated `perPolicy` of cache.ts, or `perObject` of a function that gives a `perObject`. */
export function memoByObjects<One extends object, Other extends object, Result>(
  compute: (one: One, other: Other) => Result,
): (one: One, other: Other) => Result {
  const of = perObject((one: One) => perObject((other: Other) => compute(one, other)))
  return (one, other) => of(one)(other)
}
