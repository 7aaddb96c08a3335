import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Outcome, Outcomes } from '../outcome'
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
  const outcomes = compiled.noneMet.slice()
  for (let word = 0; word < questionWords; word++) {
    let possible = ~(joined[word] as number)
    const lacking = joined[half + word] as number
    while (possible !== 0) {
      const bit = 31 - Math.clz32(possible & -possible)
      possible &= possible - 1
      outcomes[32 * word + bit] = ((lacking >>> bit) & 1) === 1 ? 'open' : 'met'
    }
  }
  if (compiled.unruly.length > 0)
    for (const { place, meets } of compiled.unruly) outcomes[place] = judge(meets, table, rows)
  return outcomes
}

/**
 * Two halves: what the facts rule out, and what they do not settle. Of a known fact both are the same. Four words at a
 * time, so that each row is found once for them.
 */
function joinRows({ masks, half, joined }: RowTable, rows: readonly number[]): Int32Array {
  for (let word = 0; word < joined.length; word++) joined[word] = 0
  for (let block = 0; block < half; block += 4) {
    let first = 0
    let second = 0
    let third = 0
    let fourth = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      if (row >= 0) {
        const mask = 2 * half * row + block
        first |= masks[mask] as number
        second |= masks[mask + 1] as number
        third |= masks[mask + 2] as number
        fourth |= masks[mask + 3] as number
      } else joinOpen(masks, half, 2 * half * ~row + block, joined, block)
    }
    join(joined, block, first, second, third, fourth)
    join(joined, half + block, first, second, third, fourth)
  }
  return joined
}

function join(joined: Int32Array, at: number, first: number, second: number, third: number, fourth: number): void {
  joined[at] = (joined[at] as number) | first
  joined[at + 1] = (joined[at + 1] as number) | second
  joined[at + 2] = (joined[at + 2] as number) | third
  joined[at + 3] = (joined[at + 3] as number) | fourth
}

function joinOpen(masks: Int32Array, half: number, mask: number, joined: Int32Array, block: number): void {
  for (let word = 0; word < 4; word++) {
    joined[block + word] = (joined[block + word] as number) | (masks[mask + word] as number)
    joined[half + block + word] = (joined[half + block + word] as number) | (masks[mask + half + word] as number)
  }
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
function judge(meets: (isMet: IsMet) => boolean, table: RowTable, rows: readonly number[]): Outcome {
  const reading =
    (which: 'certainly' | 'possibly'): IsMet =>
    (fact, comparison) =>
      table.meaning(rows[fact] as number)[which][comparison] === true
  if (!meets(reading('possibly'))) return 'not-met'
  return meets(reading('certainly')) ? 'met' : 'open'
}
