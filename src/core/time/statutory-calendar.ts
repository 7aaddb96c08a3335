import type { MilestoneState } from '../advice'
import { addDuration, type Day, type Duration } from '../calendar/day'
import { afterLeaves, answerTo, type Case, type Leave, leaveNow, leavesAhead } from '../case/case'
import { caseBeforeLeave, courseOf, effectiveFirstDay, type FirstDayCandidates } from '../case/effective-first-day'
import type { Value } from '../diagram/diagram'
import type { Outcome } from '../evaluate/outcome'
import { lengthOf } from '../rules/length'
import type { Basis } from '../rules/parameter'
import { mergingRules, type Policy } from '../rules/policy'
import type { MilestoneRule, RuleSet } from '../rules/rule-set'

/** The statutory calendar of a case that is going on, or that leave interrupts. */
export interface CaseCalendar {
  readonly first: FirstDayCandidates
  /** The leave that somebody is on; its days, and those of leave ahead, are not counted. */
  readonly leave: Leave | undefined
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

/** What the facts of the case say to its calendar. */
export interface CalendarFacts {
  /** Whether the conditions of a milestone are met. */
  outcome(milestone: MilestoneRule): Outcome
  /** Every value that a fact can still have. */
  values(fact: string): readonly Value[]
}

/** Undefined when the first day is unknown, or the employee is neither ill nor on leave from a case. */
export function caseCalendar(
  opened: Case,
  { ruleSet, policy }: { readonly ruleSet: RuleSet; readonly policy: Policy },
  facts: CalendarFacts,
): CaseCalendar | undefined {
  const rules = mergingRules(policy)
  const leave = leaveNow(opened)
  const first = leave ? caseBeforeLeave(opened, rules) : effectiveFirstDay(opened, rules)
  if (!first) return undefined
  const { began, gaps } = courseOf(opened, first.presumed)
  const notCounted = [...gaps, ...(leave ? [leave] : []), ...leavesAhead(opened)]
  const milestones = ruleSet.milestones.flatMap((rule) => {
    const scheduled =
      facts.outcome(rule) === 'not-met' ? undefined : schedule(rule, { began, notCounted }, opened, policy)
    return scheduled && appliesStill(scheduled, opened.asOf, facts) ? [scheduled] : []
  })
  return { first, leave, milestones }
}

/** How a case ran, and will as far as leave was entered: terms are counted along it. */
interface Course {
  readonly began: Day
  readonly notCounted: readonly Pick<Leave, 'from' | 'until'>[]
}

function schedule(rule: MilestoneRule, course: Course, opened: Case, policy: Policy): ScheduledMilestone | undefined {
  const anchor = dayOf(rule.after.anchor, course, opened)
  const instead = anchor === undefined ? rule.otherwise : undefined
  const start = anchor ?? (instead && dayOf(instead.anchor, course, opened))
  if (start === undefined) return undefined
  const on = counted(start, lengthOf((instead ?? rule.after).length, policy), course)
  const earliest = rule.appliesFrom && dayOf(rule.appliesFrom.anchor, course, opened)
  if (on < course.began) return undefined
  if (rule.appliesFrom && earliest !== undefined)
    if (on < counted(earliest, lengthOf(rule.appliesFrom.length, policy), course)) return undefined
  const { windowFrom } = rule
  const from = windowFrom === undefined ? undefined : counted(course.began, lengthOf(windowFrom, policy), course)
  const state = milestoneState(rule, from, on, opened)
  return {
    rule,
    from,
    on,
    basis: instead?.basis ?? rule.basis,
    state: state === 'due' && leaveNow(opened) ? 'upcoming' : state,
  }
}

/** A deadline on the day of the anchor itself, such as the end of a contract, waits for nothing. */
function counted(start: Day, length: Duration, { notCounted }: Course): Day {
  if (length.months === 0 && length.days === 0) return start
  return afterLeaves(
    addDuration(start, length),
    notCounted.filter(({ from }) => from > start),
  )
}

/** Withheld only when it certainly does not apply: its day lies after what ends it, or that is over. */
function appliesStill({ rule, on }: ScheduledMilestone, asOf: Day, facts: CalendarFacts): boolean {
  if (rule.appliesUntil === undefined) return true
  const latest = Math.max(
    ...facts.values(rule.appliesUntil).map((day) => (day as Day | null) ?? Number.NEGATIVE_INFINITY),
  )
  return Math.max(on, asOf) <= latest
}

function dayOf(anchor: string, { began }: Course, opened: Case): Day | undefined {
  if (anchor === 'absence.effectiveFirstDay') return began
  const answer = answerTo(opened.answers, anchor)
  return answer?.state === 'known' && typeof answer.value === 'number' ? answer.value : undefined
}

/**
 * A reasoned deviation from a term is legal, so lateness has three values, and a fourth while nobody said (WVP-07). What
 * was done on some day of a month is in time, or late, where that holds of each of its days.
 */
function milestoneState(rule: MilestoneRule, from: Day | undefined, on: Day, opened: Case): MilestoneState {
  const { asOf, answers } = opened
  const done = rule.doneBy === undefined ? undefined : answerTo(answers, rule.doneBy)
  const doneOn = done?.state === 'known' ? (done.value as Day | null) : undefined
  const span =
    typeof doneOn === 'number' ? { from: doneOn, to: doneOn } : done?.state === 'unknown' ? done.within : undefined
  if (span && span.to <= asOf) {
    if (span.to <= on) return 'on-time'
    if (span.from > on) return lateness(answers)
  }
  if (asOf <= on) return from !== undefined && asOf >= from ? 'due' : 'upcoming'
  return doneOn === undefined ? 'passed' : lateness(answers)
}

function lateness(answers: Case['answers']): MilestoneState {
  const motivated = answerTo(answers, 'process.deviationMotivated')
  if (motivated?.state !== 'known') return 'late-motivation-unknown'
  return motivated.value ? 'late-motivated' : 'late'
}
