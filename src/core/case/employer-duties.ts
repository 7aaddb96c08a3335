import type { Day } from '../calendar/day'
import { addDuration, type Duration } from '../calendar/duration'

/** How long an employer pays wages during illness, from the effective first day (BW 7:629(1) and (2)). */
export interface WagePeriods {
  readonly full: Duration
  /** For somebody past the state pension age. */
  readonly pastPensionAge: Duration
}

/** The last day of the period of wages; null without a first day of illness. */
export const wagesEnd = (first: Day | null, pastPensionAge: boolean, periods: WagePeriods): Day | null =>
  first === null ? null : addDuration(first, pastPensionAge ? periods.pastPensionAge : periods.full) - 1

/** A sanction, a joint request or a late application prolongs that period (BW 7:629(11)); nothing shortens it here. */
export const prolonged = (end: Day | null, until: Day | null): Day | null =>
  end === null || until === null ? end : Math.max(end, until)

/** A contract that ends, ends the duties of the employer (BW 7:658a(1), ZW 38(2)). */
export const endedByContract = (end: Day | null, contractEndsOn: Day | null): Day | null =>
  end === null || contractEndsOn === null ? end : Math.min(end, contractEndsOn)
