import { Engine, type NestedCondition, type RuleProperties } from 'json-rules-engine'
import { perRuleSet } from '../cache'
import type { Day } from '../calendar/day'
import { type Value, valuesOf } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import type { Policy } from '../rules/policy'
import { type Expanded, leavesOf, type RuleSet } from '../rules/rule-set'
import { exists, windowDiagram } from '../time/window'
import { conditionsOf, type JudgedCondition, type RulesInForce, windowFactOf, windowTimings } from './conditions'
import type { Outcome, Outcomes } from './outcome'

const liftedRuleSet = perRuleSet(liftRuleSet)

/**
 * The outcome of every condition in strong Kleene logic, by json-rules-engine: the readable reference.
 *
 * A new Engine for every run: an Engine keeps its run status on itself, and a second run in flight on it silently
 * skips rules. Every fact is given, as the values it can still have: the engine itself knows two values only, and
 * would fire `notEqual` on a fact that is absent.
 *
 * Undefined while the engine writes what it compares to the console; see `engineWrites`.
 */
export async function evaluateReference(
  { ruleSet, policy }: RulesInForce,
  facts: Facts,
  asOf: Day,
): Promise<Outcomes | undefined> {
  if (WROTE_WHEN_LOADED || engineWrites()) return undefined
  const lift = liftedRuleSet(ruleSet)
  const { seal, open } = sealValues()
  const engine = new Engine()
  engine.addOperatorDecorator('certainly', (sealed: object, threshold: object, next) =>
    (open(sealed) as readonly Value[]).every((value) => value !== null && next(value, open(threshold))),
  )
  engine.addOperatorDecorator('possibly', (sealed: object, threshold: object, next) =>
    (open(sealed) as readonly Value[]).some((value) => value !== null && next(value, open(threshold))),
  )
  const values = readFacts(ruleSet, lift, facts, policy, asOf)
  for (const condition of lift.lifted) {
    const several = (name: string): boolean => (values.get(name)?.length ?? 0) > 1
    // With every fact known the two readings are one.
    if (!condition.pinned.some(several)) engine.addRule(condition.certainly)
    if (condition.facts.some(several)) engine.addRule(condition.possibly)
  }
  const given: Record<string, object> = {}
  for (const [name, value] of values) given[name] = seal(value)
  for (const [name, value] of lift.thresholds) given[name] = seal(parameterOr(value, policy))
  const { results } = await engine.run(given)
  const met = new Set(results.map((result) => result.name))
  const outcomes = new Map<string, Outcome>()
  for (const { questions, certainly, possibly } of lift.lifted) {
    const outcome = met.has(certainly.name as string) ? 'met' : met.has(possibly.name as string) ? 'open' : 'not-met'
    for (const { id } of questions) outcomes.set(id, outcome)
  }
  return conditionsOf(ruleSet).map(({ id }) => outcomes.get(id) as Outcome)
}

/**
 * With DEBUG=json-rules-engine the engine prints the outcome of every comparison, in the order of rules that anyone can
 * read: that gives medical-tier facts away, and they must never reach a log. Cases are then judged without it.
 */
function engineWrites(): boolean {
  const host = globalThis as {
    readonly process?: { readonly env?: { readonly DEBUG?: string } }
    readonly window?: { readonly localStorage?: { readonly debug?: string } }
  }
  try {
    return [host.process?.env?.DEBUG, host.window?.localStorage?.debug].some((names) =>
      names?.includes('json-rules-engine'),
    )
  } catch {
    return false
  }
}

/** The engine looks once, when it is loaded. */
const WROTE_WHEN_LOADED = engineWrites()

/** The values that each fact can still have; of a window, whether it exists. */
function readFacts(ruleSet: RuleSet, { lifted }: LiftedRuleSet, facts: Facts, policy: Policy, asOf: Day) {
  const values = new Map<string, readonly Value[]>()
  const timings = windowTimings(ruleSet)
  for (const name of new Set(lifted.flatMap((condition) => condition.facts))) {
    const timing = timings.get(name)
    const window = timing && windowDiagram(timing, facts, { asOf, policy, since: asOf, leave: undefined })
    values.set(name, valuesOf(window ? facts.diagrams.map(window, exists) : facts.fact(name)))
  }
  return values
}

const parameterOr = (threshold: unknown, policy: Policy): unknown =>
  typeof threshold === 'object' && threshold !== null && 'fact' in threshold
    ? policy.get((threshold as { fact: string }).fact.slice('policy.'.length))
    : threshold

/** The two readings of a condition whose facts may be unknown. Strong Kleene logic is both together. */
type Reading = 'certainly' | 'possibly'

/** A condition as rules of json-rules-engine. */
interface LiftedCondition {
  readonly questions: readonly JudgedCondition[]
  /** The names of the facts that the rules read. */
  readonly facts: readonly string[]
  /** The facts that must equal one value for the rule to be met: while one can still have several, it is not certain. */
  readonly pinned: readonly string[]
  readonly certainly: RuleProperties
  readonly possibly: RuleProperties
}

interface LiftedRuleSet {
  readonly lifted: readonly LiftedCondition[]
  /** The values that conditions compare with, by the name of the fact that holds them. */
  readonly thresholds: ReadonlyMap<string, unknown>
}

/** Single comparisons before groups, whose priority is 1: the engine skips the groups when the comparisons decide. */
const SINGLE_FIRST = 2

/**
 * Each condition becomes two rules: `certainly` asks whether every value that a fact can still have meets the
 * comparison, `possibly` whether some value does. There is no `not`, so that certainly met is met, and not even
 * possibly met is not met. Conditions with one condition are asked once. Facts and thresholds reach the engine
 * sealed (see sealValues), so that even a threshold has a name here.
 */
function liftRuleSet(ruleSet: RuleSet): LiftedRuleSet {
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
  const ruleFor = (judged: JudgedCondition, reading: Reading): RuleProperties => {
    const { id, window, condition } = judged
    const windowExists = {
      fact: windowFactOf(ruleSet)(id),
      operator: `${reading}:equal`,
      value: { fact: nameOf(true) },
      priority: SINGLE_FIRST,
    }
    const conditions = { all: [...(window ? [windowExists] : []), lift(condition, reading)] }
    return { name: `${reading} ${id}`, conditions, event: { type: 'met' } }
  }
  const lifted = sameConditions(conditionsOf(ruleSet)).map((questions) => {
    const [first] = questions
    const read = leavesOf(first.condition).map((leaf) => leaf.fact)
    const facts = [...new Set([...read, ...(first.window ? [windowFactOf(ruleSet)(first.id)] : [])])]
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

function sameConditions(
  questions: readonly JudgedCondition[],
): readonly (readonly [JudgedCondition, ...JudgedCondition[]])[] {
  const groups = new Map<string, [JudgedCondition, ...JudgedCondition[]]>()
  for (const question of questions) {
    const key = question.window ? question.id : JSON.stringify(question.condition)
    const group = groups.get(key)
    if (group) group.push(question)
    else groups.set(key, [question])
  }
  return [...groups.values()]
}

/**
 * Values that go through json-rules-engine unseen: with DEBUG=json-rules-engine it prints every value that it
 * compares, and medical-tier facts must never reach a log. The engine gets empty objects; only `open` reads them.
 */
interface Seals {
  seal(value: unknown): object
  open(sealed: unknown): unknown
}

function sealValues(): Seals {
  const contents = new WeakMap<object, unknown>()
  return {
    seal: (value) => {
      const sealed = Object.freeze({})
      contents.set(sealed, value)
      return sealed
    },
    open: (sealed) => contents.get(sealed as object),
  }
}
