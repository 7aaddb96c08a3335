import type { Day } from '../../calendar/day'
import type { Facts } from '../../facts/derive-facts'
import type { Outcome, Outcomes } from '../outcome'
import type { RulesInForce } from '../rules-in-force'
import { type CompiledFact, type CompiledRules, compileRules, type IsMet } from './compile-rules'
import { rowFor } from './program'
import { type CodedFacts, codeFacts, openEntry } from './read-facts'

/**
 * The outcome of every question in strong Kleene logic, in one pass over the facts and without a promise: what
 * json-rules-engine says of the same documents (reference-evaluator.ts), from a decision index of bits.
 */
export const evaluateCompiled = (rules: RulesInForce, facts: Facts, asOf: Day): Outcomes =>
  evaluateCoded(compileRules(rules.ruleSet, rules.policy), codeFacts(rules, facts, asOf))

/** From facts in one fixed shape to outcomes: each value marks the clauses that it meets, for certain or perhaps. */
export function evaluateCoded(compiled: CompiledRules, coded: Pick<CodedFacts, 'codes' | 'open'>): Outcomes {
  const { program, words } = compiled
  const { rows, pairs, anything } = program
  const { codes, open } = coded
  const certainly = new Int32Array(words)
  const possibly = new Int32Array(words)
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number
    const known = !Number.isNaN(code)
    const row = known ? rowFor(program, at, code) : open[at] === undefined ? (anything[at] as number) : -1
    if (row < 0) markOdd(compiled, coded, at, certainly, possibly)
    else {
      const marks = known ? certainly : possibly
      const end = rows[row + 1] as number
      for (let pair = rows[row] as number; pair < end; pair += 2)
        marks[pairs[pair] as number] = (marks[pairs[pair] as number] as number) | (pairs[pair + 1] as number)
    }
  }
  for (let word = 0; word < words; word++) possibly[word] = (possibly[word] as number) | (certainly[word] as number)
  return decide(compiled, coded, certainly, possibly)
}

/** What is in no row: a list, a number that is known not to be there, and what can still be a few values only. */
function markOdd(
  compiled: CompiledRules,
  coded: Pick<CodedFacts, 'codes' | 'open'>,
  at: number,
  certainly: Int32Array,
  possibly: Int32Array,
): void {
  const code = coded.codes[at] as number
  if (!Number.isNaN(code)) mark(certainly, (compiled.facts[at] as CompiledFact).index.entry(code).clauses)
  else {
    const entry = openEntry(compiled, coded, at)
    mark(certainly, entry.certainly.clauses)
    mark(possibly, entry.possibly.clauses)
  }
}

function mark(words: Int32Array, clauses: Int32Array): void {
  for (let at = 0; at < clauses.length; at += 2) {
    const word = clauses[at] as number
    words[word] = (words[word] as number) | (clauses[at + 1] as number)
  }
}

/** Each question is met when all its clauses are. */
function decide(
  compiled: CompiledRules,
  coded: Pick<CodedFacts, 'codes' | 'open'>,
  certainly: Int32Array,
  possibly: Int32Array,
): Outcomes {
  const { starts, pairs } = compiled.required
  const outcomes: Outcome[] = []
  for (let question = 0; question < starts.length - 1; question++) {
    const end = starts[question + 1] as number
    let outcome: Outcome = 'met'
    for (let at = starts[question] as number; at < end; at += 2) {
      const word = pairs[at] as number
      const wanted = pairs[at + 1] as number
      if (((possibly[word] as number) & wanted) !== wanted) {
        outcome = 'not-met'
        break
      }
      if (((certainly[word] as number) & wanted) !== wanted) outcome = 'open'
    }
    outcomes.push(outcome)
  }
  for (const { place, meets } of compiled.unruly) outcomes[place] = judge(meets, compiled, coded)
  return outcomes
}

/** A condition with too many clauses, member by member. */
function judge(
  meets: (isMet: IsMet) => boolean,
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
