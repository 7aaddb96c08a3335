import type { Diagram } from '../../diagram/diagram'
import { copyOf, keepByRowFor, type Row } from '../../diagram/kept-rows'
import type { CompiledQuestion } from './compile-rules'
import type { CodedFacts } from './read-facts'
import type { RowTable } from './row-table'

/** The facts that speak for what is asked: of which a comparison is met for certain, and of which one still may be. */
export interface Support {
  readonly speaking: readonly string[]
  readonly mayYet: readonly string[]
}

/** What is kept for the questions of one table. Past it, it is worked out anew. */
const MOST_DIAGRAMS = 64_000
const MOST_SUPPORTS = 16_000

const diagramsOf = keepByRowFor<RowTable, Diagram<boolean>>(MOST_DIAGRAMS)
const supportsOf = keepByRowFor<RowTable, Support>(MOST_SUPPORTS)

/** Written anew for each question. */
const row: Row = { numbers: [], length: 0 }

/**
 * The diagram of a question that known facts do not fail by themselves. It depends on the clauses that they meet and on
 * what its other facts can still say, which are rows of one forest.
 */
export function diagramFor(
  question: CompiledQuestion,
  place: number,
  coded: CodedFacts,
  workOut: () => Diagram<boolean>,
): Diagram<boolean> {
  const diagrams = diagramsOf(coded.table)
  if (question.clauses) writeOpen(question.facts, question.clauses, place, coded)
  else writeRows(question.facts, place, coded)
  const found = diagrams.find(row)
  if (found) return found
  const asked = copyOf(row)
  const diagram = workOut()
  diagrams.keep(asked, diagram)
  return diagram
}

function writeOpen(
  facts: readonly number[],
  clauses: Int32Array,
  place: number,
  { table: { masks, half, questionWords }, rows }: CodedFacts,
): void {
  const { numbers } = row
  numbers[0] = place
  row.length = 1
  for (let word = 0; word < clauses.length; word++) numbers[row.length++] = 0
  for (const fact of facts) {
    const says = rows[fact] as number
    if (says < 0) {
      numbers[row.length++] = fact
      numbers[row.length++] = says
    } else
      for (let word = 0; word < clauses.length; word++) {
        const met = (masks[2 * half * says + questionWords + word] as number) & (clauses[word] as number)
        numbers[1 + word] = (numbers[1 + word] as number) | met
      }
  }
}

function writeRows(facts: readonly number[], place: number, { rows }: CodedFacts): void {
  row.numbers[0] = place
  row.length = 1
  for (const fact of facts) row.numbers[row.length++] = rows[fact] as number
}

/** What speaks for a question: one and the same while its facts say what they said before. */
export function supportFor(question: CompiledQuestion, place: number, coded: CodedFacts): Support {
  const supports = supportsOf(coded.table)
  writeRows(question.facts, place, coded)
  const found = supports.find(row)
  if (found) return found
  const support = findSupport(question, coded)
  supports.keep(row, support)
  return support
}

/** In the order in which the comparisons were written. */
function findSupport({ comparisons }: CompiledQuestion, { table, rows }: CodedFacts): Support {
  const [speaking, mayYet]: [string[], string[]] = [[], []]
  for (const { fact, of, place } of comparisons) {
    const { certainly, possibly } = table.meaning(rows[of] as number)
    if (!possibly[place]) continue
    if (!mayYet.includes(fact)) mayYet.push(fact)
    if (certainly[place] && !speaking.includes(fact)) speaking.push(fact)
  }
  return { speaking: Object.freeze(speaking), mayYet: Object.freeze(mayYet) }
}
