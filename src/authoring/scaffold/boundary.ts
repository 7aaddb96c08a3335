import type { Day } from '../../core/calendar/day'
import { addDuration } from '../../core/calendar/duration'
import type { Diagram, Value } from '../../core/diagram/diagram'
import { compare } from '../../core/evaluate/compare'
import type { Leaf } from '../../core/rules/document'
import { lengthOf } from '../../core/rules/length'
import type { Policy } from '../../core/rules/policy'
import { type Rule, thresholdOf } from '../../core/rules/rule-set'
import { decidersOf, mayLackWindow } from '../coverage/goals-of'
import { ruleDiagramWith, type Sight } from '../coverage/rule-diagram'

/** A case next to which a rule turns: at the mark of a comparison or just short of it, on either side of a window. */
export type Boundary =
  | { readonly kind: 'mark'; readonly rule: Rule; readonly leaf: Leaf; readonly meets: boolean }
  | { readonly kind: 'window'; readonly rule: Rule; readonly day: WindowDay }

/** Days beside the ends of a window. */
export const WINDOW_DAYS = ['day-short', 'first-day', 'last-day', 'day-past'] as const
export type WindowDay = (typeof WINDOW_DAYS)[number]

const ORDERED: ReadonlySet<string> = new Set(['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])

export function boundariesOf(rule: Rule): readonly Boundary[] {
  const breakpoints = decidersOf(rule).flatMap((leaf): Boundary[] => {
    if (leaf === 'window' || !ORDERED.has(leaf.operator)) return []
    return [false, true].map((meets) => ({ kind: 'mark', rule, leaf, meets }))
  })
  const days = mayLackWindow(rule) ? WINDOW_DAYS.map((day): Boundary => ({ kind: 'window', rule, day })) : []
  return [...breakpoints, ...days]
}

/** What is seen of one case, or of every case on a day. */
export interface BoundarySight extends Sight {
  readonly asOf: Day
  readonly policy: Policy
  fact(id: string): Diagram<Value>
}

/** True in the cases that stand on a boundary while the rest of the rule is met. */
export function onBoundary(boundary: Boundary, sight: BoundarySight): Diagram<boolean> {
  const { diagrams, policy, asOf, fact } = sight
  const { rule } = boundary
  if (boundary.kind === 'window') {
    const { timing } = rule
    if (!timing) return diagrams.known(false)
    const at = (day: Value): boolean => {
      if (typeof day !== 'number') return false
      const from = addDuration(day, lengthOf(timing.from, policy))
      const until = addDuration(day, lengthOf(timing.until, policy))
      const days = { 'day-short': from - 1, 'first-day': from, 'last-day': until, 'day-past': until + 1 }
      return days[boundary.day] === asOf
    }
    return diagrams.all([sight.holds(rule.when), diagrams.map(fact(timing.anchor), at)])
  }
  const { leaf, meets } = boundary
  const threshold = thresholdOf(leaf, policy)
  const is = (value: number): boolean => compare(leaf.operator, value, threshold)
  const isNext = (value: Value): boolean =>
    typeof value === 'number' &&
    Number.isInteger(value) &&
    is(value) === meets &&
    (is(value - 1) !== meets || is(value + 1) !== meets)
  return diagrams.all([
    diagrams.map(fact(leaf.fact), isNext),
    ruleDiagramWith(rule, leaf, true, sight),
    diagrams.not(ruleDiagramWith(rule, leaf, false, sight)),
  ])
}
