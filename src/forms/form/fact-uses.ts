import { perRuleSet } from '../../core/cache'
import { compare } from '../../core/evaluate/outcome'
import { CONDITION_FACTS } from '../../core/facts/fact-catalogue'
import { placeholdersOf } from '../../core/rules/check-text'
import type { Leaf, RuleEvent } from '../../core/rules/document'
import { OWN } from '../../core/rules/fact-document'
import {
  anchorsOf,
  type Expanded,
  leavesOf,
  type MilestoneRule,
  type Rule,
  type RuleSet,
  type Service,
} from '../../core/rules/rule-set'

/** One place where the advice turns on facts. Nothing in it matters once one of its gates is known not to be met. */
export interface FactUse {
  /** Each must be possible; of the members of one gate, one is enough. */
  readonly gates: readonly (readonly Expanded[])[]
  /** Read through conditions: only where what is left of them still holds the fact. */
  readonly conditions: readonly Expanded[]
  /** Base facts that are read in any case. */
  readonly facts: readonly string[]
}

const DELIVERIES = 'process.services'
/** The statutory calendar reads these whatever the rules are; the cause around leave can move the first day. */
const CALENDAR = ['absence.spells', 'absence.spellsFrom', 'absence.leaves', 'absence.leaves.oneCase']
/** Read by the engine itself: what the physician released. */
const RELEASED = ['physician.advises', 'physician.waitUntil']
const DEVIATION = 'process.deviationMotivated'

/** Everything in a rule set that reads facts: rules, checklists, needs, windows and deadlines. */
export const usesIn = perRuleSet((ruleSet: RuleSet): readonly FactUse[] => [
  { gates: [], conditions: [], facts: CALENDAR },
  { gates: [], conditions: [], facts: RELEASED },
  ...ruleSet.checklists.map(({ positive }) => ({ gates: [], conditions: [positive], facts: [] })),
  ...ruleSet.rules.map((rule) => useOf(rule, ruleSet)),
  ...ruleSet.milestones.map(deadlineUse),
])

function useOf(rule: Rule, ruleSet: RuleSet): FactUse {
  const { event, when, timing, text } = rule
  const shown = placeholdersOf(text.nl).flatMap(basesOf)
  if (event.type === 'notice') return { gates: [[when]], conditions: [when], facts: shown }
  if (event.type !== 'recommend') {
    const touched = ruleSet.rules.filter((other) => touches(event, other))
    return { gates: [[when], touched.map((other) => other.when)], conditions: [when], facts: shown }
  }
  const services = ruleSet.services.filter(({ id }) => event.params.services.includes(id))
  const needs = [...services, rule].flatMap((one) => one.needs)
  const read = [
    ...(timing ? anchorsOf(timing) : []),
    ...needs.flatMap(({ need, when: during }) => [
      need.fact,
      ...(during ? leavesOf(during).map(({ fact }) => fact) : []),
    ]),
    ...services.flatMap(relationFacts),
  ]
  return { gates: [[when]], conditions: [when], facts: [...shown, ...read.flatMap(basesOf), DELIVERIES] }
}

/** What the relations of a service read. */
function relationFacts({ notFor, answersQuestion }: Service): readonly string[] {
  const exclusion = notFor ? ['employment.regime', 'employment.contractEndsOn'] : []
  if (!answersQuestion) return exclusion
  const reopened = answersQuestion.reopenedBy ? leavesOf(answersQuestion.reopenedBy).map(({ fact }) => fact) : []
  return [...exclusion, 'process.capacityDocumentCurrent', 'absence.effectiveFirstDay', ...reopened]
}

/** Whether a hold or a waiver concerns what a rule recommends. */
function touches({ params }: Touching, { id, event }: Rule): boolean {
  if (event.type !== 'recommend') return false
  if ('rules' in params) return params.rules.includes(id)
  return event.params.services.some((service) => params.services.includes(service))
}

type Touching = Extract<RuleEvent, { readonly type: 'hold' | 'waive' }>

function deadlineUse({ appliesWhen, appliesFrom, appliesUntil, after, otherwise, doneBy }: MilestoneRule): FactUse {
  const days = [after.anchor, otherwise?.anchor, appliesFrom?.anchor, appliesUntil]
  const anchors = days.flatMap((day) => (day === undefined ? [] : basesOf(day)))
  return {
    gates: leavesOf(appliesWhen).length > 0 ? [[appliesWhen]] : [],
    conditions: [appliesWhen],
    facts: [...anchors, ...(doneBy === undefined ? [] : [...basesOf(doneBy), DEVIATION])],
  }
}

/** The facts that are asked behind a fact, a policy parameter or `asOf`. An organisation's own are read as they are asked. */
export const basesOf = (fact: string): readonly string[] =>
  fact.startsWith(`${OWN}.`) ? [fact] : (CONDITION_FACTS.get(fact)?.asks ?? [])

/** One fact with a value that is known. */
interface Known {
  readonly fact: string
  readonly value: string | boolean
}

/**
 * Whether anything in the rule set can still turn on a fact once another has this value: a recommendation, a deadline,
 * a word. Every other comparison counts as free, so "no" holds for every snapshot, every day and every policy.
 */
export function canMatter(fact: string, known: Known, ruleSet: RuleSet): boolean {
  return usesIn(ruleSet).some((use) => factsLeft(use, known).has(fact))
}

/** The facts that a rule set can use, whatever is answered. */
export const factsUsed = (ruleSet: RuleSet): ReadonlySet<string> =>
  new Set(usesIn(ruleSet).flatMap((use) => [...factsLeft(use)]))

function factsLeft({ gates, conditions, facts }: FactUse, known?: Known): ReadonlySet<string> {
  const isPossible = (condition: Expanded): boolean => readIn(condition, known) !== undefined
  if (!gates.every((gate) => gate.some(isPossible))) return new Set()
  return new Set([...facts, ...conditions.flatMap((condition) => readIn(condition, known) ?? [])])
}

/**
 * The facts behind the comparisons that can still help a condition to be met; undefined when it cannot be. A member
 * that is met for certain does not silence the others: each that is met is told as a reason.
 */
function readIn(condition: Expanded, known: Known | undefined): readonly string[] | undefined {
  if ('all' in condition) {
    const members = condition.all.map((member) => readIn(member, known))
    return members.includes(undefined) ? undefined : members.flatMap((facts) => facts ?? [])
  }
  if ('any' in condition) {
    const members = condition.any.map((member) => readIn(member, known)).filter((facts) => facts !== undefined)
    return members.length === 0 ? undefined : members.flat()
  }
  return isMissed(condition, known) ? undefined : basesOf(condition.fact)
}

const isMissed = ({ fact, operator, value }: Leaf, known: Known | undefined): boolean =>
  fact === known?.fact && !(typeof value === 'object' && 'fact' in value) && !compare(operator, known.value, value)
