import type { Audience, ChecklistOutcome, Effort, NoticeState, OpenQuestion } from '../../core/advice'
import type { Basis } from '../../core/rules/parameter'
import type { Role } from '../../core/snapshot/fact'

/** What a page says beside the words of the advice itself. Days arrive as people write them. */
export interface Words {
  readonly audience: Readonly<Record<Audience, string>>
  /** How far the case is. */
  readonly stand: {
    readonly week: (ordinal: number) => string
    readonly onLeave: string
    readonly unknown: string
    readonly noAbsence: string
  }
  readonly headings: Readonly<Record<Heading, string>>
  readonly labels: Readonly<Record<Label, string>>
  readonly effort: Readonly<Record<Effort, string>>
  readonly basis: Readonly<Record<Basis, string>>
  readonly noticeState: Readonly<Record<NoticeState, string>>
  readonly role: Readonly<Record<Role, string>>
  readonly requestedBy: Readonly<Record<string, string>>
  readonly questionState: Readonly<Record<OpenQuestion['state'], string>>
  readonly outcome: Readonly<Record<ChecklistOutcome['outcome'], string>>
  readonly and: string
  readonly andMore: (count: number) => string
  readonly beside: string
  readonly after: (title: string) => string
  /** After the step: what that brings decides whether it is still needed. */
  readonly afterwards: string
  readonly maybe: string
  readonly questions: (count: number) => string
  readonly covered: (titles: string, by: string) => string
  readonly coveredBy: (titles: string) => string
  readonly heldUntil: (count: number, day: string) => string
  readonly underway: Readonly<Record<'requested' | 'planned', (day: string) => string>>
  readonly late: string
  readonly forGroup: string
  readonly perhaps: (titles: string) => string
  readonly dependsOn: (questions: string) => string
  readonly reviewOn: (day: string) => string
  readonly since: (day: string) => string
  readonly settled: (open: number) => string
  readonly allServices: string
  readonly appliesTo: (titles: string) => string
  readonly decides: (titles: string) => string
  readonly noCalendar: string
  readonly calendar: (firstDay: string, completedWeeks: number, ordinalWeek: number, completedMonths?: number) => string
  readonly otherwise: (question: string, calendar: string) => string
  readonly release: (title: string, day: string) => string
  readonly releaseWait: (day: string) => string
  readonly ruleSet: (id: string, version: string, digest: string) => string
  readonly inexact: string
  readonly more: string
  readonly whole: string
  readonly personDecides: string
}

export type Heading =
  | 'later'
  | 'deadlines'
  | 'questionsLeft'
  | 'remarks'
  | 'services'
  | 'caveats'
  | 'release'
  | 'calendar'
  | 'checklists'
export type Label =
  | 'why'
  | 'perhapsWhy'
  | 'first'
  | 'findOut'
  | 'meanwhile'
  | 'held'
  | 'perhapsHeld'
  | 'waived'
  | 'sooner'
  | 'order'
  | 'worthwhile'
  | 'basis'
  | 'effort'
  | 'requestedBy'
  | 'unless'
