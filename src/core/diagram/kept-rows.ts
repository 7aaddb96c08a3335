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

/** A power of two. */
const PLACES_LATELY = 2 ** 14

/** Tells whether a row, or one of the same hash, came up lately: what comes only once is not worth keeping. */
export function cameLately(): (row: Row) => boolean {
  const hashes = new Int32Array(PLACES_LATELY)
  return (row) => {
    const hash = hashOf(row) + 1
    const place = hash & (PLACES_LATELY - 1)
    if (hashes[place] === hash) return true
    hashes[place] = hash
    return false
  }
}

const FIRST_PLACES = 64

/** What stands before the numbers of a row, all in one piece of memory: its hash, the number of its result, its length. */
const ENTRY = { hash: 0, result: 1, length: 2, row: 3 } as const

/** Rows one after another in flat memory, found by their hashes. All are kept. */
export function keepRows<Result>() {
  const results: Result[] = []
  /** One more than where an entry begins; 0 where a place is free. Never more than half full. */
  let places = new Int32Array(FIRST_PLACES)
  let entries = new Int32Array(4 * FIRST_PLACES)
  let filled = 0

  const isAt = (entry: number, { numbers, length }: Row): boolean => {
    if (entries[entry + ENTRY.length] !== length) return false
    const from = entry + ENTRY.row
    for (let at = 0; at < length; at++) if (entries[from + at] !== numbers[at]) return false
    return true
  }
  const occupy = (entry: number): void => {
    let place = (entries[entry + ENTRY.hash] as number) & (places.length - 1)
    while (places[place] !== 0) place = (place + 1) & (places.length - 1)
    places[place] = entry + 1
  }
  const spread = (): void => {
    places = new Int32Array(2 * places.length)
    for (let entry = 0; entry < filled; entry += ENTRY.row + (entries[entry + ENTRY.length] as number)) occupy(entry)
  }
  return {
    size: () => results.length,
    get: (row: Row, hash: number): Result | undefined => {
      for (let place = hash & (places.length - 1); places[place] !== 0; place = (place + 1) & (places.length - 1)) {
        const entry = (places[place] as number) - 1
        if (entries[entry] === hash && isAt(entry, row)) return results[entries[entry + ENTRY.result] as number]
      }
      return undefined
    },
    put: (row: Row, hash: number, result: Result): void => {
      const entry = filled
      filled += ENTRY.row + row.length
      while (filled > entries.length) entries = larger(entries)
      entries[entry] = hash
      entries[entry + ENTRY.result] = results.push(result) - 1
      entries[entry + ENTRY.length] = row.length
      for (let at = 0; at < row.length; at++) entries[entry + ENTRY.row + at] = row.numbers[at] as number
      if (2 * results.length > places.length) spread()
      else occupy(entry)
    },
  }
}

function larger(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * numbers.length)
  twice.set(numbers)
  return twice
}

/** Spreads rows that differ in one number only (FNV-1a over whole numbers), as a small non-negative number. */
export function hashOf({ numbers, length }: Row): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (numbers[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}
