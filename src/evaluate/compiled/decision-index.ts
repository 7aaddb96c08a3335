import { type Diagram, type Value, valuesOf } from '../../facts/diagram'
import { memo } from '../../facts/memo'
import type { Leaf } from '../../rule-set/document'
import { compare } from '../compare'

/** A comparison with its place among the bits. */
export interface IndexedLeaf {
  readonly bit: number
  readonly operator: Leaf['operator']
  readonly threshold: unknown
}

/** Which comparisons a value meets, as bits in the words from `word` on. */
export interface Met {
  readonly word: number
  readonly bits: readonly number[]
  /** Tells it from what other values of the fact meet. */
  readonly code: number
}

/**
 * What a fact says of the comparisons that read it: looked up by its value, never compared again. Of numbers, values
 * between two neighbouring thresholds meet the same comparisons and share one entry.
 */
export interface FactIndex {
  /** The comparisons that a known value meets. */
  met(value: Value): Met
  /** Those that every value still possible meets, and those that some value does. */
  readings(diagram: Diagram<Value>): { readonly certainly: Met; readonly possibly: Met }
}

const BITS = 32

export const wordOf = (bit: number): number => bit >>> 5
export const maskOf = (bit: number): number => 1 << (bit & 31)

/** `leaves` read one fact, and their bits follow each other. */
export function indexFact(leaves: readonly IndexedLeaf[]): FactIndex {
  const bits = leaves.map(({ bit }) => bit)
  const [word, last] = [wordOf(Math.min(...bits)), wordOf(Math.max(...bits))]
  let codes = 0
  const none: Met = { word, bits: Array.from({ length: last - word + 1 }, () => 0), code: codes++ }
  const judge = (value: Value): Met => {
    const met = [...none.bits]
    for (const { bit, operator, threshold } of leaves)
      if (compare(operator, value, threshold)) met[wordOf(bit) - word] = (met[wordOf(bit) - word] ?? 0) | maskOf(bit)
    return { word, bits: met, code: codes++ }
  }
  const numbers = thresholdsOf(leaves)
  const readsLists = leaves.some(({ operator }) => operator === 'contains' || operator === 'doesNotContain')
  const byStretch = memo((stretch: number): Met => judge(sampleOf(numbers, stretch)))
  const byValue = memo((value: boolean | string): Met => judge(readsLists ? JSON.parse(String(value)) : value))
  const met = (value: Value): Met => {
    if (value === null) return none
    if (typeof value === 'number') return byStretch(stretchOf(numbers, value))
    // Lists are new objects for each case.
    return byValue(typeof value === 'object' ? JSON.stringify(value) : value)
  }
  const readings = (diagram: Diagram<Value>) => {
    const all = valuesOf(diagram).map(met)
    const join = (merge: (a: number, b: number) => number): Met => ({
      word,
      code: -1,
      bits: none.bits.map((_, at) => all.map(({ bits: of }) => of[at] ?? 0).reduce(merge)),
    })
    return { certainly: join((a, b) => a & b), possibly: join((a, b) => a | b) }
  }
  const known = new WeakMap<Diagram<Value>, ReturnType<typeof readings>>()
  return {
    met,
    readings: (diagram) => {
      const found = known.get(diagram) ?? readings(diagram)
      known.set(diagram, found)
      return found
    },
  }
}

function thresholdsOf(leaves: readonly IndexedLeaf[]): readonly number[] {
  const values = leaves.flatMap(({ threshold }) => threshold).filter((value) => typeof value === 'number')
  return [...new Set(values)].sort((a, b) => a - b)
}

/** Stretches are numbered from below: even ones lie between thresholds, odd ones are the thresholds themselves. */
function stretchOf(thresholds: readonly number[], value: number): number {
  let below = 0
  while (below < thresholds.length && (thresholds[below] as number) < value) below += 1
  return thresholds[below] === value ? 2 * below + 1 : 2 * below
}

function sampleOf(thresholds: readonly number[], stretch: number): number {
  const index = stretch >> 1
  if (stretch % 2 === 1) return thresholds[index] as number
  const [before, after] = [thresholds[index - 1], thresholds[index]]
  if (before === undefined) return after === undefined ? 0 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}

export const wordsFor = (count: number): number => Math.max(1, Math.ceil(count / BITS))
