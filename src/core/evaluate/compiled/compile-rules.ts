import type { Value } from '../../diagram/diagram'
import type { Leaf, TimingDocument } from '../../rules/document'
import { conditionFactsOf } from '../../rules/facts-of'
import { perPolicy } from '../../rules/per-policy'
import { type Policy, parameterIn } from '../../rules/policy'
import { type Expanded, leavesOf, type Rule, type RuleSet, thresholdOf } from '../../rules/rule-set'
import { distinctTimings, timingPlaces } from '../../time/timings'
import { compare } from '../compare'
import { questionsOf } from '../question'
import { bitsIn, type IndexedLeaf, indexClauses } from './clause-index'
import { clausesOf } from './clauses'

/** The questions of a rule set under one policy, ready to be judged for one case after the other. */
export interface CompiledRules {
  /** The facts that conditions read, and whether there is a window where one must exist. */
  readonly facts: readonly CompiledFact[]
  readonly timings: readonly TimingDocument[]
  readonly questions: readonly CompiledQuestion[]
  /** Where a question stands among them, by id. */
  readonly places: ReadonlyMap<string, number>
  /** Where the window of a rule stands among the timings. */
  readonly windowOf: ReadonlyMap<Rule, number>
  /** How many words of 32 bits the questions take, and the clauses of several comparisons: each has a bit. */
  readonly questionWords: number
  readonly clauseWords: number
  /** The bits of these clauses, by word. */
  readonly clauses: Int32Array
  /** By clause, the bits of the questions that need it. */
  readonly neededBy: Int32Array
  /** The questions whose clauses would be too many, by their places: judged member by member. */
  readonly unruly: readonly { readonly place: number; readonly meets: (isMet: IsMet) => boolean }[]
}

export interface CompiledFact {
  readonly id: string
  /** What it is compared with, each once. */
  readonly comparisons: readonly IndexedLeaf[]
  /** The values of a fact that has few, in the order of its options; of any other none. */
  readonly values: readonly Value[]
  /** Of a number, what it is compared with, from below; of any other nothing. */
  readonly thresholds: readonly number[]
  /** The timing that it tells of whether there is a window, in place of a fact. */
  readonly window: number | undefined
}

export interface CompiledQuestion {
  readonly id: string
  /** The facts that it reads, by their places, the window that must exist included. */
  readonly facts: readonly number[]
  /** Its comparisons in authored order, those of the policy with itself left out. */
  readonly comparisons: readonly Comparison[]
  /** The bits of the clauses of several comparisons that it needs; undefined where it is judged member by member. */
  readonly clauses: Int32Array | undefined
}

/** A comparison by the place of its fact, and its own place among those of that fact. */
export interface Comparison {
  readonly fact: string
  readonly of: number
  readonly place: number
}

/** Whether a comparison is met, by the place of its fact and its own place among those of that fact. */
export type IsMet = (fact: number, comparison: number) => boolean

/** In the place of a fact, for the windows of a timing. */
const windowFact = (timing: number): string => `window ${timing}`

export const compileRules = perPolicy((ruleSet: RuleSet, policy: Policy): CompiledRules => {
  const timings = distinctTimings(ruleSet)
  const windowOf = timingPlaces(ruleSet)
  const asked = questionsOf(ruleSet).map(({ id, condition, window }) => {
    const plain = withoutPolicy(condition, policy)
    const timing = window ? (windowOf.get(window) ?? -1) : -1
    const exists: Leaf = { fact: windowFact(timing), operator: 'equal', value: true }
    return { id, plain, whole: window ? { all: [exists, plain] } : plain }
  })
  const index = indexClauses()
  for (const { whole } of asked) for (const leaf of leavesOf(whole)) index.leafOf(leaf)
  const unruly = asked.flatMap(({ whole }, place) => {
    const clauses = clausesOf(whole)
    if (!clauses) return [{ place, whole }]
    for (const clause of clauses) index.need(clause, place)
    return []
  })
  const questionWords = Math.ceil(asked.length / 32)
  const clauseWords = Math.ceil(index.neededBy.length / 32)
  const known = conditionFactsOf(ruleSet)
  const facts = [...index.leaves].map(([id, leaves]): CompiledFact => {
    const fact = known.get(id)
    const window = timings.findIndex((_, timing) => windowFact(timing) === id)
    const comparisons = [...leaves.values()]
    return {
      id,
      comparisons,
      values: valuesOf(window < 0 ? fact?.type : 'boolean', fact?.options),
      thresholds: numbersIn(comparisons),
      window: window < 0 ? undefined : window,
    }
  })
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]))
  const comparisonOf = (leaf: Leaf): Comparison => {
    const of = placeOf.get(leaf.fact) as number
    return { fact: leaf.fact, of, place: facts[of]?.comparisons.indexOf(index.leafOf(leaf)) as number }
  }
  return {
    facts,
    timings,
    windowOf,
    unruly: unruly.map(({ place, whole }) => ({ place, meets: meets(whole, comparisonOf) })),
    questions: asked.map(({ id, plain, whole }, place): CompiledQuestion => {
      const read = new Set(leavesOf(whole).map(({ fact }) => placeOf.get(fact) as number))
      const needs = [...index.neededBy.keys()].filter((clause) => index.neededBy[clause]?.has(place))
      const clauses = unruly.some((one) => one.place === place) ? undefined : bitsIn(needs, clauseWords)
      return { id, facts: [...read], comparisons: leavesOf(plain).map(comparisonOf), clauses }
    }),
    places: new Map(asked.map(({ id }, place) => [id, place])),
    questionWords,
    clauseWords,
    clauses: bitsIn(index.neededBy.keys(), clauseWords),
    neededBy: Int32Array.from(index.neededBy.flatMap((places) => [...bitsIn(places, questionWords)])),
  }
})

function valuesOf(type: string | undefined, options: object | undefined): readonly Value[] {
  if (type === 'boolean') return [true, false]
  return type === 'choice' ? Object.keys(options ?? {}) : []
}

function numbersIn(leaves: readonly IndexedLeaf[]): readonly number[] {
  const values = leaves.flatMap(({ threshold }) => threshold).filter((value) => typeof value === 'number')
  return [...new Set(values)].sort((a, b) => a - b)
}

function meets(condition: Expanded, comparisonOf: (leaf: Leaf) => Comparison): (isMet: IsMet) => boolean {
  if (!('all' in condition || 'any' in condition)) {
    const { of, place } = comparisonOf(condition)
    return (isMet) => isMet(of, place)
  }
  const members = ('all' in condition ? condition.all : condition.any).map((member) => meets(member, comparisonOf))
  return 'all' in condition
    ? (isMet) => members.every((member) => member(isMet))
    : (isMet) => members.some((member) => member(isMet))
}

/**
 * With the policy's values filled in. Comparisons of the policy with itself are decided here: an empty `all` is always
 * met, an empty `any` never.
 */
function withoutPolicy(condition: Expanded, policy: Policy): Expanded {
  if ('all' in condition) return { all: condition.all.map((member) => withoutPolicy(member, policy)) }
  if ('any' in condition) return { any: condition.any.map((member) => withoutPolicy(member, policy)) }
  const { fact, operator } = condition
  const threshold = thresholdOf(condition, policy)
  const parameter = parameterIn(fact)
  if (parameter === undefined) return { fact, operator, value: threshold as Leaf['value'] }
  const value = policy.get(parameter)
  return value !== undefined && compare(operator, value as Value, threshold) ? { all: [] } : { any: [] }
}
