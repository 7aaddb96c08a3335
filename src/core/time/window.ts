import type { Window } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Diagram, Value } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import type { TimingDocument } from '../rules/document'
import { lengthOf } from '../rules/length'
import { BASES, type Basis } from '../rules/parameter'
import type { Policy } from '../rules/policy'

/** A window of time in days: the service is best started from the first and by the last. */
export interface DayWindow {
  readonly from: Day
  readonly by: Day
  readonly state: Window['state']
  readonly basis: Basis
}

/** The window of a rule for an anchor day, or null when there is no anchor or its moment is over. */
export const windowFrom = (timing: TimingDocument, anchor: Day | null, asOf: Day, policy: Policy): DayWindow | null =>
  windowsOf(timing, asOf, policy)(anchor)

/** The same for one anchor day after the other. */
function windowsOf(timing: TimingDocument, asOf: Day, policy: Policy): (anchor: Day | null) => DayWindow | null {
  const { whenPassed, basis } = timing
  const [start, end] = [lengthOf(timing.from, policy), lengthOf(timing.until, policy)]
  return (anchor) => {
    if (anchor === null) return null
    const from = addDuration(anchor, start)
    const by = addDuration(anchor, end)
    const state = asOf < from ? 'planned' : asOf <= by ? 'due' : 'overdue'
    return state === 'overdue' && whenPassed === 'over' ? null : { from, by, state, basis }
  }
}

/** In the order of urgency between windows of the same days. */
const STATES = ['due', 'overdue', 'planned'] as const

/** Days before 1970 count from a day that no window reaches. */
const DAY_ZERO = 2 ** 22
const DAYS = 2 ** 23
const KINDS = STATES.length * BASES.length

/** The window as a number that diagrams can hold; the smaller, the more urgent: by its last day, then by its first. */
export const encodeWindow = ({ from, by, state, basis }: DayWindow): number =>
  ((by + DAY_ZERO) * DAYS + (from + DAY_ZERO)) * KINDS + STATES.indexOf(state) * BASES.length + BASES.indexOf(basis)

/** The last day of a window that was written as a number, counted from a day that no window reaches: 23 bits. */
export const urgencyOf = (code: number): number => Math.floor(code / (DAYS * KINDS)) | 0

export function decodeWindow(code: number): Window {
  const kind = code % KINDS
  const days = (code - kind) / KINDS
  const from = days % DAYS
  return {
    startFrom: formatDay(from - DAY_ZERO),
    startBy: formatDay((days - from) / DAYS - DAY_ZERO),
    state: STATES[Math.floor(kind / BASES.length)] as Window['state'],
    basis: BASES[kind % BASES.length] as Basis,
  }
}

/** The earlier of two windows; no window is later than any. */
export const moreUrgent = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null || a <= b ? a : b

/** Whether there is a window. */
export const exists = (window: number | null): boolean => window !== null

/** The window of a rule as a diagram over what its anchor can still be; null where there is none. */
export function windowDiagram(timing: TimingDocument, facts: Facts, asOf: Day, policy: Policy): Diagram<number | null> {
  const { forest } = facts
  const anchor: Diagram<Value> = timing.anchor === 'asOf' ? forest.known(asOf) : facts.fact(timing.anchor)
  return forest.map(
    anchor,
    facts.once(timing, () => codedWindows(timing, asOf, policy)),
  )
}

/** The windows of one timing on one day, for one anchor after the other. */
function codedWindows(timing: TimingDocument, asOf: Day, policy: Policy): (anchor: Value) => number | null {
  const windows = windowsOf(timing, asOf, policy)
  return (anchor) => {
    const window = windows(anchor as Day | null)
    return window && encodeWindow(window)
  }
}
