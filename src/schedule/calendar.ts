import type { MilestoneState } from '../advice'
import type { Day } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import { effectiveFirstDay, type FirstDayCandidates } from '../case/effective-first-day'
import type { Judgement } from '../evaluate/judgement'
import { milestoneQuestion } from '../evaluate/question'
import type { Basis } from '../policy/parameter'
import { mergingRules } from '../policy/policy'
import type { Length } from '../rule-set/document'
import { lengthOf } from '../rule-set/length'
import { perRuleSet } from '../rule-set/per-rule-set'
import { leavesOf, type MilestoneRule } from '../rule-set/rule-set'

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
  // Withheld only when it certainly does not apply.
  const applying = withQuestions(ruleSet).filter(({ asks }) => !asks || judgement.outcome(asks) !== 'not-met')
  return { first, milestones: applying.map(({ rule }) => scheduleMilestone(rule, first.presumed, judgement)) }
}

/** Each milestone with the question whether it applies, where that is one. */
const withQuestions = perRuleSet(({ milestones }) =>
  milestones.map((rule) => ({
    rule,
    asks: leavesOf(rule.appliesWhen).length > 0 ? milestoneQuestion(rule.id) : undefined,
  })),
)

function scheduleMilestone(rule: MilestoneRule, firstDay: Day, judgement: Judgement): ScheduledMilestone {
  const { policy } = judgement
  const dayAfter = (anchor: Day, length: Length): Day => addDuration(anchor, lengthOf(length, policy))
  const anchor = dayOf(rule.after.anchor, firstDay, judgement)
  const on =
    anchor === undefined && rule.otherwise
      ? dayAfter(dayOf(rule.otherwise.anchor, firstDay, judgement) ?? firstDay, rule.otherwise.length)
      : dayAfter(anchor ?? firstDay, rule.after.length)
  const from = rule.windowFrom === undefined ? undefined : dayAfter(firstDay, rule.windowFrom)
  const basis = anchor === undefined && rule.otherwise ? rule.otherwise.basis : rule.basis
  return { rule, from, on, basis, state: milestoneState(rule, from, on, judgement) }
}

function dayOf(anchor: string, firstDay: Day, { opened }: Judgement): Day | undefined {
  if (anchor === 'absence.effectiveFirstDay') return firstDay
  const answer = opened.answers.get(anchor)
  return answer?.state === 'known' && typeof answer.value === 'number' ? answer.value : undefined
}

/** A reasoned deviation from a term is legal, so lateness has three values, and a fourth while nobody said (WVP-07). */
function milestoneState(rule: MilestoneRule, from: Day | undefined, on: Day, { opened }: Judgement): MilestoneState {
  const { asOf } = opened
  const done = rule.doneBy === undefined ? undefined : opened.answers.get(rule.doneBy)
  const doneOn = done?.state === 'known' ? (done.value as Day | null) : undefined
  if (typeof doneOn === 'number' && doneOn <= asOf) return doneOn <= on ? 'on-time' : lateness(opened.answers)
  if (asOf <= on) return from !== undefined && asOf >= from ? 'due' : 'upcoming'
  return doneOn === undefined ? 'passed' : lateness(opened.answers)
}

function lateness(answers: Judgement['opened']['answers']): MilestoneState {
  const motivated = answers.get('process.deviationMotivated')
  if (motivated?.state !== 'known') return 'late-motivation-unknown'
  return motivated.value ? 'late-motivated' : 'late'
}
