import { version } from '../../package.json'
import type { Basis } from './rules/parameter'
import type { Locale, Role } from './snapshot/fact'

/**
 * What `triage` answers. Days are `YYYY-MM-DD`; texts are in the locale of the call.
 * The same snapshot, rule set, policy and options give the same bytes. An advice belongs to its caller: nothing in it
 * is shared with another call.
 */
export interface Advice {
  readonly adviceVersion: 2
  readonly asOf: string
  readonly ruleSet: { readonly id: string; readonly version: string; readonly digest: string }
  /** The version of this package. */
  readonly package: string
  readonly locale: Locale
  readonly audience: Audience
  readonly status: Status
  readonly statusText: string
  /** The one step. */
  readonly next: NextStep
  /** Services that are due now beside the step. */
  readonly also: readonly string[]
  /** True when no open answer can replace the step, but for its named caveats. */
  readonly settled: boolean
  /** True when no unanswered fact could change the recommendations. */
  readonly complete: boolean
  /** False where the node budget of the decision diagrams ended: what is listed is sound, and may list too much. */
  readonly exact: boolean
  /** Up to three screens of questions that can still change the step, the most telling first. */
  readonly ask: readonly AskScreen[]
  readonly recommendations: readonly Recommendation[]
  /** Full audience only: what the physician could release to the employer, item by item. */
  readonly toRelease?: Release
  readonly checklists: readonly ChecklistOutcome[]
  readonly notices: readonly Notice[]
  readonly openQuestions: readonly OpenQuestion[]
  /** Null when the employee is not absent, or the first day of illness is unknown. */
  readonly calendar: Calendar | null
}

/** Who reads: the employer's side, or the physician's side, which may read all. */
export type Audience = 'full' | 'employer'
export const AUDIENCES = ['full', 'employer'] as const satisfies readonly Audience[]

/** Pseudo-rules of the engine itself: ids that stand where a rule's id stands. */
export const ENGINE_RULES = {
  /** A reason: the physician advises it (physician.advises). */
  physicianAdvises: 'physician-advises',
  /** A hold: the physician asks to wait (physician.waitUntil). */
  physicianWaits: 'physician-waits',
  /** A hold: the employee does not agree. */
  notWilling: 'not-willing',
  /** A hold: somebody declined it (process.services, state declined). */
  declined: 'declined',
  /** A waiver: delivered too recently, or its question was answered. */
  delivered: 'recently-delivered',
  /** A waiver: not for somebody of this regime. */
  notFor: 'not-for-regime',
  /** A reason of the meanwhile service: it stands in while another is blocked. */
  meanwhile: 'meanwhile',
} as const

/** The advice in one word. */
export type Status = 'refer-now' | 'plan-referral' | 'no-referral' | 'more-information-needed'
/** `certain`: in every completion, but for the caveats that are named. `possible`: in some. */
export type Certainty = 'certain' | 'possible'

/** The one thing to do, in one sentence and as data. */
export type NextStep = RequestStep | PlanStep | ArrangeStep | AskStep | WaitStep | NoStep

interface Step {
  /** For a job group and not for the person. */
  readonly level?: 'group'
  /** One plain sentence: what, by when, why. */
  readonly text: string
}
interface RequestStep extends Step {
  readonly kind: 'request'
  readonly service: string
  readonly title: string
  /** The last day to start on. */
  readonly by: string
  /** The day on which it was first due, where its window counts from that day. */
  readonly since?: string
  /** First steps: what must be arranged for it. */
  readonly arrange: readonly string[]
  readonly meanwhile?: string
  readonly sooner?: Sooner
}
interface PlanStep extends Step {
  readonly kind: 'plan'
  readonly service: string
  readonly title: string
  readonly from: string
  readonly by: string
}
/** What must be there before the service is even requested. */
interface ArrangeStep extends Step {
  readonly kind: 'arrange'
  /** A need, or `follow-up` for a service under way that is late: ask what became of it. */
  readonly need: string
  /** Whom to ask. */
  readonly of: Role | 'employer'
  readonly by: string
  readonly for: string
}
interface AskStep extends Step {
  readonly kind: 'ask'
  readonly questions: readonly AskScreen[]
}
interface WaitStep extends Step {
  readonly kind: 'wait'
  readonly until: string
}
interface NoStep extends Step {
  readonly kind: 'none'
}

/** One screen of questions that can still change the step, as `ask` lists them. */
export interface AskScreen {
  readonly id: string
  readonly title: string
  /** Fact ids, only those that can still change the step. */
  readonly facts: readonly string[]
  /** What it could change, as a question. */
  readonly text: string
}

/** One service: why, by when, what goes before it, and what stands in its way. */
export interface Recommendation {
  readonly service: string
  readonly title: string
  readonly level: 'person' | 'group'
  readonly effort: Effort
  readonly certainty: Certainty
  /** The smallest number of open answers that make it certain; 0 when it is. */
  readonly answersAway: number
  /** Its rank among services that are due; 1 goes first. */
  readonly priority: number
  readonly timing: Timing
  /** Asked for, or planned, already. */
  readonly underway?: Underway
  readonly coveredBy: readonly Relation[]
  readonly after: readonly Relation[]
  readonly blockedBy: readonly Block[]
  /** The service that stands in while this one, the step, is blocked. */
  readonly meanwhile?: string
  readonly heldBy: readonly Hold[]
  /** Caveats: what would remove a reason if it turns out to be so. */
  readonly waivedBy: readonly Waiver[]
  readonly requestedBy: readonly string[]
  readonly reasons: readonly Reason[]
}

export type Effort = 'talk' | 'visit' | 'assessment' | 'guidance' | 'conference' | 'trajectory' | 'statutory' | 'group'

/** Another service that covers this one or goes before it. */
export interface Relation {
  readonly service: string
  readonly certainty: Certainty
}

interface Underway {
  readonly state: 'requested' | 'planned'
  readonly since: string
  /** On the day of the advice: still to come or in time, or later than it should be. */
  readonly late: boolean
}

/** The window by which the service must be started whatever else is answered. */
export interface Timing {
  readonly startFrom: string
  readonly startBy: string
  /** Of a possible recommendation never `overdue`. */
  readonly state: 'planned' | 'due' | 'overdue'
  /** The day from which a "now" is counted. */
  readonly since?: string
  readonly basis: Basis
  /** The same in words: "by 28 September". */
  readonly text: string
  /** How long it is of use: not an urgency. */
  readonly worthwhileUntil?: string
  /** The most urgent window that the open answers still allow. It has no state: nothing is due because of it. */
  readonly sooner?: Sooner
}

/** The most urgent window that open answers still allow, with the facts it depends on. */
export interface Sooner {
  readonly startFrom: string
  readonly startBy: string
  /** The unanswered facts that decide. */
  readonly dependsOn: readonly string[]
  readonly text: string
}

/** What must be in place first, and the step that puts it there. */
export interface Block {
  readonly need: string
  readonly title: string
  readonly state: 'unmet' | 'unknown'
  /** True: not even requested until it is met. */
  readonly before?: true
  readonly firstStep: string
}

/** What may withdraw a service, while that is not certain. */
export interface Waiver {
  readonly rule: string
  readonly certainty: 'possible'
  readonly text: string
}

/** A reason to wait with a service, and until when to look again. */
export interface Hold {
  readonly rule: string
  readonly certainty: Certainty
  /** Since when, as far as anybody recorded. */
  readonly since?: string
  /** The day to look again. */
  readonly reviewOn: string
  readonly text: string
}

/** A source by its id in `rules/sources.json`, and the section in it. */
export interface Citation {
  readonly id: string
  readonly section: string
}

/** One rule that recommends a service, with its text, its sources and the facts it rests on. */
export interface Reason {
  readonly rule: string
  readonly checklist: string
  readonly certainty: Certainty
  /** Of a possible reason put as a question. */
  readonly text: string
  readonly sources: readonly Citation[]
  /** The facts that speak for it, by id. */
  readonly facts: readonly string[]
}

/** What the physician could let the employer know: `release` takes it, whole or in part. */
export interface Release {
  readonly advises: readonly { readonly service: string; readonly by: string }[]
  readonly waitUntil?: string
}

/** What became of one checklist as a whole. */
export interface ChecklistOutcome {
  readonly id: string
  readonly title: string
  readonly outcome: 'positive' | 'negative' | 'open'
}

/** Something that its reader must know and that is no service. */
export interface Notice {
  readonly id: string
  readonly on?: string
  readonly state: NoticeState
  readonly basis: Basis
  readonly text: string
  readonly sources: readonly Citation[]
}
/** `applies` and `may-apply` for what a rule says; the others for a deadline. */
/** How a notice stands on the day of the case. */
export type NoticeState = 'applies' | 'may-apply' | MilestoneState

/** How a milestone stands on the day of the case. */
export type MilestoneState =
  | 'upcoming'
  | 'due'
  | 'passed'
  | 'on-time'
  | 'late'
  | 'late-motivated'
  | 'late-motivation-unknown'

/** An unanswered fact that can still change a service, its window, a hold or a need. */
export interface OpenQuestion {
  readonly fact: string
  readonly state: 'not-asked' | 'unknown' | 'not-applicable' | 'refused'
  readonly question: string
  readonly askedOf: Role
  /** The services whose recommendation, timing, holds or needs the answer can change. */
  readonly decides: readonly string[]
}

/** Where the case stands in time: its first day, its weeks, and the days that law or guidance attach to them. */
export interface Calendar {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly ordinalWeek: number
  readonly completedMonths: number
  /** On leave on `asOf`: neither ill nor at work. */
  readonly onLeave: boolean
  readonly milestones: readonly Milestone[]
  readonly alternatives: readonly CalendarAlternative[]
}

/** The other way of counting, while it is open whether two spells of illness are one. */
export interface CalendarAlternative {
  readonly effectiveFirstDay: string
  readonly completedWeeks: number
  readonly ordinalWeek: number
  readonly dependsOn: readonly string[]
}

/** A day that law or guidance attaches to the case. */
export interface Milestone {
  readonly id: string
  readonly title: string
  readonly from?: string
  readonly on: string
  readonly basis: Basis
  readonly state: MilestoneState
  /** State and day in words. */
  readonly text: string
}

/** The version of this package, which every advice names. */
export const PACKAGE_VERSION: string = version
