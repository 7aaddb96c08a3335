import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Outcome, Outcomes } from '../outcome'
import type { RulesInForce } from '../rules-in-force'
import { type CompiledFact, type CompiledQuestion, type CompiledRules, compileRules, type IsMet } from './compile-rules'
import { type Program, rowFor } from './program'
import { type CodedFacts, codeFacts, openEntry } from './read-facts'

/**
 * The outcome of every question in strong Kleene logic, in one pass over the facts and without a promise: what
 * json-rules-engine says of the same documents (reference-evaluator.ts), from a decision index of bits.
 */
export const evaluateCompiled = (rules: RulesInForce, facts: Facts, asOf: Day): Outcomes =>
  evaluateCoded(compileRules(rules.ruleSet, rules.policy), codeFacts(rules, facts, asOf))

/** From facts in one fixed shape to outcomes: each value marks the clauses that it meets, for certain or perhaps. */
export function evaluateCoded(compiled: CompiledRules, coded: Pick<CodedFacts, 'codes' | 'open'>): Outcomes {
  const { facts, program, words } = compiled
  const { codes, open } = coded
  const certainly = new Int32Array(words)
  const possibly = new Int32Array(words)
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number
    if (Number.isNaN(code)) {
      if (open[at] === undefined) markRow(possibly, program, program.anything[at] as number)
      else {
        const entry = openEntry(compiled, coded, at)
        mark(certainly, entry.certainly.clauses)
        mark(possibly, entry.possibly.clauses)
      }
      continue
    }
    const row = rowFor(program, at, code)
    if (row >= 0) markRow(certainly, program, row)
    else mark(certainly, (facts[at] as CompiledFact).index.entry(code).clauses)
  }
  for (let word = 0; word < words; word++) possibly[word] = (possibly[word] as number) | (certainly[word] as number)
  return decide(compiled, coded, certainly, possibly)
}

function decide(
  compiled: CompiledRules,
  coded: Pick<CodedFacts, 'codes' | 'open'>,
  certainly: Int32Array,
  possibly: Int32Array,
): Outcomes {
  const { questions, required } = compiled
  const outcomes: Outcome[] = new Array(questions.length)
  for (let at = 0; at < questions.length; at++) {
    const { meets } = questions[at] as CompiledQuestion
    outcomes[at] = meets
      ? judge(meets, compiled, coded)
      : !holds(required, at, possibly)
        ? 'not-met'
        : holds(required, at, certainly)
          ? 'met'
          : 'open'
  }
  return outcomes
}

function markRow(words: Int32Array, { rows, pairs }: Program, row: number): void {
  const end = rows[row + 1] as number
  for (let at = rows[row] as number; at < end; at += 2) {
    const word = pairs[at] as number
    words[word] = (words[word] as number) | (pairs[at + 1] as number)
  }
}

function mark(words: Int32Array, clauses: Int32Array): void {
  for (let at = 0; at < clauses.length; at += 2) {
    const word = clauses[at] as number
    words[word] = (words[word] as number) | (clauses[at + 1] as number)
  }
}

function holds({ starts, pairs }: CompiledRules['required'], question: number, words: Int32Array): boolean {
  const end = starts[question + 1] as number
  for (let at = starts[question] as number; at < end; at += 2) {
    const wanted = pairs[at + 1] as number
    if (((words[pairs[at] as number] as number) & wanted) !== wanted) return false
  }
  return true
}

/** A condition with too many clauses, member by member. */
function judge(
  meets: NonNullable<CompiledQuestion['meets']>,
  compiled: CompiledRules,
  coded: Pick<CodedFacts, 'codes' | 'open'>,
): Outcome {
  const reading =
    (which: 'certainly' | 'possibly'): IsMet =>
    (fact, comparison) => {
      const code = coded.codes[fact] as number
      const entry = Number.isNaN(code)
        ? openEntry(compiled, coded, fact)[which]
        : (compiled.facts[fact] as CompiledFact).index.entry(code)
      return entry.met[comparison] === true
    }
  if (!meets(reading('possibly'))) return 'not-met'
  return meets(reading('certainly')) ? 'met' : 'open'
}
