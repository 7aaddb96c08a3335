import { memo } from '../cache'
import { addDuration, type Day } from '../calendar/day'
import type { Case } from '../case/case'
import type { Diagram, Value } from '../diagram/diagram'
import type { Facts } from '../facts/derive-facts'
import type { TimingDocument } from '../rules/document'
import { lengthOf } from '../rules/length'
import { BASES, type Basis } from '../rules/parameter'
import { durationOr, type Policy } from '../rules/policy'
import { anchorsOf } from '../rules/rule-set'

/** A window of time in days: the service is best started from the first and by the last. */
export interface DayWindow {
  readonly from: Day
  readonly by: Day
  /** Counted from the day on which it was first due now, and not from a day of the case. */
  readonly now: boolean
  readonly basis: Basis
}

export type WindowState = 'planned' | 'due' | 'overdue'

/** Before, inside or after the window. */
export const stateOf = ({ from, by }: DayWindow, asOf: Day): WindowState =>
  asOf < from ? 'planned' : asOf <= by ? 'due' : 'overdue'

/**
 * What shifts the windows of one service in one case. A "now" is counted from the day on which it was first so; and
 * nothing is due for a person during a leave.
 */
export interface WindowContext {
  readonly asOf: Day
  readonly policy: Policy
  /** The day from which "now" counts: that on which an earlier advice raised the service, else `asOf`. */
  readonly since: Day
  /** A leave that is going on or that an ill employee has entered and that begins soon. */
  readonly leave: { readonly from: Day; readonly until: Day } | undefined
}

/** The days from which a timing counts, by the fact that gives each; null where there is none. */
export type AnchorDays = (fact: string) => Day | null

/** The window of a rule, or null when there is no anchor, its moment is over, or it is not there yet. */
export function windowFrom(timing: TimingDocument, anchors: AnchorDays, context: WindowContext): DayWindow | null {
  const { asOf, policy, since } = context
  const now = timing.anchor === 'asOf'
  const anchor = now ? since : anchors(timing.anchor)
  if (anchor === null) return null
  const earliest = timing.notBefore && limitDay(timing.notBefore, anchors, policy)
  if (earliest === null) return null
  const start = earliest === undefined ? anchor : Math.max(anchor, earliest)
  const window = {
    from: addDuration(start, lengthOf(timing.from, policy)),
    by: addDuration(start, lengthOf(timing.until, policy)),
  }
  if (timing.notShownBefore && asOf < addDuration(anchor, lengthOf(timing.notShownBefore, policy))) return null
  if (timing.whenPassed === 'over' && asOf > lastDay(timing, window.by, anchors, policy)) return null
  return {
    ...afterLeave(window, context),
    now: now && (earliest === undefined || earliest <= asOf),
    basis: timing.basis,
  }
}

/** The last day on which the reason is there, of a rule whose moment can be over. */
function lastDay(timing: TimingDocument, by: Day, anchors: AnchorDays, policy: Policy): Day {
  if (!timing.worthwhileUntil) return timing.anchor === 'asOf' ? Number.POSITIVE_INFINITY : by
  return limitDay(timing.worthwhileUntil, anchors, policy) ?? Number.POSITIVE_INFINITY
}

/** How long a service is of use for this reason; undefined where the rule does not say. */
export function worthwhileUntil(timing: TimingDocument, anchors: AnchorDays, policy: Policy): Day | undefined {
  return (timing.worthwhileUntil && limitDay(timing.worthwhileUntil, anchors, policy)) ?? undefined
}

function limitDay(
  { anchor, length }: NonNullable<TimingDocument['notBefore']>,
  anchors: AnchorDays,
  policy: Policy,
): Day | null {
  const day = anchors(anchor)
  return day === null ? null : addDuration(day, lengthOf(length, policy))
}

/** A window that a leave cuts into starts after it; one that would end before that keeps its length. */
function afterLeave<Window extends { readonly from: Day; readonly by: Day }>(
  window: Window,
  { asOf, leave }: WindowContext,
): Window {
  if (!leave || window.from > leave.until || window.by < Math.min(leave.from, asOf)) return window
  const back = leave.until + 1
  return {
    ...window,
    from: back,
    by: window.by > leave.until ? Math.max(window.by, back) : back + (window.by - window.from),
  }
}

/** The leave that keeps services waiting: one that is going on, or that begins soon and belongs to somebody who is ill. */
export function leaveInTheWay({ asOf, leaves, spells }: Case, policy: Policy): WindowContext['leave'] {
  const ill = spells?.at(-1) !== undefined && spells.at(-1)?.recoveredOn === undefined
  const soon = ill ? addDuration(asOf, durationOr(policy, 'leave.ahead')) : asOf
  return leaves?.find(({ from, until }) => until >= asOf && from <= soon)
}

/** Days before 1970 count from a day that no window reaches. */
const DAY_ZERO = 2 ** 22
const DAYS = 2 ** 23
const KINDS = 2 * BASES.length

/** The window as a number that diagrams can hold; the smaller, the more urgent: by its last day, then by its first. */
export const encodeWindow = ({ from, by, now, basis }: DayWindow): number =>
  ((by + DAY_ZERO) * DAYS + (from + DAY_ZERO)) * KINDS + (now ? BASES.length : 0) + BASES.indexOf(basis)

export function decodeWindow(code: number): DayWindow {
  const kind = code % KINDS
  const days = (code - kind) / KINDS
  const from = days % DAYS
  return {
    from: from - DAY_ZERO,
    by: (days - from) / DAYS - DAY_ZERO,
    now: kind >= BASES.length,
    basis: BASES[kind % BASES.length] as Basis,
  }
}

/** The more urgent of two windows; no window is less urgent than any. */
export const moreUrgent = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null || a <= b ? a : b

/** Whether there is a window. */
export const exists = (window: number | null): boolean => window !== null

/** The window of a rule, as `encodeWindow` writes it, over what the days from which it counts can still be. */
export function windowDiagram(timing: TimingDocument, facts: Facts, context: WindowContext): Diagram<number | null> {
  const { diagrams } = facts
  const [one, ...others] = anchorsOf(timing)
  if (one === undefined) return diagrams.known(windowAt(timing, [], context))
  const anchor = others.reduce<Diagram<Value>>(
    (all, next) => diagrams.combine(all, facts.fact(next), asText),
    facts.fact(one),
  )
  // Of the plain window of a day much is asked again, for one case after another.
  if (context.since === context.asOf && !context.leave)
    return diagrams.map(
      anchor,
      facts.once(timing, () => memo((days: Value) => windowAt(timing, daysIn(days), context))),
    )
  return diagrams.mapOnce(anchor, (days) => windowAt(timing, daysIn(days), context))
}

function windowAt(timing: TimingDocument, days: readonly (Day | null)[], context: WindowContext): number | null {
  const anchors = anchorsOf(timing)
  const window = windowFrom(timing, (fact) => days[anchors.indexOf(fact)] ?? null, context)
  return window && encodeWindow(window)
}

/** Several days are joined as a text: there are few. */
const asText = (left: Value, right: Value): string => `${left} ${right}`
const daysIn = (days: Value): readonly (Day | null)[] =>
  typeof days === 'string'
    ? days.split(' ').map((part) => (part === 'null' ? null : Number(part)))
    : [days as Day | null]
