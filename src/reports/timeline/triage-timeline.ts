import type { Advice, Status } from '../../core/advice'
import { addDuration, type Day, type Duration, formatDay, parseDay, subtractDuration } from '../../core/calendar/day'
import { askedIn, type Case, type Raised } from '../../core/case/case'
import { effectiveFirstDay } from '../../core/case/effective-first-day'
import { adviseCase } from '../../core/create-triage'
import { breakpointsOf, type RulesInForce } from '../../core/evaluate/conditions'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { TriageOptions } from '../../core/options'
import { remember } from '../../core/remember'
import { lengthOf } from '../../core/rules/length'
import { duration, mergingRules } from '../../core/rules/policy'
import { openSnapshot, settingsFor } from '../../core/triage'
import { type AdviceChange, changesBetween } from './compare-advice'

/** How the advice changes by time alone, if nothing else does. */
export interface Timeline {
  readonly asOf: string
  readonly until: string
  /** The days on which it changes, each with what changes. A day that is not listed brings nothing new. */
  readonly days: readonly TimelineDay[]
}

/** A day on which the advice is another by time alone, and how. */
export interface TimelineDay {
  readonly on: string
  readonly status: Status
  readonly changes: readonly AdviceChange[]
}

/**
 * Every day after `asOf` and up to `until` on which time alone could change the advice, and perhaps some on which it
 * does not: each known day plus each length of time that something counts from it.
 */
export function turningDays(opened: Case, until: Day, rules: RulesInForce): readonly Day[] {
  const { asOf } = opened
  const days = new Set<Day>()
  const around = (day: Day): void => {
    // A length that is complete on a day is exceeded on the next; a month end can put both a few days later.
    for (let turn = day; turn <= day + 4; turn++) if (turn > asOf && turn <= until) days.add(turn)
  }
  // A window that stands still becomes the earlier one on the day that a window counted from asOf has moved past it.
  const moving = [{ months: 0, days: 0 }, ...movingLengths(rules)]
  for (const [anchor, lengths] of lengthsByAnchor(opened, rules))
    for (const length of [{ months: 0, days: 0 }, ...lengths])
      for (const ahead of moving) around(subtractDuration(addDuration(anchor, length), ahead))
  return [...days].sort((a, b) => a - b)
}

/** The lengths of the windows that are counted from asOf itself. */
function movingLengths({ ruleSet, policy }: RulesInForce): readonly Duration[] {
  const timings = ruleSet.rules.flatMap(({ timing }) => (timing?.anchor === 'asOf' ? [timing.from, timing.until] : []))
  const lengths = timings.map((length) => lengthOf(length, policy))
  return [...new Map(lengths.map((length) => [`${length.months} ${length.days}`, length])).values()]
}

function lengthsByAnchor(opened: Case, { ruleSet, policy }: RulesInForce): readonly [Day, readonly Duration[]][] {
  const { turns } = breakpointsOf(ruleSet, policy)
  const fromFact = (fact: string): readonly Duration[] => (turns.get(fact) ?? []).map(({ length }) => length)
  const horizon = duration(policy, 'notice.horizon')
  const milestones = ruleSet.milestones.flatMap(({ after, otherwise, windowFrom }) =>
    [after.length, otherwise?.length, windowFrom].flatMap((length) =>
      length === undefined ? [] : [lengthOf(length, policy)],
    ),
  )
  const noticed = milestones.map(({ months, days }) => ({ months, days: days - horizon.days }))
  const events = askedIn(opened.answers).flatMap(([fact, answer]): [Day, readonly Duration[]][] =>
    answer.state === 'known' && typeof answer.value === 'number' && turnsByDay(fact)
      ? [[answer.value, [...fromFact(fact), ...milestones, ...noticed]]]
      : [],
  )
  const first = effectiveFirstDay(opened, mergingRules(policy))
  const firstDays = (first?.days ?? []).map((day): [Day, readonly Duration[]] => [
    day,
    [...fromFact('absence.effectiveFirstDay'), ...milestones, ...noticed],
  ])
  const window = duration(policy, 'frequentAbsence.window')
  const reports = (opened.spells ?? []).map(({ firstDay }): [Day, readonly Duration[]] => [firstDay, [window]])
  const repeatAfter = duration(policy, 'services.repeatAfter')
  const deliveries = (opened.services ?? []).map(({ on }): [Day, readonly Duration[]] => [on, [repeatAfter]])
  return [...events, ...firstDays, ...reports, ...deliveries]

  function turnsByDay(fact: string): boolean {
    return (
      fact.startsWith('process.') ||
      fact === 'absence.therapeuticWorkSince' ||
      fact === 'employment.contractEndsOn' ||
      ruleSet.facts.get(fact)?.type === 'date'
    )
  }
}

/** The statutory waiting period (WVP-13). */
const LONGEST_WEEKS = 104

/** Options of `createTriage`, and until when to look. */
export interface TimelineOptions extends TriageOptions {
  /** `YYYY-MM-DD`, at most 104 weeks after the snapshot's `asOf`, which is also the default. */
  readonly until?: string
}

/**
 * The days on which the advice changes if nothing else does, and what changes on each: a planned recommendation becomes
 * due, a window closes, a deadline passes. Equal to asking `triage` on every single day, with what each day's advice
 * raised (`remember`) told to the next.
 *
 * @throws TriageError for a snapshot or an option that is wrong, or an `until` that is out of reach.
 */
export function triageTimeline(snapshot: unknown, options: TimelineOptions = {}): Timeline {
  const { until: last, ...rest } = options
  const settings = settingsFor(snapshot, rest)
  const opened = openSnapshot(snapshot, settings)
  const until = untilDay(last, opened.asOf)
  const tier = settings.audience === 'employer' ? 'employer' : 'medical'
  const days: TimelineDay[] = []
  const turns = new Set(turningDays(opened, until, settings))
  let before = adviseCase(opened, settings)
  const first = before.asOf
  for (
    let day = nextOf(turns, opened.asOf, before);
    day !== undefined && day <= until;
    day = nextOf(turns, day, before)
  ) {
    const raised = remember(before).map(({ id, on }): Raised => ({ id, on: parseDay(on) ?? day ?? 0, tier }))
    const after = adviseCase({ ...opened, asOf: day, raised }, settings)
    const changes = changesBetween(before, after)
    if (changes.length > 0) days.push({ on: after.asOf, status: after.status, changes })
    before = after
  }
  return { asOf: first, until: formatDay(until), days }
}

/** The next day on which something can turn: of the case itself, or of what the advice says. */
function nextOf(turns: Set<Day>, day: Day, advice: Advice): Day | undefined {
  for (const { certainty, timing, heldBy } of advice.recommendations) {
    // Days of what is only possible are bounds, and no change.
    if (certainty === 'possible') continue
    for (const text of [timing.startFrom, timing.startBy, ...heldBy.map(({ reviewOn }) => reviewOn)]) {
      const turn = parseDay(text)
      // A window is over on the day after its last.
      if (turn !== undefined) for (const on of [turn, turn + 1]) if (on > day) turns.add(on)
    }
  }
  let next: Day | undefined
  for (const turn of turns) {
    if (turn <= day) turns.delete(turn)
    else if (next === undefined || turn < next) next = turn
  }
  return next
}

function untilDay(text: unknown, first: Day): Day {
  const most = first + 7 * LONGEST_WEEKS
  if (text === undefined) return most
  const day = typeof text === 'string' ? parseDay(text) : undefined
  if (day === undefined) throw refuse('invalid-date', 'give until as a day of the calendar, YYYY-MM-DD')
  if (day < first || day > most)
    throw refuse('out-of-range', `give an until from ${formatDay(first)} to ${formatDay(most)}`)
  return day
}

const refuse = (code: Issue['code'], message: string): TriageError =>
  new TriageError([{ code, path: ['options', 'until'], message }])
