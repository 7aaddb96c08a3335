import type { Advice } from '../../core/advice'
import { type Day, formatDay, parseDay } from '../../core/calendar/day'
import type { Raised } from '../../core/case/case'
import { adviseCase } from '../../core/create-triage'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import type { TriageOptions } from '../../core/options'
import { remember } from '../../core/remember'
import { openSnapshot, settingsFor } from '../../core/triage'
import { compareAdvice } from './compare-advice'
import type { Timeline, TimelineDay } from './timeline'
import { turningDays } from './turning-days'

/** The statutory waiting period (WVP-13). */
const LONGEST_WEEKS = 104

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
    const changes = compareAdvice(before, after)
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
