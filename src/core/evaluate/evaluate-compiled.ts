import { perObject } from '../cache'
import type { Diagram, Diagrams, Value } from '../diagram/diagram'
import { valuesOf } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import { exists, windowDiagram } from '../time/window'
import { bitsOf, type CompiledFact, type CompiledRules, compileRules } from './compile-rules'
import { type RulesInForce, windowTimings } from './conditions'
import { compare, type Outcomes } from './outcome'

/** What the facts of one case say to the compiled rules: of each fact a row of bits, by its number. */
export interface ReadFacts {
  readonly compiled: CompiledRules
  readonly table: RowTable
  readonly rows: readonly number[]
}

/**
 * The outcome of every condition in strong Kleene logic, in one pass over the facts and without a promise: what
 * json-rules-engine says of the same documents (evaluate-reference.ts), from a decision index of bits.
 */
export function evaluateCompiled(rules: RulesInForce, facts: Facts, asOf: number): Outcomes {
  return outcomesOf(readFacts(rules, facts, asOf))
}

export function readFacts({ ruleSet, policy }: RulesInForce, facts: Facts, asOf: number): ReadFacts {
  const compiled = compileRules(ruleSet, policy)
  const table = tablesOf(facts.diagrams)(compiled)
  const windows = windowTimings(ruleSet)
  const context = { asOf, policy, since: asOf, leave: undefined }
  const { diagrams } = facts
  const rows = compiled.facts.map(({ id }, place) => {
    const timing = windows.get(id)
    return table.rowOf(place, timing ? diagrams.map(windowDiagram(timing, facts, context), exists) : facts.fact(id))
  })
  return { compiled, table, rows }
}

/** Two halves: the conditions that the facts rule out, and those that they do not settle. Of a known fact both are the same. */
export function outcomesOf({ compiled, table, rows }: ReadFacts): Outcomes {
  const { conditionWords } = compiled
  const { half } = table
  const joined = new Int32Array(2 * half)
  for (const row of rows) {
    const from = 2 * half * row
    for (let word = 0; word < 2 * half; word++)
      joined[word] = (joined[word] as number) | (table.masks[from + word] as number)
  }
  failClauses(compiled, joined, half)
  for (const { place, meets } of compiled.memberwise) {
    const [word, bit] = [place >>> 5, 1 << (place & 31)]
    const meaning = (fact: number) => table.meaning(rows[fact] as number)
    if (!meets((fact, comparison) => meaning(fact).possibly[comparison] as boolean))
      joined[word] = (joined[word] as number) | bit
    if (!meets((fact, comparison) => meaning(fact).certainly[comparison] as boolean))
      joined[half + word] = (joined[half + word] as number) | bit
  }
  const isSet = (half: number, place: number): boolean =>
    (((joined[half + (place >>> 5)] as number) >>> (place & 31)) & 1) === 1
  if (conditionWords === 0) return []
  return compiled.conditions.map((_, place) => (isSet(0, place) ? 'not-met' : isSet(half, place) ? 'open' : 'met'))
}

/** A clause of which no comparison may be met rules out the conditions that need it; one that only may be leaves them open. */
function failClauses(
  { clauseWords, conditionWords, clauses, neededBy }: CompiledRules,
  joined: Int32Array,
  half: number,
): void {
  const fail = (bits: number, word: number, side: number): void => {
    for (let left = bits; left !== 0; left &= left - 1) {
      const needed = (32 * word + 31 - Math.clz32(left & -left)) * conditionWords
      for (let at = 0; at < conditionWords; at++)
        joined[side + at] = (joined[side + at] as number) | (neededBy[needed + at] as number)
    }
  }
  for (let word = 0; word < clauseWords; word++) {
    const possible = joined[conditionWords + word] as number
    fail(~possible & (clauses[word] as number), word, 0)
    fail(possible & ~(joined[half + conditionWords + word] as number), word, half)
  }
}

/** What the facts of cases can say, each a row of bits: looked up by the diagram of the fact, never compared again. */
interface RowTable {
  /**
   * Rows of two halves: the conditions that fail by it and the clauses that it may meet; then the conditions that it does
   * not settle and the clauses that it meets for certain.
   */
  readonly masks: number[]
  /** Words in half a row. */
  readonly half: number
  rowOf(fact: number, diagram: Diagram<Value>): number
  /** What a row says of the comparisons of its fact, by their places. */
  meaning(row: number): { readonly certainly: readonly boolean[]; readonly possibly: readonly boolean[] }
}

/** One table for the cases whose facts have one manager: rows go by the ids of its diagrams. */
const tablesOf = perObject((_: Diagrams) => perObject((compiled: CompiledRules): RowTable => layTable(compiled)))

function layTable({ facts, conditionWords, clauseWords }: CompiledRules): RowTable {
  const half = conditionWords + clauseWords
  const masks: number[] = []
  const meanings: ReturnType<RowTable['meaning']>[] = []
  const rows = facts.map(() => new Map<number, number>())

  const add = ({ comparisons }: CompiledFact, values: readonly Value[]): number => {
    const met = comparisons.map(({ operator, threshold }) => values.map((value) => compare(operator, value, threshold)))
    const [certainly, possibly] = [met.map((each) => each.every(Boolean)), met.map((each) => each.some(Boolean))]
    const row = meanings.push({ certainly, possibly }) - 1
    const bits = (
      which: readonly boolean[],
      whether: boolean,
      of: 'conditions' | 'clauses',
      words: number,
    ): Int32Array =>
      bitsOf(
        comparisons.flatMap((leaf, place) => (which[place] === whether ? [...leaf[of]] : [])),
        words,
      )
    masks.push(
      ...bits(possibly, false, 'conditions', conditionWords),
      ...bits(possibly, true, 'clauses', clauseWords),
      ...bits(certainly, false, 'conditions', conditionWords),
      ...bits(certainly, true, 'clauses', clauseWords),
    )
    return row
  }
  return {
    masks,
    half,
    rowOf: (fact, diagram) => {
      const ofFact = rows[fact] as Map<number, number>
      let row = ofFact.get(diagram.id)
      if (row === undefined) {
        row = add(facts[fact] as CompiledFact, valuesOf(diagram))
        ofFact.set(diagram.id, row)
      }
      return row
    },
    meaning: (row) => meanings[row] as ReturnType<RowTable['meaning']>,
  }
}
