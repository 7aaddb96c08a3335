import type { Value } from '../../facts/diagram'
import { perPolicy } from '../../policy/per-policy'
import { type Policy, parameterIn } from '../../policy/policy'
import type { Leaf, TimingDocument } from '../../rule-set/document'
import { conditionFactsOf } from '../../rule-set/facts-of'
import { type Expanded, leavesOf, type Rule, type RuleSet, thresholdOf } from '../../rule-set/rule-set'
import { timingsOf } from '../../schedule/timings'
import { compare } from '../compare'
import { questionsOf } from '../question'
import { clausesOf } from './clauses'
import { bitsOf, type FactIndex, type IndexedLeaf, indexFact } from './decision-index'
import { type Program, writeProgram } from './program'

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
  /** How many words the bits of all clauses take. */
  readonly words: number
  /** The indexes of the facts in flat rows. */
  readonly program: Program
  /** The questions whose clauses would be too many, by their places: judged member by member. */
  readonly unruly: readonly { readonly place: number; readonly meets: (isMet: IsMet) => boolean }[]
  /** The clauses of the questions in one row of pairs, and where those of each start. */
  readonly required: { readonly starts: Int32Array; readonly pairs: Int32Array }
}

export interface CompiledFact {
  readonly id: string
  readonly index: FactIndex
  /** The timing that it tells of whether there is a window, in place of a fact. */
  readonly window: number | undefined
}

export interface CompiledQuestion {
  readonly id: string
  /** The facts that it reads, by their places, the window that must exist included. */
  readonly facts: readonly number[]
  /** Its comparisons in authored order, those of the policy with itself left out. */
  readonly comparisons: readonly Comparison[]
}

function inOneRow(rows: readonly Int32Array[]): CompiledRules['required'] {
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) as number) + row.length)
  return { starts: Int32Array.from(starts), pairs: Int32Array.from(rows.flatMap((row) => [...row])) }
}

/** Whether a comparison is met, by the place of its fact and its own place among those of that fact. */
export type IsMet = (fact: number, comparison: number) => boolean

/** A comparison by the place of its fact, and its own place among those of that fact. */
export interface Comparison {
  readonly fact: string
  readonly of: number
  readonly place: number
}

/** In the place of a fact, for the windows of a timing. */
const windowFact = (timing: number): string => `window ${timing}`

export const compileRules = perPolicy((ruleSet: RuleSet, policy: Policy): CompiledRules => {
  const timings = [...new Set(timingsOf(ruleSet).values())]
  const windowOf = new Map([...timingsOf(ruleSet)].map(([rule, timing]) => [rule, timings.indexOf(timing)]))
  const asked = questionsOf(ruleSet).map(({ id, condition, window }) => {
    const plain = withoutPolicy(condition, policy)
    const exists: Leaf = {
      fact: windowFact(window ? (windowOf.get(window) ?? -1) : -1),
      operator: 'equal',
      value: true,
    }
    return { id, plain, whole: window ? { all: [exists, plain] } : plain }
  })
  const clauses = new Map<string, number>()
  const leaves = new Map<string, Map<string, IndexedLeaf & { readonly clauses: number[] }>>()
  const indexOf = (leaf: Leaf) => {
    const ofFact = leaves.get(leaf.fact) ?? new Map<string, IndexedLeaf & { readonly clauses: number[] }>()
    leaves.set(leaf.fact, ofFact)
    const key = JSON.stringify([leaf.operator, leaf.value])
    const found = ofFact.get(key) ?? { operator: leaf.operator, threshold: leaf.value, clauses: [] }
    ofFact.set(key, found)
    return found
  }
  const clauseOf = (clause: readonly Leaf[]): number => {
    const key = clause
      .map((leaf) => JSON.stringify([leaf.fact, leaf.operator, leaf.value]))
      .sort()
      .join()
    const bit = clauses.get(key) ?? clauses.size
    if (!clauses.has(key)) for (const leaf of clause) indexOf(leaf).clauses.push(bit)
    clauses.set(key, bit)
    return bit
  }
  for (const { whole } of asked) for (const leaf of leavesOf(whole)) indexOf(leaf)
  const required = asked.map(({ whole }) => clausesOf(whole)?.map(clauseOf))
  const known = conditionFactsOf(ruleSet)
  const facts = [...leaves.keys()].map((id): CompiledFact => {
    const fact = known.get(id)
    const values: readonly Value[] = fact?.options ? Object.keys(fact.options) : [true, false]
    const window = timings.findIndex((_, timing) => windowFact(timing) === id)
    const index = indexFact([...(leaves.get(id)?.values() ?? [])], fact?.type === 'choices' ? [] : values)
    return { id, index, window: window < 0 ? undefined : window }
  })
  const placeIn = (leaf: Leaf): number => [...(leaves.get(leaf.fact)?.values() ?? [])].indexOf(indexOf(leaf))
  const placeOf = new Map(facts.map(({ id }, place) => [id, place]))
  return {
    facts,
    timings,
    windowOf,
    unruly: asked.flatMap(({ whole }, place) =>
      required[place]
        ? []
        : [{ place, meets: meets(whole, (leaf) => [placeOf.get(leaf.fact) as number, placeIn(leaf)]) }],
    ),
    questions: asked.map(({ id, plain, whole }): CompiledQuestion => {
      return {
        id,
        facts: [...new Set(leavesOf(whole).map(({ fact }) => placeOf.get(fact) as number))],
        comparisons: leavesOf(plain).map((leaf) => ({
          fact: leaf.fact,
          of: placeOf.get(leaf.fact) as number,
          place: placeIn(leaf),
        })),
      }
    }),
    places: new Map(asked.map(({ id }, place) => [id, place])),
    words: Math.max(1, Math.ceil(clauses.size / 32)),
    program: writeProgram(facts.map(({ index }) => index)),
    required: inOneRow(required.map((bits) => bitsOf(bits ?? []))),
  }
})

function meets(condition: Expanded, placesOf: (leaf: Leaf) => readonly [number, number]): (isMet: IsMet) => boolean {
  if (!('all' in condition || 'any' in condition)) {
    const [fact, comparison] = placesOf(condition)
    return (isMet) => isMet(fact, comparison)
  }
  const members = ('all' in condition ? condition.all : condition.any).map((member) => meets(member, placesOf))
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
