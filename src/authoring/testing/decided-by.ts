import { formatDay } from '../../core/calendar/day'
import { answerTo, type Case, standingOf } from '../../core/case/case'
import { type Diagram, ownersOf, type Value } from '../../core/diagram/diagram'
import type { RuleOutcomes } from '../../core/evaluate/conditions'
import type { Outcome } from '../../core/evaluate/outcome'
import type { Facts } from '../../core/facts/derive-facts'
import type { ConditionFact } from '../../core/facts/fact-catalogue'
import { conditionFacts } from '../../core/rules/condition-facts'
import { type Policy, parameterIn } from '../../core/rules/policy'
import { leavesOf, type Rule, type RuleSet } from '../../core/rules/rule-set'
import type { Mismatch } from './mismatch'

/** What a rule read in a case. */
export interface DecidedBy {
  readonly rule: string
  readonly outcome: Outcome
  readonly facts: readonly FactRead[]
}

export interface FactRead {
  readonly fact: string
  /** A known value, days as `YYYY-MM-DD`; absent where it is not known, or not shown. */
  readonly value?: unknown
  /** `hidden`: medical, and not for the audience. `open`: derived from facts that are not answered. */
  readonly state: 'known' | 'not-asked' | 'unknown' | 'not-applicable' | 'refused' | 'open' | 'hidden'
  /** For `open`: the unanswered facts that it depends on. */
  readonly dependsOn?: readonly string[]
}

/** One case under one rule set, as its rules see it. */
export interface Seen {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly opened: Case
  readonly facts: Facts
  readonly outcomes: RuleOutcomes
}

/** The values on which claims that do not hold were decided. `medical`: whether medical ones may be shown. */
export function decidedBy(mismatches: readonly Mismatch[], seen: Seen, medical: boolean): readonly DecidedBy[] {
  const named = [...new Set(mismatches.flatMap(({ rules }) => rules))]
  return named.flatMap((id): DecidedBy[] => {
    const rule = seen.ruleSet.rules.find((one) => one.id === id)
    const outcome = seen.outcomes.get(id)
    if (!rule || !outcome || (rule.tier === 'medical' && !medical)) return []
    return [{ rule: id, outcome, facts: readsOf(rule).map((fact) => readFact(fact, seen, medical)) }]
  })
}

/** The facts that claims name themselves, such as those that were to be asked. */
export function factsNamed(mismatches: readonly Mismatch[], seen: Seen, medical: boolean): readonly FactRead[] {
  return [...new Set(mismatches.flatMap(({ facts }) => facts))].map((fact) => readFact(fact, seen, medical))
}

/** In the order in which its conditions have them: thresholds and switches of the policy too. */
function readsOf({ when, timing }: Rule): readonly string[] {
  const compared = leavesOf(when).flatMap(({ fact, value }) =>
    typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact],
  )
  return [...new Set([...compared, ...(timing && timing.anchor !== 'asOf' ? [timing.anchor] : [])])]
}

function readFact(id: string, { ruleSet, policy, opened, facts }: Seen, medical: boolean): FactRead {
  const parameter = parameterIn(id)
  if (parameter !== undefined) return { fact: id, value: policy.get(parameter), state: 'known' }
  const fact = conditionFacts([...ruleSet.facts.values()]).get(id)
  // Spells, leaves and documents are read through the facts derived from them.
  if (!fact)
    return { fact: id, state: answerTo(opened.answers, id)?.state === 'known' ? 'known' : standingOf(opened, id) }
  if (fact.tier === 'medical' && !medical) return { fact: id, state: 'hidden' }
  const answer = answerTo(opened.answers, id)
  if (answer?.state === 'known') return { fact: id, value: shown(answer.value, fact), state: 'known' }
  if (fact.asks.length === 1 && fact.asks[0] === id) return { fact: id, state: standingOf(opened, id) }
  return readDerived(facts.fact(id), fact)
}

function readDerived(diagram: Diagram<Value>, fact: ConditionFact): FactRead {
  if (diagram.kind === 'known') return { fact: fact.id, value: shown(diagram.value, fact), state: 'known' }
  return { fact: fact.id, state: 'open', dependsOn: [...ownersOf(diagram)].sort() }
}

/** `none` is a value of days and documents. */
const shown = (value: unknown, { type }: ConditionFact): unknown =>
  value === null ? 'none' : type === 'date' ? formatDay(value as number) : value
