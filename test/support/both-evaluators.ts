import type { Day } from '../../src/core/calendar/day'
import { openCase } from '../../src/core/case/case'
import { type Diagram, type Value, valuesOf } from '../../src/core/diagram/diagram'
import { conditionsOf, type JudgedCondition } from '../../src/core/evaluate/conditions'
import { evaluateReference as evaluate } from '../../src/core/evaluate/evaluate-reference'
import { groundFor } from '../../src/core/evaluate/ground'
import type { Outcome } from '../../src/core/evaluate/outcome'
import { conditionDiagrams } from '../../src/core/evaluate/settle'
import { deriveFacts, type Facts } from '../../src/core/facts/derive-facts'
import { type Policy, type PolicyOverrides, resolvePolicy } from '../../src/core/rules/policy'
import type { RuleSet } from '../../src/core/rules/rule-set'
import { checkSnapshot } from '../../src/core/snapshot/check-snapshot'
import { windowDiagram } from '../../src/core/time/window'

/** One case under one rule set, as both evaluators see it. */
export interface Seen {
  readonly questions: readonly JudgedCondition[]
  readonly policy: Policy
  readonly facts: Facts
  readonly asOf: Day
  /** By question, from json-rules-engine, in Kleene logic. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** True in the completions of the snapshot that meet the question. */
  exact(question: JudgedCondition): Diagram<boolean>
}

export async function seeBoth(ruleSet: RuleSet, snapshot: unknown, overrides: PolicyOverrides = {}): Promise<Seen> {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  const parsed = checkSnapshot(snapshot)
  if (!resolved.ok || !parsed.ok) throw new Error(JSON.stringify([resolved, parsed]))
  const { policy } = resolved
  const opened = openCase(parsed.snapshot)
  const { asOf } = opened
  const facts = deriveFacts(opened, groundFor(ruleSet, policy))
  const outcomes = await evaluate({ ruleSet, policy }, facts, asOf)
  if (!outcomes) throw new Error('the engine was left out: unset DEBUG')
  const diagramOf = conditionDiagrams(facts, policy)
  const exact = (question: JudgedCondition): Diagram<boolean> =>
    facts.diagrams.all([diagramOf(question.condition), ...windowExists(question, facts, asOf, policy)])
  const questions = conditionsOf(ruleSet)
  const byQuestion = new Map(questions.map(({ id }, place) => [id, outcomes[place] as Outcome]))
  return { questions, policy, facts, asOf, outcomes: byQuestion, exact }
}

/** What a rule with a window asks besides its condition: that there is one. */
export function windowExists({ window }: JudgedCondition, facts: Facts, asOf: Day, policy: Policy): Diagram<boolean>[] {
  if (!window?.timing) return []
  return [
    facts.diagrams.map(
      windowDiagram(window.timing, facts, { asOf, policy, since: asOf, leave: undefined }),
      (found) => found !== null,
    ),
  ]
}

/** Met when every value is true, not met when none is. */
export function outcomeOfValues(values: readonly boolean[]): Outcome {
  return values.every(Boolean) ? 'met' : values.some(Boolean) ? 'open' : 'not-met'
}

export const outcomeOfDiagram = (diagram: Diagram<boolean>): Outcome => outcomeOfValues(valuesOf(diagram))

export const factValues = ({ facts }: Seen, id: string): readonly Value[] => valuesOf(facts.fact(id))
