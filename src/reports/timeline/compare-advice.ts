import type { Advice, MilestoneState, NextStep } from '../../core/advice'
import { anyAdviceIssues } from '../../core/any-advice-shape'
import type { BriefAdvice } from '../../core/brief-advice'
import { parseDay } from '../../core/calendar/day'
import { type Issue, TriageError } from '../../core/issue/issue'

/**
 * What a person would call a change between two advices on one case. `by` is the last day to start on. A service that is
 * only possible is no change, nor is a day that moved because the day moved.
 */
export type AdviceChange =
  /** The one step is another; `null` where there is none. */
  | { readonly kind: 'step'; readonly from: StepName | null; readonly to: StepName | null }
  /** Certain now, and not before; and the other way round. */
  | { readonly kind: 'new' | 'gone'; readonly service: string; readonly by: string }
  /** Planned before, to be started now; and not started by its last day. */
  | { readonly kind: 'due' | 'overdue'; readonly service: string; readonly by: string }
  | { readonly kind: 'earlier' | 'later'; readonly service: string; readonly was: string; readonly by: string }
  | { readonly kind: 'held'; readonly service: string; readonly until: string }
  /** The hold is gone, or its day to look again has come. */
  | { readonly kind: 'hold-over'; readonly service: string }
  | { readonly kind: 'covered'; readonly service: string; readonly coveredBy: readonly string[] }
  | { readonly kind: 'uncovered'; readonly service: string }
  | { readonly kind: 'underway'; readonly service: string; readonly state: 'requested' | 'planned' }
  | { readonly kind: 'question-closed' | 'question-opened'; readonly fact: string }
  /** A deadline of the calendar stands otherwise; between two whole advices only. */
  | {
      readonly kind: 'deadline'
      readonly milestone: string
      readonly from: MilestoneState | null
      readonly to: MilestoneState | null
    }

/** A kind of step, as a change names it. */
export interface StepName {
  readonly kind: NextStep['kind']
  /** None where the step is about none. */
  readonly service?: string
}

/**
 * What changed from one advice on a case to a later one, or to one on other facts. Whole advices and brief ones alike,
 * also one of each.
 *
 * @throws TriageError for what is no advice of version 2, and for advices to different readers: what changed between them
 *   would tell the employer what only the physician may know.
 */
export function compareAdvice(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] {
  const issues = pairIssues(before, after)
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  return changesBetween(before, after)
}

/** The same of two that are known to be advices to one reader. */
export const changesBetween = (before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] => [
  ...compareSteps(before, after),
  ...compareServices(before, after),
  ...compareQuestions(before, after),
  ...compareDeadlines(before, after),
]

function pairIssues(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly Issue[] {
  const issues = [...anyAdviceIssues(before, 'before'), ...anyAdviceIssues(after, 'after')]
  if (issues.length > 0 || before.audience === after.audience) return issues
  return [{ code: 'unknown-value', path: ['after', 'audience'], message: 'give two advices to the same reader' }]
}

function compareSteps(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] {
  const [from, to] = [stepOf(before), stepOf(after)]
  return from?.kind === to?.kind && from?.service === to?.service ? [] : [{ kind: 'step', from, to }]
}

function stepOf({ next }: Advice | BriefAdvice): StepName | null {
  if (next.kind === 'none') return null
  const service = 'service' in next ? next.service : 'for' in next ? next.for : undefined
  // What waits, or what to ask first, is not what the step is about.
  const named = service !== undefined && next.kind !== 'wait' && next.kind !== 'ask'
  return { kind: next.kind, ...(named ? { service } : {}) }
}

/** A certain recommendation, of a whole advice or a brief one. */
interface Standing {
  readonly service: string
  readonly state: 'planned' | 'due' | 'overdue'
  readonly startFrom: string
  readonly startBy: string
  readonly since: string | undefined
  readonly heldUntil: string | undefined
  readonly coveredBy: readonly string[]
  readonly underway: 'requested' | 'planned' | undefined
}

function standingsOf(advice: Advice | BriefAdvice): ReadonlyMap<string, Standing> {
  const standings = 'detail' in advice ? briefStandings(advice) : wholeStandings(advice)
  return new Map(standings.map((one) => [one.service, one]))
}

const briefStandings = ({ recommendations }: BriefAdvice): readonly Standing[] =>
  recommendations
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ service, state, startFrom, startBy, since, heldUntil, coveredBy, underway }) => ({
      service,
      state,
      startFrom,
      startBy,
      since,
      heldUntil,
      coveredBy: coveredBy ?? [],
      underway,
    }))

const wholeStandings = ({ recommendations }: Advice): readonly Standing[] =>
  recommendations
    .filter(({ certainty }) => certainty === 'certain')
    .map(({ service, timing, heldBy, coveredBy, underway }) => {
      const { state, startFrom, startBy, since } = timing
      const holds = heldBy.filter((hold) => hold.certainty === 'certain').map(({ reviewOn }) => reviewOn)
      return {
        service,
        state,
        startFrom,
        startBy,
        since,
        heldUntil: holds.sort().at(-1),
        coveredBy: coveredBy.filter((cover) => cover.certainty === 'certain').map((cover) => cover.service),
        underway: underway?.state,
      }
    })

function compareServices(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] {
  const [old, now] = [standingsOf(before), standingsOf(after)]
  const moved = daysBetween(before.asOf, after.asOf)
  return [...new Set([...now.keys(), ...old.keys()])].sort().flatMap((service): readonly AdviceChange[] => {
    const [was, is] = [old.get(service), now.get(service)]
    if (was && is) return compareStandings(was, is, moved)
    if (is) return [{ kind: 'new', service, by: is.startBy }]
    return was ? [{ kind: 'gone', service, by: was.startBy }] : []
  })
}

function compareStandings(was: Standing, is: Standing, moved: number): readonly AdviceChange[] {
  const { service } = is
  const changes: AdviceChange[] = []
  if (is.heldUntil !== undefined && was.heldUntil === undefined)
    changes.push({ kind: 'held', service, until: is.heldUntil })
  if (was.heldUntil !== undefined && is.heldUntil === undefined) changes.push({ kind: 'hold-over', service })
  if (is.coveredBy.length > 0 && was.coveredBy.length === 0)
    changes.push({ kind: 'covered', service, coveredBy: is.coveredBy })
  if (was.coveredBy.length > 0 && is.coveredBy.length === 0) changes.push({ kind: 'uncovered', service })
  if (is.underway !== undefined && is.underway !== was.underway)
    changes.push({ kind: 'underway', service, state: is.underway })
  // What is on hold, covered or asked for already is neither due nor late to anybody.
  if (is.heldUntil !== undefined || is.coveredBy.length > 0 || is.underway !== undefined) return changes
  if (is.state === 'due' && was.state === 'planned') changes.push({ kind: 'due', service, by: is.startBy })
  if (is.state === 'overdue' && was.state !== 'overdue') changes.push({ kind: 'overdue', service, by: is.startBy })
  if (isMoved(was, is, moved)) {
    const kind = is.startBy < was.startBy ? 'earlier' : 'later'
    changes.push({ kind, service, was: was.startBy, by: is.startBy })
  }
  return changes
}

/** A month that is counted from the 30th and from the 31st can end on one and the same day. */
const MONTH_ENDS = 3

/** Whether the last day is another one for another reason than that the day is another one. */
function isMoved(was: Standing, is: Standing, moved: number): boolean {
  const by = daysBetween(was.startBy, is.startBy)
  if (by === 0) return false
  if (was.since === undefined && is.since === undefined) return true
  // A window counted from the day on which it was first so: where nobody gave that day, it slides along, up to the day
  // on which one that stands still is the more urgent.
  if (was.since === undefined || is.since === undefined) return by < 0 || by > moved
  const along = daysBetween(was.startFrom, is.startFrom)
  return along < 0 || along > moved || Math.abs(by - along) > MONTH_ENDS
}

function compareQuestions(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] {
  // What time alone opens or closes is nothing that a person asked or answered.
  if (before.asOf !== after.asOf && before.settled === after.settled) return []
  const [old, now] = [questionsOf(before), questionsOf(after)]
  return [
    ...[...old].filter((fact) => !now.has(fact)).map((fact) => ({ kind: 'question-closed' as const, fact })),
    ...[...now].filter((fact) => !old.has(fact)).map((fact) => ({ kind: 'question-opened' as const, fact })),
  ]
}

const questionsOf = (advice: Advice | BriefAdvice): ReadonlySet<string> =>
  new Set('detail' in advice ? advice.openQuestions : advice.openQuestions.map(({ fact }) => fact))

function compareDeadlines(before: Advice | BriefAdvice, after: Advice | BriefAdvice): readonly AdviceChange[] {
  if ('detail' in before || 'detail' in after) return []
  const old = new Map(before.calendar?.milestones.map(({ id, state }) => [id, state]))
  const now = new Map(after.calendar?.milestones.map(({ id, state }) => [id, state]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((milestone): readonly AdviceChange[] => {
    const [from, to] = [old.get(milestone) ?? null, now.get(milestone) ?? null]
    return from === to ? [] : [{ kind: 'deadline', milestone, from, to }]
  })
}

const daysBetween = (from: string, to: string): number => (parseDay(to) ?? 0) - (parseDay(from) ?? 0)
