/**
 * The part of the library that is measured from the inside, in one place: the questions of a rule set, the facts of a
 * case, and the two evaluators. Everything else in this folder sees the package as its users do.
 */
import { memo } from '../src/core/cache'
import { type Case, openCase } from '../src/core/case/case'
import { type Diagram, type Unknown, type Value, valuesOf } from '../src/core/diagram/diagram'
import { conditionsOf, type RulesInForce, windowTimings } from '../src/core/evaluate/conditions'
import { outcomesOf, type ReadFacts, readFacts } from '../src/core/evaluate/evaluate-compiled'
import { evaluateReference } from '../src/core/evaluate/evaluate-reference'
import { groundFor } from '../src/core/evaluate/ground'
import type { Outcomes } from '../src/core/evaluate/outcome'
import { deriveFacts, type Facts } from '../src/core/facts/derive-facts'
import { shippedRuleSet } from '../src/core/rules/bundled'
import { loadRuleSet } from '../src/core/rules/load-rule-set'
import { resolvePolicy } from '../src/core/rules/policy'
import { type Expanded, leavesOf, thresholdOf } from '../src/core/rules/rule-set'
import { checkSnapshot } from '../src/core/snapshot/check-snapshot'
import { exists, windowDiagram } from '../src/core/time/window'

/** A condition that any engine can be given: thresholds filled in, and names of letters, digits and underscores. */
export interface PlainQuestion {
  readonly id: string
  readonly condition: Expanded
}

/** A case as the engines get it. */
export interface BenchCase {
  readonly opened: Case
  /** What our own evaluators read. A fact that is not known could here be anything, or nothing. */
  readonly facts: Facts
  /** What the others read: the known facts by name; the rest is absent. */
  readonly known: Readonly<Record<string, Value>>
}

/** The rules of a rule set, of the shipped one by default, under the default policy. */
export function rulesInForce(files?: Readonly<Record<string, unknown>>): RulesInForce {
  const loaded = files ? loadRuleSet(files) : { ok: true as const, ruleSet: shippedRuleSet() }
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)))
  const resolved = resolvePolicy(loaded.ruleSet.parameters)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.issues))
  return { ruleSet: loaded.ruleSet, policy: resolved.policy }
}

/** Everything an evaluator is asked: the rules, the outcomes of the checklists, and whom a milestone is for. */
export function plainQuestions({ ruleSet, policy }: RulesInForce): readonly PlainQuestion[] {
  const plain = (condition: Expanded): Expanded => {
    if ('all' in condition) return { all: condition.all.map(plain) }
    if ('any' in condition) return { any: condition.any.map(plain) }
    const value = thresholdOf(condition, policy) as string | number | boolean
    return { fact: plainName(condition.fact), operator: condition.operator, value }
  }
  return conditionsOf(ruleSet).map(({ id, condition, window }) => {
    const exists: Expanded = { fact: plainName(`window ${id}`), operator: 'equal', value: true }
    return { id, condition: window ? { all: [exists, plain(condition)] } : plain(condition) }
  })
}

export function readCase(rules: RulesInForce, snapshot: unknown): BenchCase {
  const { ruleSet, policy } = rules
  const parsed = checkSnapshot(snapshot)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const opened = openCase(parsed.snapshot)
  const facts = knownOrAnything(deriveFacts(opened, groundFor(ruleSet, policy)))
  const { asOf } = opened
  const known: Record<string, Value> = {}
  const add = (name: string, diagram: Diagram<Value>): void => {
    if (diagram.kind === 'known' && diagram.value !== null) known[plainName(name)] = diagram.value
  }
  for (const { id, condition, window } of conditionsOf(ruleSet)) {
    for (const { fact } of leavesOf(condition)) add(fact, facts.fact(fact))
    const at = window?.timing && windowDiagram(window.timing, facts, { asOf, policy, since: asOf, leave: undefined })
    if (at) add(`window ${id}`, facts.diagrams.map(at, exists))
  }
  // As facts come out of a file, so that no engine is slowed down by how they were put together here.
  return { opened, facts, known: JSON.parse(JSON.stringify(known)) }
}

/** By json-rules-engine. Undefined while that is told to write what it compares. */
export const runReference = (rules: RulesInForce, { facts, opened }: BenchCase): Promise<Outcomes | undefined> =>
  evaluateReference(rules, facts, opened.asOf)

/** The facts of a case in the shape in which our own evaluator is given them: one value, or the values it can have. */
export interface GivenCase extends ReadFacts {
  readonly given: readonly Diagram<Value>[]
}

export function giveCase(rules: RulesInForce, { facts, opened }: BenchCase): GivenCase {
  const { asOf } = opened
  const read = readFacts(rules, facts, asOf)
  const windows = windowTimings(rules.ruleSet)
  const context = { asOf, policy: rules.policy, since: asOf, leave: undefined }
  const given = read.compiled.facts.map(({ id }) => {
    const timing = windows.get(id)
    return timing ? facts.diagrams.map(windowDiagram(timing, facts, context), exists) : facts.fact(id)
  })
  return { ...read, given }
}

/** By our own evaluator, from the facts in that shape: what each says to the rules is looked up while the clock runs. */
export function runCompiled({ compiled, table, given }: GivenCase): Outcomes {
  return outcomesOf({ compiled, table, rows: given.map((diagram, place) => table.rowOf(place, diagram)) })
}

/** The ids of the questions that are met, for certain. */
export const metIn = ({ ruleSet }: RulesInForce, outcomes: Outcomes): readonly string[] =>
  conditionsOf(ruleSet).flatMap(({ id }, at) => (outcomes[at] === 'met' ? [id] : []))

/**
 * No other engine can be told that a fact which is not known has only some values left. So that all answer the same
 * question, ours are not told here either: such a fact can be absent altogether, which meets no comparison.
 */
function knownOrAnything(given: Facts): Facts {
  const { diagrams } = given
  const fact = memo((id: string): Diagram<Value> => {
    const diagram = given.fact(id)
    if (diagram.kind === 'known') return diagram
    const some = valuesOf(diagram).find((value) => value !== null) ?? null
    return diagrams.split(missing(id), [diagrams.known(null), diagrams.known(some)])
  })
  return { ...given, fact }
}

/** Above the levels of all real unknowns. */
let level = 10_000
const missing = memo((id: string): Unknown => {
  level += 1
  return { level, owners: [id] }
})

const plainName = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '_')
