import type { Leaf } from '../../rules/document'

/** A comparison of one fact. */
export interface IndexedLeaf {
  readonly operator: Leaf['operator']
  readonly threshold: unknown
  /** The clauses in which it stands beside others. */
  readonly clauses: ReadonlySet<number>
  /** The questions that need it by itself, by their places. */
  readonly questions: ReadonlySet<number>
}

type Indexed = IndexedLeaf & { readonly clauses: Set<number>; readonly questions: Set<number> }

/** Comparisons by fact, and the number of each clause; what is written twice is one. */
export function indexClauses() {
  const clauses = new Map<string, number>()
  const neededBy: Set<number>[] = []
  const leaves = new Map<string, Map<string, Indexed>>()
  const leafOf = ({ fact, operator, value }: Leaf): Indexed => {
    const ofFact = leaves.get(fact) ?? new Map<string, Indexed>()
    leaves.set(fact, ofFact)
    const key = JSON.stringify([operator, value])
    const found = ofFact.get(key) ?? { operator, threshold: value, clauses: new Set(), questions: new Set() }
    ofFact.set(key, found)
    return found
  }
  /** A clause of one comparison is that comparison. */
  const need = (clause: readonly Leaf[], question: number): void => {
    const [leaf, another] = clause
    if (leaf && !another) leafOf(leaf).questions.add(question)
    else neededBy[clauseOf(clause)]?.add(question)
  }
  const clauseOf = (clause: readonly Leaf[]): number => {
    const texts = clause.map(({ fact, operator, value }) => JSON.stringify([fact, operator, value]))
    const key = texts.sort().join()
    const found = clauses.get(key)
    if (found !== undefined) return found
    const number = neededBy.push(new Set()) - 1
    clauses.set(key, number)
    for (const leaf of clause) leafOf(leaf).clauses.add(number)
    return number
  }
  return { leaves, leafOf, need, neededBy }
}

/** Numbers as bits, in so many words. */
export function bitsIn(numbers: Iterable<number>, words: number): Int32Array {
  const bits = new Int32Array(words)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31))
  return bits
}
