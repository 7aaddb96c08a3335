import { memoByObject } from '../memo'

/** Whole numbers of 32 bits, written anew for one question after the other: as many as `length` says. */
export interface Row {
  readonly numbers: number[]
  length: number
}

/** For what may write the row anew before its result is kept. */
export const copyOf = ({ numbers, length }: Row): Row => ({ numbers: numbers.slice(0, length), length })

/** Results by rows of whole numbers, for what follows from the numbers alone. */
export interface ResultsByRow<Result> {
  find(row: Row): Result | undefined
  /** The row is copied, so that it can be written anew. */
  keep(row: Row, result: Result): void
}

/** Keeps at most so many results: what was not asked for lately is forgotten first, and then reached anew. */
export function keepByRow<Result>(most: number): ResultsByRow<Result> {
  let recent = keepRows<Result>()
  let older = recent
  const put = (row: Row, hash: number, result: Result): void => {
    if (recent.size() >= most / 2) {
      older = recent
      recent = keepRows()
    }
    recent.put(row, hash, result)
  }
  return {
    find: (row) => {
      const hash = hashOf(row)
      const found = recent.get(row, hash)
      if (found !== undefined || older === recent) return found
      const aged = older.get(row, hash)
      if (aged !== undefined) put(row, hash, aged)
      return aged
    },
    keep: (row, result) => put(row, hashOf(row), result),
  }
}

/** The same for each of several objects, forgotten with it. */
export const keepByRowFor = <Owner extends object, Result>(most: number): ((owner: Owner) => ResultsByRow<Result>) =>
  memoByObject(() => keepByRow<Result>(most))

const FIRST_PLACES = 64

/** Rows one after another in flat memory, found by their hashes. */
function keepRows<Result>() {
  const results: Result[] = []
  /** One more than the number of the result; 0 where a place is free. Never more than half full. */
  let places = new Int32Array(FIRST_PLACES)
  let hashes = new Int32Array(FIRST_PLACES / 2)
  /** Where the row of each result ends. */
  let ends = new Int32Array(FIRST_PLACES / 2)
  let numbers = new Int32Array(FIRST_PLACES)

  const isAt = (result: number, row: Row): boolean => {
    const from = result === 0 ? 0 : (ends[result - 1] as number)
    if ((ends[result] as number) - from !== row.length) return false
    for (let at = 0; at < row.length; at++) if (numbers[from + at] !== row.numbers[at]) return false
    return true
  }
  const occupy = (result: number): void => {
    let place = (hashes[result] as number) & (places.length - 1)
    while (places[place] !== 0) place = (place + 1) & (places.length - 1)
    places[place] = result + 1
  }
  return {
    size: () => results.length,
    get: (row: Row, hash: number): Result | undefined => {
      for (let place = hash & (places.length - 1); places[place] !== 0; place = (place + 1) & (places.length - 1)) {
        const result = (places[place] as number) - 1
        if (hashes[result] === hash && isAt(result, row)) return results[result]
      }
      return undefined
    },
    put: (row: Row, hash: number, result: Result): void => {
      const number = results.length
      if (number >= hashes.length) {
        hashes = larger(hashes)
        ends = larger(ends)
        places = new Int32Array(2 * places.length)
        for (let before = 0; before < number; before++) occupy(before)
      }
      const from = number === 0 ? 0 : (ends[number - 1] as number)
      while (from + row.length > numbers.length) numbers = larger(numbers)
      for (let at = 0; at < row.length; at++) numbers[from + at] = row.numbers[at] as number
      results.push(result)
      hashes[number] = hash
      ends[number] = from + row.length
      occupy(number)
    },
  }
}

function larger(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * numbers.length)
  twice.set(numbers)
  return twice
}

/** Spreads rows that differ in one number only (FNV-1a over whole numbers), as a small non-negative number. */
function hashOf({ numbers, length }: Row): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (numbers[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}
