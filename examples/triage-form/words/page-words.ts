import type { Advice, Locale, Recommendation, Role } from 'verwijswijzer/browser'
import { DUTCH } from './dutch'
import { ENGLISH } from './english'

type State = Recommendation['timing']['state']
type Basis = Recommendation['timing']['basis']
type NoticeState = Advice['notices'][number]['state']

/** What the page says that the library does not. Days arrive as people write them. */
export interface PageWords {
  readonly title: string
  readonly skip: string
  readonly head: {
    readonly language: string
    readonly role: string
    readonly roles: Readonly<Record<Role, string>>
    readonly consent: string
    readonly asOf: string
    readonly asOfMissing: string
    readonly caseId: string
    readonly caseIdHelp: string
    readonly file: string
    readonly open: string
    readonly save: string
    readonly print: string
    readonly startOver: string
    readonly sureToLose: string
    readonly kept: string
    readonly opened: (file: string) => string
    readonly saved: (file: string) => string
    readonly savedWithoutMedical: string
    readonly openedWithoutMedical: string
    readonly started: string
    readonly notJson: string
    readonly notACase: string
  }
  readonly questions: {
    readonly title: string
    readonly sections: string
    readonly progress: (answered: number, unknown: number, open: number) => string
    readonly next: string
    readonly done: string
    readonly showAll: string
    readonly hidden: (count: number) => string
    readonly standing: (answered: number, all: number) => string
    readonly askOf: (role: string) => string
    readonly decides: (services: readonly string[]) => string
    readonly irrelevant: string
    readonly skipped: string
    readonly clear: string
    readonly clearOf: (question: string) => string
    readonly insteadOf: string
    readonly unknown: Readonly<Record<'unknown' | 'unknown:not-applicable' | 'unknown:refused', string>>
    readonly nothing: Readonly<Partial<Record<string, string>>>
    readonly units: Readonly<Partial<Record<string, string>>>
    readonly number: string
    readonly day: string
    readonly kind: string
    readonly columns: Readonly<Record<string, string>>
    readonly optional: string
    readonly noAnswer: string
    readonly item: Readonly<Record<string, string>>
    readonly add: Readonly<Record<string, string>>
    readonly remove: (item: string) => string
    readonly row: (row: number) => string
    readonly inRow: (row: number) => string
    readonly unfinished: (what: string) => string
  }
  readonly advice: {
    readonly title: string
    readonly version: string
    readonly versions: Readonly<Record<Advice['audience'], string>>
    readonly audience: Readonly<Record<Advice['audience'], string>>
    readonly status: Readonly<Record<Advice['status'], { readonly headline: string; readonly meaning: string }>>
    readonly assessedOn: (day: string) => string
    readonly caseId: (caseId: string) => string
    readonly openCount: (count: number) => string
    readonly notCounted: string
    readonly certain: string
    readonly nothingCertain: string
    readonly possible: string
    readonly possibleMeaning: string
    readonly excluded: (count: number) => string
    readonly badge: Readonly<Record<State | 'held' | 'perhapsOverdue', string>>
    readonly due: (by: string) => string
    readonly dueOr: (by: string, latest: string) => string
    readonly planned: (from: string, by: string) => string
    readonly plannedOr: (from: string, latest: string) => string
    readonly overdue: (by: string) => string
    readonly overdueOr: string
    readonly perhapsOverdue: string
    readonly held: (from: string, by: string) => string
    readonly heldOr: string
    readonly basis: (basis: Basis) => string
    readonly unmet: string
    readonly toFindOut: string
    readonly onHold: string
    readonly perhapsHold: string
    readonly reviewOn: (day: string) => string
    readonly mayLapse: string
    readonly why: (count: number) => string
    readonly perhapsWhy: (count: number) => string
    readonly sources: string
    readonly windowDependsOn: (count: number) => string
    readonly dependsOn: (count: number) => string
    readonly notices: string
    readonly mayApply: string
    readonly deadlines: string
    readonly noticeState: Readonly<Record<NoticeState, string>>
    readonly since: (day: string) => string
    readonly calendar: (firstDay: string, completed: number, ordinal: number) => string
    readonly orElse: (firstDay: string, ordinal: number) => string
    readonly timeline: string
    readonly ask: string
    readonly nothingToAsk: string
    readonly ownQuestions: (count: number) => string
    readonly questionsOf: (count: number) => string
    readonly checklists: string
    readonly outcome: Readonly<Record<Advice['checklists'][number]['outcome'], string>>
    readonly ruleSet: (id: string, version: string) => string
    readonly personDecides: string
  }
  readonly changes: {
    readonly status: (headline: string) => string
    readonly certain: (titles: string) => string
    readonly earlier: (titles: string) => string
    readonly later: (titles: string) => string
    readonly gone: (titles: string) => string
    readonly possible: (count: number) => string
    readonly none: string
    readonly left: (count: number) => string
    readonly notCounted: string
  }
}

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { nl: DUTCH, en: ENGLISH }
