/** Whole numbers, written anew for one question after the other: as many as `length` says. */
export interface Row {
  readonly numbers: number[]
  length: number
}

/** Results by rows of whole numbers, for what follows from the numbers alone. */
export interface ResultsByRow<Result> {
  find(row: Row): Result | undefined
  /** The row is copied, so that it can be written anew. */
  keep(row: Row, result: Result): void
}

interface Entry<Result> {
  readonly row: readonly number[]
  readonly result: Result
  /** Another row with the same hash. */
  readonly next: Entry<Result> | undefined
}

/** Keeps at most so many results: what was not asked for lately is forgotten first, and then reached anew. */
export function keepByRow<Result>(most: number): ResultsByRow<Result> {
  let recent = new Map<number, Entry<Result>>()
  let older: typeof recent = new Map()
  let kept = 0
  const put = (hash: number, row: readonly number[], result: Result): void => {
    if (kept >= most / 2) {
      older = recent
      recent = new Map()
      kept = 0
    }
    recent.set(hash, { row, result, next: recent.get(hash) })
    kept += 1
  }
  return {
    find: (row) => {
      const hash = hashOf(row)
      const found = entryOf(recent.get(hash), row)
      if (found) return found.result
      const aged = entryOf(older.get(hash), row)
      if (aged) put(hash, aged.row, aged.result)
      return aged?.result
    },
    keep: (row, result) => put(hashOf(row), row.numbers.slice(0, row.length), result),
  }
}

function entryOf<Result>(first: Entry<Result> | undefined, row: Row): Entry<Result> | undefined {
  let entry = first
  while (entry && !isSame(entry.row, row)) entry = entry.next
  return entry
}

function isSame(kept: readonly number[], { numbers, length }: Row): boolean {
  if (kept.length !== length) return false
  for (let at = 0; at < length; at++) if (kept[at] !== numbers[at]) return false
  return true
}

/** Spreads rows that differ in one number only (FNV-1a over whole numbers), as a small non-negative number. */
function hashOf({ numbers, length }: Row): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (numbers[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}
