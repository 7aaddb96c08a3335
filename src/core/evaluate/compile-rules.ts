import { perPolicy } from '../cache'
import type { Value } from '../diagram/diagram'
import type { Leaf, Operator } from '../rules/document'
import { type Policy, parameterIn } from '../rules/policy'
import { type Expanded, leavesOf, type RuleSet, thresholdOf } from '../rules/rule-set'
import { conditionsOf, windowFactOf } from './conditions'
import { compare } from './outcome'

/** The conditions of a rule set under one policy, as a decision index: what each comparison of each fact decides. */
export interface CompiledRules {
  readonly facts: readonly CompiledFact[]
  readonly conditions: readonly CompiledCondition[]
  /** How many words of 32 bits the conditions take, and the clauses of several comparisons: each has a bit. */
  readonly conditionWords: number
  readonly clauseWords: number
  /** The bits of all these clauses, by word. */
  readonly clauses: Int32Array
  /** By clause, the bits of the conditions that need it. */
  readonly neededBy: Int32Array
  /** The conditions whose clauses would be too many, by their places: judged member by member. */
  readonly memberwise: readonly { readonly place: number; readonly meets: (isMet: IsMet) => boolean }[]
}

export interface CompiledFact {
  /** The id of a fact; or `window:` and the place of a timing, for whether rules with that timing have a window. */
  readonly id: string
  /** What it is compared with, each once. */
  readonly comparisons: readonly IndexedLeaf[]
}

export interface CompiledCondition {
  readonly id: string
  /** The facts that it reads, by their places, the window that must exist included. */
  readonly facts: readonly number[]
  /** Its comparisons in authored order, those of the policy with itself left out. */
  readonly comparisons: readonly { readonly fact: string; readonly of: number; readonly place: number }[]
}

export interface IndexedLeaf {
  readonly operator: Operator
  readonly threshold: unknown
  /** The clauses in which it stands beside others. */
  readonly clauses: Set<number>
  /** The conditions that need it by itself, by their places. */
  readonly conditions: Set<number>
}

/** Whether a comparison is met, by the place of its fact and its own place among those of that fact. */
export type IsMet = (fact: number, comparison: number) => boolean

export const compileRules = perPolicy((ruleSet: RuleSet, policy: Policy): CompiledRules => {
  const judged = conditionsOf(ruleSet).map(({ id, condition, window }) => {
    const plain = withoutPolicy(condition, policy)
    const exists: Leaf = { fact: windowFactOf(ruleSet)(window?.id ?? ''), operator: 'equal', value: true }
    return { id, plain, whole: window ? { all: [exists, plain] } : plain }
  })
  const index = indexClauses()
  for (const { whole } of judged) for (const leaf of leavesOf(whole)) index.leafOf(leaf)
  const memberwise = judged.flatMap(({ whole }, place) => {
    const clauses = clausesOf(whole)
    if (!clauses) return [{ place, whole }]
    for (const clause of clauses) index.need(clause, place)
    return []
  })
  const conditionWords = Math.ceil(judged.length / 32)
  const clauseWords = Math.ceil(index.neededBy.length / 32)
  const facts = [...index.leaves].map(([id, leaves]): CompiledFact => ({ id, comparisons: [...leaves.values()] }))
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]))
  const locate = (leaf: Leaf) => {
    const of = placeOf.get(leaf.fact) as number
    return { fact: leaf.fact, of, place: facts[of]?.comparisons.indexOf(index.leafOf(leaf)) as number }
  }
  return {
    facts,
    memberwise: memberwise.map(({ place, whole }) => ({ place, meets: meets(whole, locate) })),
    conditions: judged.map(({ id, plain, whole }): CompiledCondition => {
      const read = new Set(leavesOf(whole).map(({ fact }) => placeOf.get(fact) as number))
      return { id, facts: [...read], comparisons: leavesOf(plain).map(locate) }
    }),
    conditionWords,
    clauseWords,
    clauses: bitsOf(index.neededBy.keys(), clauseWords),
    neededBy: Int32Array.from(index.neededBy.flatMap((places) => [...bitsOf(places, conditionWords)])),
  }
})

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

type Locate = (leaf: Leaf) => { readonly of: number; readonly place: number }

function meets(condition: Expanded, locate: Locate): (isMet: IsMet) => boolean {
  if (!('all' in condition || 'any' in condition)) {
    const { of, place } = locate(condition)
    return (isMet) => isMet(of, place)
  }
  const members = ('all' in condition ? condition.all : condition.any).map((member) => meets(member, locate))
  return 'all' in condition
    ? (isMet) => members.every((member) => member(isMet))
    : (isMet) => members.some((member) => member(isMet))
}

/** A condition with more clauses than this would be no faster for them; no rule that anyone would write comes near. */
const MOST_CLAUSES = 256

/** Comparisons of which one must be met. */
type Clause = readonly Leaf[]

/**
 * A condition as clauses that must all be met. Strong Kleene logic is min and max over three values, which distribute
 * over each other: the clauses are met, open or not met exactly as the condition is. There is no `not`.
 * Undefined where they would be too many.
 */
export function clausesOf(condition: Expanded): readonly Clause[] | undefined {
  if ('all' in condition) return together(condition.all.map(clausesOf))
  if (!('any' in condition)) return [[condition]]
  let clauses: readonly Clause[] = [[]]
  for (const member of condition.any.map(clausesOf)) {
    if (!member || clauses.length * member.length > MOST_CLAUSES) return undefined
    clauses = clauses.flatMap((left) => member.map((right) => [...left, ...right]))
  }
  return clauses
}

function together(members: readonly (readonly Clause[] | undefined)[]): readonly Clause[] | undefined {
  const clauses: Clause[] = []
  for (const member of members) {
    if (!member || clauses.length + member.length > MOST_CLAUSES) return undefined
    clauses.push(...member)
  }
  return clauses
}

/** Comparisons by fact, and the number of each clause; what is written twice is one. */
function indexClauses() {
  const clauses = new Map<string, number>()
  const neededBy: Set<number>[] = []
  const leaves = new Map<string, Map<string, IndexedLeaf>>()
  const leafOf = ({ fact, operator, value }: Leaf): IndexedLeaf => {
    const ofFact = leaves.get(fact) ?? new Map<string, IndexedLeaf>()
    leaves.set(fact, ofFact)
    const key = JSON.stringify([operator, value])
    const found = ofFact.get(key) ?? { operator, threshold: value, clauses: new Set(), conditions: new Set() }
    ofFact.set(key, found)
    return found
  }
  /** A clause of one comparison is that comparison. */
  const need = (clause: Clause, condition: number): void => {
    const [leaf, another] = clause
    if (leaf && !another) leafOf(leaf).conditions.add(condition)
    else neededBy[clauseOf(clause)]?.add(condition)
  }
  const clauseOf = (clause: Clause): number => {
    const texts = clause.map(({ fact, operator, value }) => JSON.stringify([fact, operator, value]))
    const key = texts.sort().join()
    const found = clauses.get(key)
    if (found !== undefined) return found
    const number = neededBy.push(new Set()) - 1
    clauses.set(key, number)
    for (const leaf of clause) leafOf(leaf).clauses.add(number)
    return number
  }
  return { leaves, leafOf, need, neededBy }
}

/** Numbers as bits, in so many words. */
export function bitsOf(numbers: Iterable<number>, words: number): Int32Array {
  const bits = new Int32Array(words)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] as number) | (1 << (number & 31))
  return bits
}
