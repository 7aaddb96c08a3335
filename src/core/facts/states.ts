import { addDuration, type Day, type DaySpan, subtractDuration } from '../calendar/day'
import { caseBegan } from '../case/effective-first-day'
import type { Value } from '../diagram/diagram'
import { longestCase, mergingRules } from '../rules/policy'
import { BASE_FACTS, type BaseFact } from '../snapshot/catalogue'
import type { FactContext, Turn } from './derive-facts'

/**
 * The states that an unanswered fact is tried in. Every value, where the values are a list. Of a day or a
 * number, each value next to which some rule could turn, and both ends of its range: between two neighbours
 * no rule can tell values apart, and windows only move with the day itself, so the ends of each stretch bound it.
 */
export function statesOf(fact: BaseFact, context: FactContext, within?: DaySpan): readonly Value[] {
  if (within) return daysOf(within)
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return Object.keys(fact.options ?? {})
    // Conditions on single items read them one by one (see `item` in derive-facts), and so are exact.
    case 'choices': {
      const all = Object.keys(fact.options ?? {})
      return [[], ...all.map((item) => [item]), all]
    }
    case 'number':
      return numberStates(context.breakpoints.numbers.get(fact.id) ?? [], fact.range ?? [0, Number.MAX_SAFE_INTEGER])
    case 'date':
      return [
        ...(fact.none ? [null] : []),
        ...pastDays(fact.id, context),
        ...(fact.lies === undefined ? futureDays(context) : []),
      ]
    case 'document':
      return [null, ...pastDays(fact.id, context)]
    default:
      throw new RangeError(`${fact.id} is read through derived facts only`)
  }
}

/** Every day of a month of which only that is known. */
const daysOf = ({ from, to }: DaySpan): readonly Day[] => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** Each breakpoint and the ends of the range, and a value between each two neighbours. */
export function numberStates(
  breakpoints: readonly number[],
  [least, most]: readonly [number, number],
): readonly number[] {
  const turns = sorted([least, most, ...breakpoints].filter((value) => value >= least && value <= most))
  return sorted([...turns, ...turns.slice(1).map((turn, index) => (turn + (turns[index] as number)) / 2)])
}

/** The same for counts: whole numbers from 0 to one past the last breakpoint. */
export function countStates(breakpoints: readonly number[]): readonly number[] {
  return Array.from({ length: Math.max(0, ...breakpoints.map(Math.ceil)) + 2 }, (_, count) => count)
}

/** Days that belong to the case itself: none of them can lie before it began. */
const DAYS_OF_THE_CASE: ReadonlySet<string> = new Set(
  [...BASE_FACTS.values()].filter(({ lies }) => lies === 'in-case').map(({ id }) => id),
)

/** Whether the first day of the case bounds it. */
export const isDayOfTheCase = (fact: string): boolean => DAYS_OF_THE_CASE.has(fact)

/** Days up to `asOf` on either side of each breakpoint, back to where the fact can lie. */
export function pastDays(fact: string, context: FactContext): readonly Day[] {
  const { opened, breakpoints } = context
  const { asOf } = opened
  const earliest = earliestDay(fact, context)
  const turns = breakpoints.turns.get(fact) ?? []
  const sides = [
    ...turns.map((turn) => lastDayTurned(turn, asOf)),
    // What was done by then satisfies the windows that had begun.
    ...daysOfEvents(opened).flatMap((on) => [on, ...turns.map((turn) => lastDayTurned(turn, on))]),
  ].flatMap((last) => [last, last + 1])
  return sorted([earliest, asOf, ...sides].filter((day) => day >= earliest && day <= asOf))
}

/** The days of what was delivered and of what the physician advised: what they answer hangs on what had begun by then. */
const daysOfEvents = ({ services, physician, asOf }: FactContext['opened']): readonly Day[] => [
  ...new Set(
    [...(services ?? []).filter(({ state }) => state === 'delivered'), ...physician.advises]
      .map(({ on }) => on)
      .filter((on) => on < asOf),
  ),
]

/** The day on which the case can have begun, or the longest case that the calendar knows while that is not known. */
function earliestDay(fact: string, { opened, policy }: FactContext): Day {
  const longest = subtractDuration(opened.asOf, longestCase(policy))
  if (!DAYS_OF_THE_CASE.has(fact)) return longest
  return caseBegan(opened, mergingRules(policy).mergeWithin) ?? longest
}

/** The last day to count from for which it has turned. Counting back from a month end can fall a few days short. */
function lastDayTurned({ length, when }: Turn, asOf: Day): Day {
  const limit = when === 'complete' ? asOf : asOf - 1
  let day = subtractDuration(limit, length)
  while (addDuration(day + 1, length) <= limit) day += 1
  return day
}

const futureDays = ({ opened }: FactContext): readonly Day[] => [opened.asOf + 1, opened.asOf + 730]

const sorted = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b)
