import {
  addDuration,
  type Day,
  FIRST_DAY as FIRST_CALENDAR_DAY,
  parseDay,
  subtractDuration,
} from '../../core/calendar/day'
import type { Case } from '../../core/case/case'
import type { Value } from '../../core/diagram/diagram'
import type { RulesInForce } from '../../core/evaluate/conditions'
import type { Breakpoints, Turn } from '../../core/facts/derive-facts'
import { countStates, numberStates } from '../../core/facts/states'
import { duration, longestCase } from '../../core/rules/policy'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { crossingDays } from './window-crossings'

/** How far back cases go: as far as the statutory calendar knows, or as far as a snapshot can say. */
export type Reach = 'longest-case' | 'any'

/** What decides in which states cases are tried. */
export interface Surroundings {
  readonly under: readonly (RulesInForce & { readonly breakpoints: Breakpoints })[]
  readonly reach: Reach
  readonly opened: Case
}

/** How far into the future a day that is not known is tried. */
const AHEAD = 730

/** The states in which an asked fact is tried: each value, or one on either side of everything that can turn. */
export function statesOfFact(fact: BaseFact, around: Surroundings): readonly Value[] {
  switch (fact.type) {
    case 'boolean':
      return [true, false]
    case 'choice':
      return Object.keys(fact.options ?? {})
    case 'number':
      return numberStates(marksOn(fact.id, around), fact.range ?? [0, Number.MAX_SAFE_INTEGER])
    case 'date':
      return [
        ...pastStates(fact.id, around),
        // What was done cannot lie ahead: such a day is refused.
        ...(fact.lies === undefined ? futureStates(fact.id, around) : []),
        ...(fact.none ? [null] : []),
      ]
    case 'document':
      return [...pastStates(fact.id, around), null]
    default:
      throw new RangeError(`${fact.id} is read through derived facts only`)
  }
}

/** Days up to `asOf`, the latest first: on either side of each turn, and where one window becomes the earlier of two. */
export function pastStates(fact: string, around: Surroundings): readonly Day[] {
  const { under, opened } = around
  const { asOf } = opened
  const earliest = Math.min(...under.map((side) => earliestDay(side, around)))
  const turns = under.flatMap(({ breakpoints }) => breakpoints.turns.get(fact) ?? [])
  const sides = turns.flatMap((turn) => {
    const last = lastDayTurned(turn, asOf)
    return [last, last + 1]
  })
  const crossings = crossingDays(fact, around, { from: Math.max(earliest, asOf - LONGEST), until: asOf })
  return [...new Set([asOf, ...sides, ...crossings, earliest])]
    .filter((day) => day >= earliest && day <= asOf)
    .sort((a, b) => b - a)
}

/** Windows are compared day by day over three years and a half: a case with every extension that the law knows. */
const LONGEST = 1_278

function futureStates(fact: string, around: Surroundings): readonly Day[] {
  const { asOf } = around.opened
  const ahead = { from: asOf + 1, until: asOf + AHEAD }
  return [...new Set([ahead.from, ...crossingDays(fact, around, ahead), ahead.until])].sort((a, b) => a - b)
}

function earliestDay({ policy }: RulesInForce, { reach, opened }: Surroundings): Day {
  return reach === 'any' ? (parseDay(FIRST_CALENDAR_DAY) as Day) : subtractDuration(opened.asOf, longestCase(policy))
}

/** The last day to count from for which it has turned. Counting back from a month end can fall a few days short. */
function lastDayTurned({ length, when }: Turn, asOf: Day): Day {
  const limit = when === 'complete' ? asOf : asOf - 1
  let day = subtractDuration(limit, length)
  while (addDuration(day + 1, length) <= limit) day += 1
  return day
}

/** Numbers of reports, up to one past the last that something asks for. */
export const reportStates = (fact: string, around: Surroundings): readonly number[] =>
  countStates(marksOn(fact, around))

/**
 * The day of the only delivery of a service: today, as long ago as still quiets every reason under each policy, a day
 * before that (when only the reasons whose window it satisfies are quiet, or whose question it answered), and never.
 */
export function deliveryStates({ under, opened: { asOf } }: Surroundings): readonly (Day | null)[] {
  const earliest = under.map(({ policy }) => {
    const repeatAfter = duration(policy, 'services.repeatAfter')
    let day = asOf
    while (addDuration(day - 1, repeatAfter) > asOf) day -= 1
    return day
  })
  return [...new Set<Day | null>([asOf, ...earliest, Math.min(...earliest) - 1, null])]
}

const marksOn = (fact: string, { under }: Surroundings): readonly number[] =>
  under.flatMap(({ breakpoints }) => breakpoints.numbers.get(fact) ?? [])
