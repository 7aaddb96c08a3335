import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Outcomes } from '../outcome'
import type { RulesInForce } from '../rules-in-force'
import { type CompiledRules, compileRules, type IsMet } from './compile-rules'
import { codeFacts } from './read-facts'
import type { RowTable } from './row-table'

/**
 * The outcome of every question in strong Kleene logic, in one pass over the facts and without a promise: what
 * json-rules-engine says of the same documents (reference-evaluator.ts), from a decision index of bits.
 */
export function evaluateCompiled(rules: RulesInForce, facts: Facts, asOf: Day): Outcomes {
  const { table, rows } = codeFacts(rules, facts, asOf)
  return evaluateRows(compileRules(rules.ruleSet, rules.policy), table, rows)
}

/**
 * From what each fact says to outcomes: the bits of all rows joined, and the clauses of several comparisons that nothing
 * meets taken out on the questions that need them.
 */
export function evaluateRows(compiled: CompiledRules, table: RowTable, rows: readonly number[]): Outcomes {
  const { questionWords } = compiled
  const { half } = table
  const joined = joinRows(table, rows)
  failUnmet(compiled, joined, half)
  for (const { place, meets } of compiled.unruly) failUnruly(meets, place, table, rows)
  const unmet = new Array<number>(questionWords)
  const unsure = new Array<number>(questionWords)
  for (let word = 0; word < questionWords; word++) {
    unmet[word] = joined[word] as number
    unsure[word] = joined[half + word] as number
  }
  return { unmet, unsure }
}

/** Two halves: what the facts rule out, and what they do not settle. Of a known fact both are the same. */
function joinRows({ masks, half, joined, factsIn }: RowTable, rows: readonly number[]): Int32Array {
  for (let word = 0; word < half; word++) {
    const facts = factsIn[word] as Int32Array
    let ruledOut = 0
    let unsettled = 0
    for (let at = 0; at < facts.length; at++) {
      const row = rows[facts[at] as number] as number
      // The row itself, or of one that is open its complement, without asking which.
      const mask = 2 * half * (row ^ (row >> 31)) + word
      ruledOut |= masks[mask] as number
      unsettled |= masks[mask + half] as number
    }
    joined[word] = ruledOut
    joined[half + word] = unsettled
  }
  return joined
}

/** A clause of which no comparison may be met rules out the questions that need it; one that only may be leaves them open. */
function failUnmet(
  { clauseWords, questionWords, clauses, neededBy }: CompiledRules,
  joined: Int32Array,
  half: number,
): void {
  for (let word = 0; word < clauseWords; word++) {
    const at = questionWords + word
    const possible = joined[at] as number
    failAll(~possible & (clauses[word] as number), word, neededBy, joined, 0, questionWords)
    failAll(possible & ~(joined[half + at] as number), word, neededBy, joined, half, questionWords)
  }
}

/** The questions that need one of some clauses, given as the bits of a word. */
function failAll(
  bits: number,
  word: number,
  neededBy: Int32Array,
  joined: Int32Array,
  side: number,
  questionWords: number,
): void {
  for (let left = bits; left !== 0; left &= left - 1) {
    const questions = (32 * word + 31 - Math.clz32(left & -left)) * questionWords
    for (let at = 0; at < questionWords; at++)
      joined[side + at] = (joined[side + at] as number) | (neededBy[questions + at] as number)
  }
}

/** A condition with too many clauses, member by member. */
function failUnruly(meets: (isMet: IsMet) => boolean, place: number, table: RowTable, rows: readonly number[]): void {
  const { joined, half } = table
  const reading =
    (which: 'certainly' | 'possibly'): IsMet =>
    (fact, comparison) =>
      table.meaning(rows[fact] as number)[which][comparison] === true
  const [word, bit] = [place >>> 5, 1 << (place & 31)]
  if (!meets(reading('possibly'))) joined[word] = (joined[word] as number) | bit
  if (!meets(reading('certainly'))) joined[half + word] = (joined[half + word] as number) | bit
}
