import type { NestedCondition, RuleProperties } from 'json-rules-engine'
import { type Expanded, leavesOf, type RuleSet } from '../rules/rule-set'
import { type Question, questionsOf } from './question'

/** The two readings of a condition whose facts may be unknown. Strong Kleene logic is both together. */
export type Reading = 'certainly' | 'possibly'

/** A question as rules of json-rules-engine. */
export interface LiftedQuestion {
  readonly questions: readonly Question[]
  /** The names of the facts that the rules read. */
  readonly facts: readonly string[]
  /** The facts that must equal one value for the rule to be met: while one can still have several, it is not certain. */
  readonly pinned: readonly string[]
  readonly certainly: RuleProperties
  readonly possibly: RuleProperties
}

export interface LiftedRuleSet {
  readonly lifted: readonly LiftedQuestion[]
  /** The values that conditions compare with, by the name of the fact that holds them. */
  readonly thresholds: ReadonlyMap<string, unknown>
}

/** Single comparisons before groups, whose priority is 1: the engine skips the groups when the comparisons decide. */
const SINGLE_FIRST = 2

export const windowFact = (rule: string): string => `window:${rule}`

/**
 * Each question becomes two rules: `certainly` asks whether every value that a fact can still have meets the
 * comparison, `possibly` whether some value does. There is no `not`, so that certainly met is met, and not even
 * possibly met is not met. Questions with one condition are asked once. Facts and thresholds reach the engine
 * sealed (see seal.ts), so that even a threshold has a name here.
 */
export function liftRuleSet(ruleSet: RuleSet): LiftedRuleSet {
  const thresholds = new Map<string, unknown>()
  const names = new Map<string, string>()
  const nameOf = (threshold: unknown): string => {
    const content = JSON.stringify(threshold)
    const name = names.get(content) ?? `threshold:${names.size}`
    names.set(content, name)
    thresholds.set(name, threshold)
    return name
  }
  const lift = (condition: Expanded, reading: Reading): NestedCondition => {
    if ('all' in condition) return { all: condition.all.map((member) => lift(member, reading)) }
    if ('any' in condition) return { any: condition.any.map((member) => lift(member, reading)) }
    const { fact, operator, value } = condition
    return { fact, operator: `${reading}:${operator}`, value: { fact: nameOf(value) }, priority: SINGLE_FIRST }
  }
  const ruleFor = (question: Question, reading: Reading): RuleProperties => {
    const { id, window, condition } = question
    const windowExists = {
      fact: windowFact(id),
      operator: `${reading}:equal`,
      value: { fact: nameOf(true) },
      priority: SINGLE_FIRST,
    }
    const conditions = { all: [...(window ? [windowExists] : []), lift(condition, reading)] }
    return { name: `${reading} ${id}`, conditions, event: { type: 'met' } }
  }
  const lifted = sameQuestions(questionsOf(ruleSet)).map((questions) => {
    const [first] = questions
    const read = leavesOf(first.condition).map((leaf) => leaf.fact)
    const facts = [...new Set([...read, ...(first.window ? [windowFact(first.id)] : [])])]
    return {
      questions,
      facts,
      pinned: pinnedIn(first.condition),
      certainly: ruleFor(first, 'certainly'),
      possibly: ruleFor(first, 'possibly'),
    }
  })
  return { lifted, thresholds }
}

const pinnedIn = (condition: Expanded): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(pinnedIn)
  return 'any' in condition || condition.operator !== 'equal' ? [] : [condition.fact]
}

function sameQuestions(questions: readonly Question[]): readonly (readonly [Question, ...Question[]])[] {
  const groups = new Map<string, [Question, ...Question[]]>()
  for (const question of questions) {
    const key = question.window ? question.id : JSON.stringify(question.condition)
    const group = groups.get(key)
    if (group) group.push(question)
    else groups.set(key, [question])
  }
  return [...groups.values()]
}
