import { addDuration, type Day, type Duration, subtractDuration } from '../../core/calendar/day'
import type { Case } from '../../core/case/case'
import type { RulesInForce } from '../../core/evaluate/conditions'
import { lengthOf } from '../../core/rules/length'

/** A window that may be compared with another: how it counts from a day, in one of the rule sets. */
interface Counted {
  readonly anchor: string
  readonly services: readonly string[]
  readonly from: Duration
  readonly until: Duration
}

interface Span {
  readonly from: Day
  readonly until: Day
}

/**
 * Days next to which one of two windows for the same service becomes the earlier: between two of them their order stays
 * as it is. Months differ in length, so that windows in months and in weeks can change places more than once.
 */
export function crossingDays(
  fact: string,
  { under, opened: { asOf } }: { readonly under: readonly RulesInForce[]; readonly opened: Case },
  span: Span,
): readonly Day[] {
  const windows = distinct(under.flatMap(countedWindows))
  const moving = windows.filter(({ anchor }) => anchor === fact)
  const shared = (one: Counted, other: Counted): boolean =>
    other.services.some((service) => one.services.includes(service))
  const ends = ['from', 'until'] as const
  const days = moving.flatMap((one, index) => [
    ...windows
      .filter((other) => other.anchor === 'asOf' && shared(one, other))
      .flatMap((other) => ends.flatMap((end) => daysAround(one[end], addDuration(asOf, other[end])))),
    ...moving
      .slice(index + 1)
      .filter((other) => shared(one, other))
      .flatMap((other) => ends.flatMap((end) => changesOfPlace(one[end], other[end], span))),
  ])
  return [...new Set(days)].filter((day) => day >= span.from && day <= span.until)
}

/** The days on which a length of time just falls short of a day, reaches it, and passes it. */
function daysAround(length: Duration, target: Day): readonly Day[] {
  const last = (limit: Day): Day => {
    let day = subtractDuration(limit, length)
    while (addDuration(day + 1, length) <= limit) day += 1
    while (addDuration(day, length) > limit) day -= 1
    return day
  }
  const [short, reached] = [last(target - 1), last(target)]
  return [short, short + 1, reached, reached + 1]
}

/** The longest and the shortest that a month can be on the average of some months, at their ends too. */
const [LONGEST_MONTH, SHORTEST_MONTH, AT_THE_ENDS] = [31, 28, 4]

function changesOfPlace(one: Duration, other: Duration, { from, until }: Span): readonly Day[] {
  const [months, days] = [one.months - other.months, other.days - one.days]
  const range = [months * LONGEST_MONTH, months * SHORTEST_MONTH]
  const isFixed = days < Math.min(...range) - AT_THE_ENDS || days > Math.max(...range) + AT_THE_ENDS
  if (months === 0 || isFixed) return []
  const found: Day[] = []
  let before: number | undefined
  for (let day = from; day <= until; day++) {
    const order = Math.sign(addDuration(day, one) - addDuration(day, other))
    if (before !== undefined && order !== before) found.push(day - 1, day)
    before = order
  }
  return found
}

function countedWindows({ ruleSet, policy }: RulesInForce): readonly Counted[] {
  return ruleSet.rules.flatMap(({ timing, event }) =>
    timing && event.type === 'recommend'
      ? [
          {
            anchor: timing.anchor,
            services: event.params.services,
            from: lengthOf(timing.from, policy),
            until: lengthOf(timing.until, policy),
          },
        ]
      : [],
  )
}

const distinct = (windows: readonly Counted[]): readonly Counted[] => [
  ...new Map(windows.map((window) => [JSON.stringify(window), window])).values(),
]
