import { type Diagram, type Value, valuesOf } from '../../facts/diagram'
import type { Leaf } from '../../rule-set/document'
import { compare } from '../compare'

/** A comparison of one fact, with the clauses in which it stands. */
export interface IndexedLeaf {
  readonly operator: Leaf['operator']
  readonly threshold: unknown
  readonly clauses: readonly number[]
}

/** What a value says: which comparisons of its fact it meets, and so which clauses. */
export interface Entry {
  /** Tells it from what other values of the fact say. */
  readonly code: number
  /** By the place of a comparison among those of the fact. */
  readonly met: readonly boolean[]
  /** The clauses as pairs of a word and the bits in it. */
  readonly clauses: Int32Array
}

/** What an unanswered fact says: by every value that it can still have, and by some. */
export interface OpenEntry {
  readonly certainly: Entry
  readonly possibly: Entry
}

/**
 * What a fact says of the clauses that read it: looked up by its value, never compared again. Of numbers, values
 * between two neighbouring thresholds say the same and share one entry.
 */
export interface FactIndex {
  /** The fact as a number: itself, or the place of its value. Known not to be there is a number too. */
  codeOf(value: Value): number
  entry(code: number): Entry
  open(diagram: Diagram<Value>): OpenEntry
  /** A fact of which nothing is known but that it may be absent. */
  readonly anything: OpenEntry
  /** Of a number, what it is compared with, from below. */
  readonly thresholds: readonly number[] | undefined
  /** What is known beforehand: by code, or of a number by stretch. */
  readonly entries: readonly Entry[]
}

/** In place of a number that is known not to be there. */
const NO_NUMBER = Number.POSITIVE_INFINITY

const wordOf = (bit: number): number => bit >>> 5
const maskOf = (bit: number): number => 1 << (bit & 31)

export function indexFact(leaves: readonly IndexedLeaf[], values: readonly Value[]): FactIndex {
  let codes = 0
  const entryOf = (met: readonly boolean[]): Entry => ({
    code: codes++,
    met,
    clauses: bitsOf(leaves.flatMap(({ clauses }, place) => (met[place] ? clauses : []))),
  })
  const judge = (value: Value): Entry =>
    entryOf(leaves.map(({ operator, threshold }) => compare(operator, value, threshold)))
  const thresholds = numbersIn(leaves)
  const { codeOf, entry, entries } = thresholds ? indexNumbers(thresholds, judge) : indexPlaces(values, judge)
  const joined = (entries: readonly Entry[]): OpenEntry => ({
    certainly: entryOf(leaves.map((_, place) => entries.every(({ met }) => met[place] === true))),
    possibly: entryOf(leaves.map((_, place) => entries.some(({ met }) => met[place] === true))),
  })
  const seen = new WeakMap<Diagram<Value>, OpenEntry>()
  const open = (diagram: Diagram<Value>): OpenEntry => {
    const found = seen.get(diagram) ?? joined(valuesOf(diagram).map((value) => entry(codeOf(value))))
    seen.set(diagram, found)
    return found
  }
  const all = [null, ...(thresholds ? stretchesOf(thresholds) : values)]
  const anything = joined(all.map((value) => entry(codeOf(value))))
  return { codeOf, entry, open, anything, thresholds, entries: [...entries] }
}

/** Bits by word, as pairs in one row. */
export function bitsOf(bits: readonly number[]): Int32Array {
  const words = new Map<number, number>()
  for (const bit of bits) words.set(wordOf(bit), (words.get(wordOf(bit)) ?? 0) | maskOf(bit))
  return Int32Array.from([...words].flat())
}

interface Lookup {
  readonly codeOf: (value: Value) => number
  readonly entry: (code: number) => Entry
  readonly entries: readonly Entry[]
}

/** Lists are new objects for each case, and go by what they hold. */
function indexPlaces(values: readonly Value[], judge: (value: Value) => Entry): Lookup {
  const places = new Map<Value, number>()
  const entries: Entry[] = []
  const codeOf = (value: Value): number => {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value
    const found = places.get(key)
    if (found !== undefined) return found
    places.set(key, entries.length)
    entries.push(judge(value))
    return entries.length - 1
  }
  for (const value of [null, ...values]) codeOf(value)
  return { codeOf, entry: (code) => entries[code] as Entry, entries }
}

function numbersIn(leaves: readonly IndexedLeaf[]): readonly number[] | undefined {
  const values = leaves.flatMap(({ threshold }) => threshold).filter((value) => typeof value === 'number')
  return values.length > 0 ? [...new Set(values)].sort((a, b) => a - b) : undefined
}

/** Stretches are numbered from below: even ones lie between thresholds, odd ones are the thresholds themselves. */
function indexNumbers(thresholds: readonly number[], judge: (value: Value) => Entry): Lookup {
  const entries = stretchesOf(thresholds).map(judge)
  const none = judge(null)
  return {
    codeOf: (value) => (value === null ? NO_NUMBER : (value as number)),
    entry: (value) => {
      if (value === NO_NUMBER) return none
      let below = 0
      while (below < thresholds.length && (thresholds[below] as number) < value) below += 1
      return entries[thresholds[below] === value ? 2 * below + 1 : 2 * below] as Entry
    },
    entries,
  }
}

/** One number of each stretch. */
const stretchesOf = (thresholds: readonly number[]): readonly number[] => [
  (thresholds[0] as number) - 1,
  ...thresholds.flatMap((threshold, index) => {
    const next = thresholds[index + 1]
    return [threshold, next === undefined ? threshold + 1 : (threshold + next) / 2]
  }),
]
