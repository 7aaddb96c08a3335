import type { Value } from '../../facts/diagram'
import { perPolicy } from '../../policy/per-policy'
import { type Policy, parameterIn } from '../../policy/policy'
import type { Leaf, TimingDocument } from '../../rule-set/document'
import { type Expanded, leavesOf, type Rule, type RuleSet, thresholdOf } from '../../rule-set/rule-set'
import { timingsOf } from '../../schedule/timings'
import { compare } from '../compare'
import { questionsOf } from '../question'
import { type CompiledCondition, compileCondition } from './compile-condition'
import { type FactIndex, type IndexedLeaf, indexFact, maskOf, wordOf, wordsFor } from './decision-index'

/** The questions of a rule set under one policy, ready to be judged for one case after the other. */
export interface CompiledRules {
  /** The facts that conditions read, in the order in which they are given. */
  readonly facts: readonly { readonly id: string; readonly index: FactIndex }[]
  /** The timings of the rule set, each once, with the bit that says that there is a window. */
  readonly windows: readonly { readonly timing: TimingDocument; readonly bit: number }[]
  readonly questions: readonly CompiledQuestion[]
  /** Where a question stands among them, by id. */
  readonly places: ReadonlyMap<string, number>
  /** Where the window of a rule stands among the timings. */
  readonly windowOf: ReadonlyMap<Rule, number>
  readonly words: number
}

export interface CompiledQuestion {
  readonly id: string
  readonly met: CompiledCondition
  /** The facts that it reads, by their places. */
  readonly facts: readonly number[]
  /** The place of the window that must exist. */
  readonly window: number | undefined
  /** Its comparisons in authored order, those of the policy with itself left out. */
  readonly comparisons: readonly Comparison[]
}

/** A comparison as a bit. */
export interface Comparison {
  readonly fact: string
  readonly word: number
  readonly mask: number
}

/** Every distinct comparison gets a bit; those of one fact follow each other, so that one look-up sets them all. */
export const compileRules = perPolicy((ruleSet: RuleSet, policy: Policy): CompiledRules => {
  const questions = questionsOf(ruleSet)
  const byFact = new Map<string, Map<string, Leaf>>()
  for (const leaf of questions.flatMap(({ condition }) => leavesOf(condition))) {
    if (parameterIn(leaf.fact) !== undefined) continue
    const leaves = byFact.get(leaf.fact) ?? new Map<string, Leaf>()
    byFact.set(leaf.fact, leaves.set(keyOf(leaf, policy), leaf))
  }
  const bits = new Map<string, number>()
  const facts = [...byFact].map(([id, leaves]) => {
    const indexed = [...leaves].map(([key, leaf]): IndexedLeaf => {
      bits.set(key, bits.size)
      return { bit: bits.size - 1, operator: leaf.operator, threshold: thresholdOf(leaf, policy) }
    })
    return { id, index: indexFact(indexed) }
  })
  const windows = new Map<TimingDocument, { readonly timing: TimingDocument; readonly bit: number }>()
  const timings = timingsOf(ruleSet)
  for (const timing of timings.values())
    if (!windows.has(timing)) windows.set(timing, { timing, bit: bits.size + windows.size })
  const order = [...windows.values()]
  const windowOf = (rule: Rule): number => order.findIndex(({ timing }) => timing === timings.get(rule))
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]))
  const bitOf = (leaf: Leaf): number => bits.get(keyOf(leaf, policy)) as number
  return {
    facts,
    windows: order,
    questions: questions.map(({ id, condition, window: rule }): CompiledQuestion => {
      const met = compileCondition(withoutPolicy(condition, policy), bitOf)
      const read = [...new Set(leavesOf(condition).flatMap(({ fact }) => placeOf.get(fact) ?? []))]
      const window = rule && windowOf(rule)
      const bit = window === undefined ? undefined : order[window]?.bit
      const comparisons = leavesOf(condition)
        .filter(({ fact }) => placeOf.has(fact))
        .map((leaf) => ({ fact: leaf.fact, word: wordOf(bitOf(leaf)), mask: maskOf(bitOf(leaf)) }))
      return { id, met: bit === undefined ? met : whileSet(bit, met), facts: read, window, comparisons }
    }),
    places: new Map(questions.map(({ id }, place) => [id, place])),
    windowOf: new Map(ruleSet.rules.flatMap((rule) => (rule.timing ? [[rule, windowOf(rule)]] : []))),
    words: wordsFor(bits.size + windows.size),
  }
})

const keyOf = ({ fact, operator, value }: Leaf, policy: Policy): string =>
  JSON.stringify([fact, operator, thresholdOf({ fact, operator, value }, policy)])

function whileSet(bit: number, met: CompiledCondition): CompiledCondition {
  const [word, mask] = [wordOf(bit), maskOf(bit)]
  return (bits) => ((bits[word] as number) & mask) !== 0 && met(bits)
}

/** Comparisons of the policy with itself are decided here: an empty `all` is always met, an empty `any` never. */
function withoutPolicy(condition: Expanded, policy: Policy): Expanded {
  if ('all' in condition) return { all: condition.all.map((member) => withoutPolicy(member, policy)) }
  if ('any' in condition) return { any: condition.any.map((member) => withoutPolicy(member, policy)) }
  const parameter = parameterIn(condition.fact)
  if (parameter === undefined) return condition
  const value = policy.get(parameter)
  const met = value !== undefined && compare(condition.operator, value as Value, thresholdOf(condition, policy))
  return met ? { all: [] } : { any: [] }
}
