import type { Status } from '../../core/advice'
import type { AdviceChange } from './compare-advice'

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
  readonly changes: readonly AdviceChange[]
}
