/** Results by two whole numbers, in flat rows: nothing is allocated to look one up. */
export interface PairResults<Result> {
  get(left: number, right: number): Result | undefined
  set(left: number, right: number, result: Result): void
  /** How many are held. */
  size(): number
}

const FIRST_CAPACITY = 64
/** Past it, one result takes the place of another, which is then worked out anew. */
const MOST_PLACES = 2 ** 18

/** Each pair has one place; two that share it are told apart by their numbers, and the later one stays. */
export function pairResults<Result>(): PairResults<Result> {
  let places = FIRST_CAPACITY
  let lefts = new Int32Array(places)
  let rights = new Int32Array(places)
  let results: (Result | undefined)[] = new Array<undefined>(places)
  let held = 0

  const put = (left: number, right: number, result: Result): void => {
    const place = placeOf(left, right, places)
    if (results[place] === undefined) held += 1
    lefts[place] = left
    rights[place] = right
    results[place] = result
  }
  const grow = (): void => {
    const [before, beforeLefts, beforeRights] = [results, lefts, rights]
    places *= 4
    lefts = new Int32Array(places)
    rights = new Int32Array(places)
    results = new Array<undefined>(places)
    held = 0
    before.forEach((result, place) => {
      if (result !== undefined) put(beforeLefts[place] as number, beforeRights[place] as number, result)
    })
  }
  return {
    get: (left, right) => {
      const place = placeOf(left, right, places)
      return lefts[place] === left && rights[place] === right ? results[place] : undefined
    },
    set: (left, right, result) => {
      if (2 * held > places && places < MOST_PLACES) grow()
      put(left, right, result)
    },
    size: () => held,
  }
}

/** Spreads neighbouring numbers over all places, whose number is a power of two. */
function placeOf(left: number, right: number, places: number): number {
  const mixed = Math.imul(Math.imul(left, 0x9e3779b1) ^ right, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (places - 1)
}
