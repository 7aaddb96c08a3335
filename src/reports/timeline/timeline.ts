import type { Certainty, MilestoneState, Status, Timing } from '../../core/advice'

/** How the advice changes by time alone, if nothing else does. */
export interface Timeline {
  readonly asOf: string
  readonly until: string
  /** The days on which it changes, each with what changes. A day that is not listed brings nothing new. */
  readonly days: readonly TimelineDay[]
}

export interface TimelineDay {
  readonly on: string
  readonly status: Status
  readonly changes: readonly TimelineChange[]
}

/** `null` where there was nothing before, or is nothing after. */
export type TimelineChange =
  | { readonly kind: 'status'; readonly from: Status; readonly to: Status }
  | {
      readonly kind: 'recommendation'
      readonly service: string
      readonly title: string
      readonly from: TimelineEntry | null
      readonly to: TimelineEntry | null
    }
  | {
      readonly kind: 'milestone'
      readonly milestone: string
      readonly title: string
      readonly from: MilestoneState | null
      readonly to: MilestoneState | null
    }

/** A recommendation as time moves it. */
export interface TimelineEntry {
  readonly certainty: Certainty
  readonly state: Timing['state']
  readonly startFrom: string
  readonly startBy: string
  readonly held: boolean
  /** The needs that are not in place. */
  readonly blockedBy: readonly string[]
  /** The rules that speak for it, or still may. */
  readonly reasons: readonly string[]
}
