import type { AnyDiagram, NumberedUnknown, Split, Value } from './diagram'

const FIRST_PLACES = 256

/** The splits of one forest, each once, found by their unknown and their branches in flat memory. */
export function splitTable() {
  const splits: Split<Value>[] = []
  /** By the place of a split in the list. */
  let hashes = new Int32Array(FIRST_PLACES / 2)
  /** One more than the place of a split in the list; 0 where nothing is. Never more than half full. */
  let places = new Int32Array(FIRST_PLACES)

  const occupy = (at: number): void => {
    let place = (hashes[at] as number) & (places.length - 1)
    while (places[place] !== 0) place = (place + 1) & (places.length - 1)
    places[place] = at + 1
  }
  const grow = (): void => {
    const before = hashes
    hashes = new Int32Array(places.length)
    hashes.set(before)
    places = new Int32Array(2 * places.length)
    splits.forEach((_, at) => {
      occupy(at)
    })
  }
  return {
    find: (unknown: NumberedUnknown, branches: readonly AnyDiagram[], hash: number): Split<Value> | undefined => {
      for (let place = hash & (places.length - 1); places[place] !== 0; place = (place + 1) & (places.length - 1)) {
        const at = (places[place] as number) - 1
        if (hashes[at] !== hash) continue
        const split = splits[at] as Split<Value>
        if (split.unknown === unknown && isSame(split.branches, branches)) return split
      }
      return undefined
    },
    add: (split: Split<Value>, hash: number): void => {
      if (splits.length === hashes.length) grow()
      const at = splits.push(split) - 1
      hashes[at] = hash
      occupy(at)
    },
  }
}

/** Of the unknown and the branches by their numbers (FNV-1a over whole numbers), small and not negative. */
export function hashOf(unknown: NumberedUnknown, branches: readonly AnyDiagram[]): number {
  let hash = Math.imul(0x811c9dc5 ^ unknown.id, 0x01000193)
  for (let at = 0; at < branches.length; at++) hash = Math.imul(hash ^ (branches[at] as AnyDiagram).id, 0x01000193)
  return (hash ^ (hash >>> 15)) & 0x3fffffff
}

function isSame(one: readonly AnyDiagram[], other: readonly AnyDiagram[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
