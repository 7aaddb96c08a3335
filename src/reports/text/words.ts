import type { Audience, ChecklistOutcome, NoticeState, OpenQuestion, Status } from '../../core/advice'
import type { Basis } from '../../core/rules/parameter'
import type { Role } from '../../core/snapshot/fact'

/** Everything the page says that the advice does not. Days arrive as people write them. */
export interface Words {
  readonly status: Readonly<Record<Status, { readonly headline: string; readonly meaning: string }>>
  readonly assessedOn: (day: string) => string
  readonly openCount: (count: number) => string
  readonly audience: Readonly<Record<Audience, string>>
  readonly headings: Readonly<Record<Heading, string>>
  readonly labels: Readonly<Record<Label, string>>
  readonly when: WindowWords
  readonly basis: Readonly<Record<Basis, string>>
  readonly windowBasis: (basis: string) => string
  readonly reviewOn: (day: string) => string
  readonly ifSo: (text: string) => string
  readonly moreReasons: (count: number) => string
  readonly noticeState: Readonly<Record<NoticeState, string>>
  readonly since: (day: string) => string
  readonly role: Readonly<Record<Role, string>>
  readonly questionState: Readonly<Record<OpenQuestion['state'], string>>
  readonly decides: (questions: number, services: string) => string
  readonly noCalendar: string
  readonly calendar: (firstDay: string, completedWeeks: number, ordinalWeek: number, completedMonths?: number) => string
  readonly otherwise: (question: string, calendar: string) => string
  readonly outcome: Readonly<Record<ChecklistOutcome['outcome'], string>>
  readonly ruleSet: (id: string, version: string, digest: string) => string
  readonly personDecides: string
}

export type Heading = 'certain' | 'possible' | 'notices' | 'deadlines' | 'questions' | 'calendar' | 'checklists'
export type Label = 'when' | 'why' | 'perhapsWhy' | 'unmet' | 'unknown' | 'held' | 'perhapsHeld' | 'waived'

/** What to say of a window of time: known, one that an unanswered question may move, and one that is on hold. */
export interface WindowWords {
  readonly planned: (from: string, by: string) => string
  readonly due: (by: string) => string
  readonly overdue: (by: string) => string
  readonly maybePlanned: (questions: string, from: string) => string
  readonly maybeDue: (questions: string, by: string, latest: string) => string
  readonly maybeOverdue: (questions: string) => string
  readonly held: (from: string, by: string) => string
  readonly maybeHeld: (questions: string) => string
  readonly andMore: (count: number) => string
}
