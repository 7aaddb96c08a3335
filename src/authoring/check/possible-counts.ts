import { type Day, parseDuration, subtractDuration } from '../../core/calendar/day'
import type { Diagram, Diagrams, Value } from '../../core/diagram/diagram'

/**
 * Where rule sets merge spells or count reports differently, the same spells stand behind both: a rule set that merges
 * over longer gaps never finds a later first day, and one that looks back longer never counts fewer reports.
 *
 * @param firstDays From the shortest gap that merges to the longest.
 * @param reports By the length of time over which they are counted.
 */
export function possibleCounts(
  diagrams: Diagrams,
  asOf: Day,
  firstDays: readonly Diagram<Value>[],
  reports: ReadonlyMap<string, Diagram<Value>>,
): Diagram<boolean> {
  const fromShort = [...reports].sort(([a], [b]) => startOf(b, asOf) - startOf(a, asOf)).map(([, count]) => count)
  return diagrams.all([...pairs(firstDays, notLater, diagrams), ...pairs(fromShort, notFewer, diagrams)])
}

const startOf = (window: string, asOf: Day): Day => subtractDuration(asOf, parseDuration(window) ?? NONE)

const NONE = { months: 0, days: 0 }

const pairs = (
  counts: readonly Diagram<Value>[],
  fits: (first: Value, second: Value) => boolean,
  diagrams: Diagrams,
): readonly Diagram<boolean>[] =>
  counts.slice(1).map((second, index) => diagrams.combine(counts[index] as Diagram<Value>, second, fits))

const notLater = (first: Value, second: Value): boolean =>
  first === null || second === null ? first === second : (second as Day) <= (first as Day)

const notFewer = (first: Value, second: Value): boolean => (second as number) >= (first as number)
