import type { Locale, Role } from 'verwijswijzer/browser'
import { DUTCH } from './dutch'
import { ENGLISH } from './english'

/** What the page says that the library does not. Days arrive as people write them. */
export interface PageWords {
  readonly title: string
  readonly skipToQuestions: string
  readonly skipToStep: string
  readonly head: {
    readonly language: string
    readonly settings: string
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
    readonly keepDraft: string
    readonly kept: string
    readonly notKept: string
    readonly restored: string
    readonly opened: (file: string) => string
    readonly received: string
    readonly saved: (file: string) => string
    readonly savedWithoutMedical: string
    readonly openedWithoutMedical: string
    readonly started: string
    readonly notJson: string
    readonly notACase: string
  }
  readonly step: {
    readonly title: string
    readonly kinds: Readonly<Record<'request' | 'plan' | 'arrange' | 'ask' | 'wait' | 'none', string>>
    readonly by: (day: string) => string
    readonly between: (from: string, by: string) => string
    readonly until: (day: string) => string
    readonly waitingOn: string
    readonly meanwhile: (title: string) => string
    readonly also: (titles: readonly string[]) => string
    readonly open: string
    readonly settled: string
    readonly week: (week: number) => string
    readonly employerVersion: string
    readonly fullVersion: string
    readonly notCounted: string
    readonly personDecides: string
    readonly changed: (text: string) => string
  }
  readonly nav: {
    readonly label: string
    readonly questions: string
    readonly answers: string
    readonly services: string
    readonly release: string
  }
  readonly questions: {
    readonly screen: (at: number, left: number) => string
    readonly next: string
    readonly back: string
    readonly finish: string
    readonly keys: string
    readonly whatCounts: string
    readonly noAnswerLabel: string
    readonly noAnswerOf: (question: string) => string
    readonly hasAnswer: string
    readonly done: string
    readonly skipped: string
    readonly askAgain: string
    readonly askOf: (role: string) => string
    readonly irrelevant: string
    readonly clear: string
    readonly clearOf: (question: string) => string
    readonly unknown: Readonly<Record<'unknown' | 'unknown:not-applicable' | 'unknown:refused', string>>
    readonly nothing: Readonly<Partial<Record<string, string>>>
    readonly units: Readonly<Partial<Record<string, string>>>
    readonly number: string
    readonly day: string
    readonly kind: string
    readonly columns: Readonly<Record<string, string>>
    readonly optional: Readonly<Record<string, string>>
    readonly states: Readonly<Record<string, string>>
    readonly noAnswer: string
    readonly item: Readonly<Record<string, string>>
    readonly add: Readonly<Record<string, string>>
    readonly remove: (item: string) => string
    readonly row: (row: number) => string
    readonly inRow: (row: number) => string
    readonly unfinished: (what: string) => string
  }
  readonly answers: {
    readonly title: string
    readonly none: string
    readonly change: string
    readonly changeOf: (question: string) => string
    readonly notAnswered: string
    readonly yes: string
    readonly no: string
  }
  readonly services: {
    readonly title: string
    readonly certain: string
    readonly nothingCertain: string
    readonly possible: (count: number) => string
    readonly excluded: (count: number) => string
    readonly why: string
    readonly sources: string
    readonly unmet: string
    readonly toFindOut: string
    readonly caveats: string
    readonly coveredBy: (titles: readonly string[]) => string
    readonly after: (titles: readonly string[]) => string
    readonly notices: string
    readonly deadlines: string
    readonly timeline: string
    readonly checklists: string
    readonly outcome: Readonly<Record<'positive' | 'negative' | 'open', string>>
    readonly ruleSet: (id: string, version: string) => string
  }
  readonly release: {
    readonly title: string
    readonly intro: string
    readonly nothing: string
    readonly advise: (title: string, by: string) => string
    readonly wait: (day: string) => string
    readonly now: string
    readonly after: string
    readonly button: string
    readonly done: string
    readonly standing: string
  }
}

export const PAGE_WORDS: Readonly<Record<Locale, PageWords>> = { nl: DUTCH, en: ENGLISH }
