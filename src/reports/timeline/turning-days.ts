import type { Day } from '../../core/calendar/day'
import { addDuration, type Duration, subtractDuration } from '../../core/calendar/duration'
import { askedIn } from '../../core/case/answers'
import type { Case } from '../../core/case/case'
import { effectiveFirstDay } from '../../core/case/effective-first-day'
import type { RulesInForce } from '../../core/evaluate/conditions'
import { breakpointsOf } from '../../core/evaluate/conditions'
import { lengthOf } from '../../core/rules/length'
import { duration, mergingRules } from '../../core/rules/policy'

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
