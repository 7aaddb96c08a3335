import { Engine } from 'json-rules-engine'
import type { Day } from '../calendar/day'
import { type Value, valuesOf } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import { perRuleSet } from '../rules/per-rule-set'
import type { Policy } from '../rules/policy'
import { exists, windowDiagram } from '../time/window'
import { type LiftedRuleSet, liftRuleSet, windowFact } from './lift'
import { type Outcome, type Outcomes, outcomesFrom } from './outcome'
import { questionsOf } from './question'
import type { RulesInForce } from './rules-in-force'
import { sealValues } from './seal'

const liftedRuleSet = perRuleSet(liftRuleSet)

/**
 * The outcome of every question in strong Kleene logic, by json-rules-engine: the readable reference.
 *
 * A new Engine for every run: an Engine keeps its run status on itself, and a second run in flight on it silently
 * skips rules. Every fact is given, as the values it can still have: the engine itself knows two values only, and
 * would fire `notEqual` on a fact that is absent.
 *
 * Undefined while the engine writes what it compares to the console; see `engineWrites`.
 */
export async function evaluate(
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
  const values = readFacts(lift, facts, policy, asOf)
  for (const question of lift.lifted) {
    const several = (name: string): boolean => (values.get(name)?.length ?? 0) > 1
    // With every fact known the two readings are one.
    if (!question.pinned.some(several)) engine.addRule(question.certainly)
    if (question.facts.some(several)) engine.addRule(question.possibly)
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
  return outcomesFrom(questionsOf(ruleSet).map(({ id }) => outcomes.get(id) as Outcome))
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
function readFacts({ lifted }: LiftedRuleSet, facts: Facts, policy: Policy, asOf: Day): Map<string, readonly Value[]> {
  const values = new Map<string, readonly Value[]>()
  for (const { questions, facts: names } of lifted) {
    const [question] = questions
    for (const name of names) {
      if (values.has(name)) continue
      const timing = name === windowFact(question?.id ?? '') ? question?.window?.timing : undefined
      values.set(
        name,
        timing
          ? valuesOf(facts.forest.map(windowDiagram(timing, facts, asOf, policy), exists))
          : valuesOf(facts.fact(name)),
      )
    }
  }
  return values
}

const parameterOr = (threshold: unknown, policy: Policy): unknown =>
  typeof threshold === 'object' && threshold !== null && 'fact' in threshold
    ? policy.get((threshold as { fact: string }).fact.slice('policy.'.length))
    : threshold
