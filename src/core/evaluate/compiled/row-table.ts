import { type Diagram, type Forest, type Value, valuesOf } from '../../diagram/diagram'
import { memoByObjects } from '../../memo'
import { compare } from '../compare'
import { bitsIn } from './clause-index'
import type { CompiledFact, CompiledRules } from './compile-rules'

/**
 * What the facts of cases can say, each a row of bits. A fact is looked up, never compared again, and two facts with one
 * row say the same to every condition. The number of a row is that of a known value; its complement (`~row`) stands for
 * a fact that is still open.
 */
export interface RowTable {
  /**
   * Rows of two halves: the questions that fail by it and then the clauses of several comparisons that it may meet;
   * the questions that it does not settle and then the clauses that it meets for certain.
   */
  masks: Int32Array
  /** The first words of each half are those of the questions; those of the clauses follow. */
  readonly questionWords: number
  /** Words in half a row. */
  readonly half: number
  /** For each word of half a row, the facts that can set a bit of it, by their places. */
  readonly factsIn: readonly Int32Array[]
  /** Room for the rows of one case, joined. */
  readonly joined: Int32Array
  /** The facts that are numbers, by their places. */
  readonly numeric: readonly number[]
  /** Of each fact with few values, the row of the first; those of the others follow, in the order of its options. */
  readonly firstOption: Int32Array
  /** Row of a number, or of its known absence. */
  ofNumber(fact: number, value: number | null): number
  /** Row of anything that a fact can be, or its complement. */
  ofDiagram(fact: number, diagram: Diagram<Value>): number
  /** What a row, or its complement, says of the comparisons of its fact, by their places. */
  meaning(row: number): RowMeaning
  size(): number
}

export interface RowMeaning {
  readonly certainly: readonly boolean[]
  readonly possibly: readonly boolean[]
}

const FIRST_CAPACITY = 1_024

/** One table for the cases whose facts grow in one forest. */
export const rowTableOf = memoByObjects((compiled: CompiledRules, _: Forest): RowTable => layRows(compiled))

interface FactRows {
  readonly fact: CompiledFact
  /** Of its values, in the order of its options. */
  readonly options: readonly number[]
  /** Of a number: stretches are numbered from below; even ones lie between thresholds, odd ones are the thresholds. */
  readonly stretches: readonly number[]
  /** Of what is known not to be there. */
  readonly none: number
  /** By the id of a diagram. */
  readonly diagrams: Map<number, number>
}

function layRows({ facts, questionWords, clauseWords }: CompiledRules): RowTable {
  const half = questionWords + clauseWords
  const stride = 2 * half
  const meanings: RowMeaning[] = []
  let masks: Int32Array = new Int32Array(FIRST_CAPACITY * stride)

  const factsIn = Array.from({ length: half }, () => new Set<number>())
  facts.forEach(({ comparisons }, at) => {
    for (const { questions, clauses } of comparisons) {
      for (const question of questions) factsIn[question >>> 5]?.add(at)
      for (const clause of clauses) factsIn[questionWords + (clause >>> 5)]?.add(at)
    }
  })
  const add = ({ comparisons }: CompiledFact, values: readonly Value[]): number => {
    const met = comparisons.map(({ operator, threshold }) => values.map((value) => compare(operator, value, threshold)))
    const [certainly, possibly] = [met.map((each) => each.every(Boolean)), met.map((each) => each.some(Boolean))]
    const row = meanings.push({ certainly, possibly }) - 1
    if (masks.length < meanings.length * stride) table.masks = masks = grown(masks)
    const those = (met: readonly boolean[], whether: boolean, which: 'questions' | 'clauses'): Int32Array => {
      const numbers = comparisons.flatMap((leaf, place) => (met[place] === whether ? [...leaf[which]] : []))
      return bitsIn(numbers, which === 'questions' ? questionWords : clauseWords)
    }
    masks.set(those(possibly, false, 'questions'), row * stride)
    masks.set(those(possibly, true, 'clauses'), row * stride + questionWords)
    masks.set(those(certainly, false, 'questions'), row * stride + half)
    masks.set(those(certainly, true, 'clauses'), row * stride + half + questionWords)
    return row
  }
  const table = {
    masks,
    questionWords,
    half,
    factsIn: factsIn.map((places) => Int32Array.from(places)),
    joined: new Int32Array(stride),
    numeric: facts.flatMap(({ thresholds }, at) => (thresholds.length > 0 ? [at] : [])),
  }
  const rowsOf = facts.map((fact): FactRows => {
    const stretches = stretchesOf(fact.thresholds).map((value) => add(fact, [value]))
    const options = fact.values.map((value) => add(fact, [value]))
    return { fact, options, stretches, none: add(fact, [null]), diagrams: new Map() }
  })

  const ofNumber = (at: number, value: number | null): number => {
    const { fact, stretches, none } = rowsOf[at] as FactRows
    if (value === null) return none
    const { thresholds } = fact
    let below = 0
    while (below < thresholds.length && (thresholds[below] as number) < value) below += 1
    return stretches[thresholds[below] === value ? 2 * below + 1 : 2 * below] as number
  }
  const ofDiagram = (at: number, diagram: Diagram<Value>): number => {
    const { fact, diagrams } = rowsOf[at] as FactRows
    if (fact.thresholds.length > 0 && diagram.kind === 'known') return ofNumber(at, diagram.value as number | null)
    let row = diagrams.get(diagram.id)
    if (row === undefined) {
      row = rowFor(at, diagram)
      diagrams.set(diagram.id, row)
    }
    return row
  }
  const rowFor = (at: number, diagram: Diagram<Value>): number => {
    const { fact, options, none } = rowsOf[at] as FactRows
    if (diagram.kind === 'split') return ~add(fact, valuesOf(diagram))
    if (diagram.value === null) return none
    return options[fact.values.indexOf(diagram.value)] ?? add(fact, [diagram.value])
  }
  return Object.assign(table, {
    firstOption: Int32Array.from(rowsOf, ({ options }) => options[0] ?? -1),
    ofNumber,
    ofDiagram,
    meaning: (row: number): RowMeaning => meanings[row < 0 ? ~row : row] as RowMeaning,
    size: () => meanings.length,
  })
}

function grown(masks: Int32Array): Int32Array {
  const larger = new Int32Array(2 * masks.length)
  larger.set(masks)
  return larger
}

/** One number of each stretch. */
const stretchesOf = (thresholds: readonly number[]): readonly number[] => {
  const [first] = thresholds
  if (first === undefined) return []
  return [
    first - 1,
    ...thresholds.flatMap((threshold, index) => {
      const next = thresholds[index + 1]
      return [threshold, next === undefined ? threshold + 1 : (threshold + next) / 2]
    }),
  ]
}
