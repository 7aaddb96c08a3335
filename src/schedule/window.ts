import type { Window } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Facts } from '../facts/derive-facts'
import type { Diagram, Value } from '../facts/diagram'
import { BASES, type Basis } from '../policy/parameter'
import type { Policy } from '../policy/policy'
import type { TimingDocument } from '../rule-set/document'
import { lengthOf } from '../rule-set/length'

/** A window of time in days: the service is best started from the first and by the last. */
export interface DayWindow {
  readonly from: Day
  readonly by: Day
  readonly state: Window['state']
  readonly basis: Basis
}

/** The window of a rule for an anchor day, or null when there is no anchor or its moment is over. */
export function windowFrom(timing: TimingDocument, anchor: Day | null, asOf: Day, policy: Policy): DayWindow | null {
  if (anchor === null) return null
  const from = addDuration(anchor, lengthOf(timing.from, policy))
  const by = addDuration(anchor, lengthOf(timing.until, policy))
  const state = asOf < from ? 'planned' : asOf <= by ? 'due' : 'overdue'
  return state === 'overdue' && timing.whenPassed === 'over' ? null : { from, by, state, basis: timing.basis }
}

/** The window as a value that diagrams can hold; windows sort as their texts do, the most urgent first. */
export const encodeWindow = ({ from, by, state, basis }: DayWindow): string =>
  [formatDay(by), formatDay(from), state, BASES.indexOf(basis)].join('|')

export function decodeWindow(text: string): Window {
  const [startBy, startFrom, state, basis] = text.split('|') as [string, string, Window['state'], string]
  return { startFrom, startBy, state, basis: BASES[Number(basis)] as Basis }
}

/** The earlier of two windows; no window is later than any. */
export const moreUrgent = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null || a <= b ? a : b

/** The window of a rule as a diagram over what its anchor can still be; null where there is none. */
export function windowDiagram(timing: TimingDocument, facts: Facts, asOf: Day, policy: Policy): Diagram<string | null> {
  const { forest } = facts
  const anchor: Diagram<Value> = timing.anchor === 'asOf' ? forest.known(asOf) : facts.fact(timing.anchor)
  return forest.map(anchor, (day) => {
    const window = windowFrom(timing, day as Day | null, asOf, policy)
    return window && encodeWindow(window)
  })
}
