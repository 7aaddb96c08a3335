import type { MilestoneState } from '../advice'
import { perPolicy } from '../cache'
import type { Day } from '../calendar/day'
import { addDuration, type Duration } from '../calendar/duration'
import { answerTo } from '../case/answers'
import type { Case } from '../case/case'
import { effectiveFirstDay, type FirstDayCandidates } from '../case/effective-first-day'
import { isKnown } from '../diagram/diagram'
import { milestoneCondition } from '../evaluate/conditions'
import type { Judgement } from '../evaluate/settle'
import type { Length } from '../rules/document'
import { lengthOf } from '../rules/length'
import type { Basis } from '../rules/parameter'
import { mergingRules, type Policy } from '../rules/policy'
import { leavesOf, type MilestoneRule, type RuleSet } from '../rules/rule-set'

/** The statutory calendar of a case that is going on. */
export interface CaseCalendar {
  readonly first: FirstDayCandidates
  readonly milestones: readonly ScheduledMilestone[]
}

/** A deadline with its day. A deadline is a notice, never a recommendation. */
export interface ScheduledMilestone {
  readonly rule: MilestoneRule
  readonly from: Day | undefined
  readonly on: Day
  readonly basis: Basis
  readonly state: MilestoneState
}

/** Undefined when the first day is unknown or the employee is not absent. */
export function scheduleCalendar(judgement: Judgement): CaseCalendar | undefined {
  const { opened, policy, ruleSet } = judgement
  const first = effectiveFirstDay(opened, mergingRules(policy))
  if (!first) return undefined
  const milestones: ScheduledMilestone[] = []
  // Withheld only when it certainly does not apply.
  for (const dated of datedMilestones(ruleSet, policy))
    if (dated.asks === undefined || !isKnown(judgement.met(dated.asks), false))
      milestones.push(scheduleMilestone(dated, first.presumed, opened))
  return { first, milestones }
}

/** A milestone under one policy, with the days that it was given before. */
interface DatedMilestone {
  readonly rule: MilestoneRule
  /** Where the question whether it applies stands among those of the rule set, where that is one. */
  readonly asks: string | undefined
  /** A deadline from its own anchor, and from what stands in for it while that is not known. */
  readonly after: Deadline
  readonly otherwise: Deadline
  readonly windowFrom: Duration | undefined
}

interface Deadline {
  readonly length: Duration
  readonly basis: Basis
  /** By the day from which it is counted. */
  readonly kept: Map<Day, KeptDeadline>
}

interface KeptDeadline {
  readonly from: Day | undefined
  readonly on: Day
  /** The milestone in each state in which it was found. */
  readonly states: Partial<Record<MilestoneState, ScheduledMilestone>>
}

const datedMilestones = perPolicy((ruleSet: RuleSet, policy: Policy): readonly DatedMilestone[] => {
  const deadline = (length: Length, basis: Basis): Deadline => ({
    length: lengthOf(length, policy),
    basis,
    kept: new Map(),
  })
  return ruleSet.milestones.map((rule) => {
    const { after, otherwise, windowFrom, basis } = rule
    return {
      rule,
      asks: leavesOf(rule.appliesWhen).length > 0 ? milestoneCondition(rule.id) : undefined,
      after: deadline(after.length, basis),
      otherwise: otherwise ? deadline(otherwise.length, otherwise.basis) : deadline(after.length, basis),
      windowFrom: windowFrom === undefined ? undefined : lengthOf(windowFrom, policy),
    }
  })
})

function scheduleMilestone(dated: DatedMilestone, firstDay: Day, opened: Case): ScheduledMilestone {
  const { rule, windowFrom } = dated
  const anchor = dayOf(rule.after.anchor, firstDay, opened)
  const deadline = anchor === undefined ? dated.otherwise : dated.after
  const start = anchor ?? (rule.otherwise && dayOf(rule.otherwise.anchor, firstDay, opened)) ?? firstDay
  // The first day of the window is always counted from the first day of illness.
  if (windowFrom && start !== firstDay) {
    const from = addDuration(firstDay, windowFrom)
    const on = addDuration(start, deadline.length)
    return { rule, from, on, basis: deadline.basis, state: milestoneState(rule, from, on, opened) }
  }
  const { from, on, states } = keptDeadline(start, deadline, windowFrom)
  const state = milestoneState(rule, from, on, opened)
  const found = states[state] ?? { rule, from, on, basis: deadline.basis, state }
  states[state] = found
  return found
}

/** Days of which the deadlines are kept: more than a caseload has first days of illness. */
const MOST_KEPT = 2_048

/** One and the same for one and the same day, so that what is told of it is told once. */
function keptDeadline(start: Day, { length, kept }: Deadline, windowFrom: Duration | undefined): KeptDeadline {
  const found = kept.get(start)
  if (found) return found
  const from = windowFrom && addDuration(start, windowFrom)
  const deadline = { from, on: addDuration(start, length), states: {} }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(start, deadline)
  return deadline
}

function dayOf(anchor: string, firstDay: Day, opened: Case): Day | undefined {
  if (anchor === 'absence.effectiveFirstDay') return firstDay
  const answer = answerTo(opened.answers, anchor)
  return answer?.state === 'known' && typeof answer.value === 'number' ? answer.value : undefined
}

/** A reasoned deviation from a term is legal, so lateness has three values, and a fourth while nobody said (WVP-07). */
function milestoneState(rule: MilestoneRule, from: Day | undefined, on: Day, opened: Case): MilestoneState {
  const { asOf, answers } = opened
  const done = rule.doneBy === undefined ? undefined : answerTo(answers, rule.doneBy)
  const doneOn = done?.state === 'known' ? (done.value as Day | null) : undefined
  if (typeof doneOn === 'number' && doneOn <= asOf) return doneOn <= on ? 'on-time' : lateness(answers)
  if (asOf <= on) return from !== undefined && asOf >= from ? 'due' : 'upcoming'
  return doneOn === undefined ? 'passed' : lateness(answers)
}

function lateness(answers: Case['answers']): MilestoneState {
  const motivated = answerTo(answers, 'process.deviationMotivated')
  if (motivated?.state !== 'known') return 'late-motivation-unknown'
  return motivated.value ? 'late-motivated' : 'late'
}
