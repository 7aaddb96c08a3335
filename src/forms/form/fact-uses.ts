import { perRuleSet } from '../../core/cache'
import { CONDITION_FACTS } from '../../core/facts/fact-catalogue'
import { placeholdersOf } from '../../core/rules/check-text'
import type { RuleEvent } from '../../core/rules/document'
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
