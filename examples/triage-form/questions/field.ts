import type { InterviewQuestion, Locale } from 'verwijswijzer/browser'
import type { Entry } from '../answer-entry'
import type { PageWords } from '../words/page-words'

/** The controls with which one question is answered. */
export interface Field {
  readonly element: HTMLElement
  readonly read: () => Entry
  /** Empties the controls. */
  readonly wipe: () => void
  /** The control that a problem is about; undefined for the question as a whole. */
  readonly controlAt: (at: readonly (string | number)[]) => HTMLElement | undefined
}

/** What a field is made from. */
export interface FieldContext {
  readonly question: InterviewQuestion
  /** What the controls hold to begin with; undefined for nothing. */
  readonly shown: unknown
  /** The questions that are asked of each item of a list. */
  readonly flags: readonly InterviewQuestion[]
  readonly words: PageWords['questions']
  readonly locale: Locale
  /** To call when the controls change without an event of their own. */
  readonly onChange: () => void
}

/** The id of something in a question, unique in the page. */
export const idIn = (fact: string, ...parts: readonly (string | number)[]): string =>
  ['q', ...fact.split('.'), ...parts].join('-')
