import type { Basis } from './rules/parameter'
import type { Role } from './snapshot/fact'

/**
 * What `triage` answers. Days are `YYYY-MM-DD`; texts are in the locale of the call.
 * The same snapshot, rule set and policy give the same bytes.
 */
export interface Advice {
  readonly adviceVersion: 1
  readonly asOf: string
  readonly ruleSet: { readonly id: string; readonly version: string; readonly digest: string }
  readonly status: Status
  /** True when no unanswered fact could change the recommendations. */
  readonly complete: boolean
  readonly audience: Audience
  readonly recommendations: readonly Recommendation[]
  readonly checklists: readonly ChecklistOutcome[]
  readonly notices: readonly Notice[]
  readonly openQuestions: readonly OpenQuestion[]
  /** Null when the employee is not absent, or the first day of illness is unknown. */
  readonly calendar: Calendar | null
}

export type Audience = 'full' | 'employer'
export const AUDIENCES = ['full', 'employer'] as const satisfies readonly Audience[]

/** For the employer, this stands in the place of every rule and checklist that reads a medical-tier fact. */
export const PHYSICIAN_ADVICE = 'physician-advice'

/** Stands in the place of a rule where a service was, or may have been, delivered too recently to be asked again. */
export const RECENTLY_DELIVERED = 'recently-delivered'

export type Status = 'refer-now' | 'plan-referral' | 'no-referral' | 'more-information-needed'

/** `certain`: met by what is known. `possible`: depends on an unanswered fact. */
export type Certainty = 'certain' | 'possible'

export interface Recommendation {
  readonly service: string
  readonly title: string
  readonly certainty: Certainty
  readonly timing: Timing
  readonly blockedBy: readonly Block[]
  readonly heldBy: readonly Hold[]
  /** Waivers that would remove a reason; a certain one has removed it already. */
  readonly waivedBy: readonly Waiver[]
  readonly reasons: readonly Reason[]
}

export interface Window {
  readonly startFrom: string
  readonly startBy: string
  /** Before, inside or after the window on `asOf`. */
  readonly state: 'planned' | 'due' | 'overdue'
  readonly basis: Basis
}

/** The most urgent window that the answers still allow: an unanswered fact never moves a date later. */
export interface Timing extends Window {
  /** The least urgent one: whatever else is answered, a service that is recommended starts by then. */
  readonly latest: Window
  /** The unanswered facts that decide between the two; empty when the window is known. */
  readonly dependsOn: readonly string[]
}

/** What must be in place first, and the step that puts it there. */
export interface Block {
  readonly need: string
  readonly title: string
  readonly state: 'unmet' | 'unknown'
  readonly firstStep: string
}

export interface Waiver {
  readonly rule: string
  readonly certainty: 'possible'
  readonly text: string
}

export interface Hold {
  readonly rule: string
  readonly certainty: Certainty
  /** The day to look again. */
  readonly reviewOn: string
  readonly text: string
}

export interface Citation {
  readonly id: string
  readonly section: string
}

export interface Reason {
  readonly rule: string
  readonly checklist: string
  readonly certainty: Certainty
  readonly text: string
  readonly sources: readonly Citation[]
  /** The facts that speak for it, by id. */
  readonly facts: readonly string[]
}

export interface ChecklistOutcome {
  readonly id: string
  readonly title: string
  readonly outcome: 'positive' | 'negative' | 'open'
}

export interface Notice {
  readonly id: string
  readonly on?: string
  readonly state: NoticeState
  readonly basis: Basis
  readonly text: string
  readonly sources: readonly Citation[]
}

/** `applies` and `may-apply` for what a rule says; the others for a deadline. */
export type NoticeState = 'applies' | 'may-apply' | MilestoneState

/**
 * Where a deadline stands on `asOf`: `upcoming`; `due` inside its window; `passed` when its day is over and
 * nothing tells whether it was met. Once it is known to be done or not done: `on-time`, `late`,
 * `late-motivated` (a reasoned deviation, WVP-07), or `late-motivation-unknown`.
 */
export type MilestoneState =
  | 'upcoming'
  | 'due'
  | 'passed'
  | 'on-time'
  | 'late'
  | 'late-motivated'
  | 'late-motivation-unknown'

export interface OpenQuestion {
  readonly fact: string
  /** Not asked yet; or asked, and not known, said not to apply, or not answered on purpose. All four weigh the same. */
  readonly state: 'not-asked' | 'unknown' | 'not-applicable' | 'refused'
  readonly question: string
  readonly askedOf: Role
  /** The services whose recommendation, timing, holds or needs the answer can change. */
  readonly decides: readonly string[]
}

export interface Calendar {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly ordinalWeek: number
  readonly completedMonths: number
  readonly milestones: readonly Milestone[]
  /** The other calendars that the answers still allow, and the facts that decide between them. */
  readonly alternatives: readonly CalendarAlternative[]
}

export interface CalendarAlternative {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly ordinalWeek: number
  readonly dependsOn: readonly string[]
}

export interface Milestone {
  readonly id: string
  readonly title: string
  /** First day of the window, where the milestone has one. */
  readonly from?: string
  readonly on: string
  readonly basis: Basis
  readonly state: MilestoneState
}
