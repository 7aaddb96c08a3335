import type { Diagram } from '../../facts/diagram'
import { keepByRow, type ResultsByRow, type Row } from '../../facts/kept-rows'
import type { CompiledQuestion } from './compile-rules'
import type { CodedFacts } from './read-facts'
import type { RowTable } from './row-table'

/** What a question comes to while its facts say what they say: worked out when it is first asked for. */
export interface KeptQuestion {
  diagram: Diagram<boolean> | undefined
  support: Support | undefined
}

/** The facts that speak for what is asked: of which a comparison is met for certain, and of which one still may be. */
export interface Support {
  readonly speaking: readonly string[]
  readonly mayYet: readonly string[]
}

/** Questions that are kept for one table. Past it, they are worked out anew. */
const MOST_KEPT = 16_000

const kept = new WeakMap<RowTable, ResultsByRow<KeptQuestion>>()

/** Written anew for each question. */
const row: Row = { numbers: [], length: 0 }

/** One and the same for a question whose facts say what they said before. Rows of a table are those of one forest. */
export function keptQuestion({ facts }: CompiledQuestion, place: number, { table, rows }: CodedFacts): KeptQuestion {
  const questions = kept.get(table) ?? keepByRow<KeptQuestion>(MOST_KEPT)
  kept.set(table, questions)
  row.numbers[0] = place
  row.length = 1
  for (const fact of facts) row.numbers[row.length++] = rows[fact] as number
  const found = questions.find(row)
  if (found) return found
  const question: KeptQuestion = { diagram: undefined, support: undefined }
  questions.keep(row, question)
  return question
}

/** What speaks for a question, in the order in which its comparisons were written. */
export function supportFor({ comparisons }: CompiledQuestion, { table, rows }: CodedFacts): Support {
  const [speaking, mayYet]: [string[], string[]] = [[], []]
  for (const { fact, of, place } of comparisons) {
    const { certainly, possibly } = table.meaning(rows[of] as number)
    if (!possibly[place]) continue
    if (!mayYet.includes(fact)) mayYet.push(fact)
    if (certainly[place] && !speaking.includes(fact)) speaking.push(fact)
  }
  return { speaking: Object.freeze(speaking), mayYet: Object.freeze(mayYet) }
}
