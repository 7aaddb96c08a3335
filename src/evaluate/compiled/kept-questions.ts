import type { Diagram } from '../../facts/diagram'
import type { CompiledQuestion } from './compile-rules'
import type { CodedFacts } from './read-facts'
import type { RowTable } from './row-table'

/** What a question comes to while its facts say what they say: worked out when it is first asked for. */
export interface KeptQuestion {
  diagram?: Diagram<boolean>
  support?: Support
}

/** The facts that speak for what is asked: of which a comparison is met for certain, and of which one still may be. */
export interface Support {
  readonly speaking: readonly string[]
  readonly mayYet: readonly string[]
}

/** What is kept for one question. Past it, it is worked out anew. */
const MOST_KEPT = 500

const kept = new WeakMap<RowTable, (Map<string, KeptQuestion> | undefined)[]>()

/** One and the same for a question whose facts say what they said before. Rows of a table are those of one forest. */
export function keptQuestion({ facts }: CompiledQuestion, place: number, { table, rows }: CodedFacts): KeptQuestion {
  const ofTable = kept.get(table) ?? []
  kept.set(table, ofTable)
  const questions = ofTable[place] ?? new Map<string, KeptQuestion>()
  ofTable[place] = questions
  // Open facts are complements, which come out above 2^15: rows stay below (see MOST_ROWS in ground.ts).
  let key = ''
  for (const fact of facts) key += String.fromCharCode(rows[fact] as number)
  const found = questions.get(key)
  if (found) return found
  if (questions.size >= MOST_KEPT) questions.clear()
  const question: KeptQuestion = {}
  questions.set(key, question)
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
