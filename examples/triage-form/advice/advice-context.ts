import type { Advice, Interview, Locale } from 'verwijswijzer/browser'
import { dayInWords } from '../dates'
import { PAGE_WORDS, type PageWords } from '../words/page-words'

export type Recommendation = Advice['recommendations'][number]
export type Citation = Recommendation['reasons'][number]['sources'][number]

/** What every part of the advice is drawn from. */
export interface AdviceContext {
  readonly view: Interview
  readonly words: PageWords['advice']
  readonly locale: Locale
  /** `2026-11-22` as `22 november 2026`. */
  readonly day: (day: string) => string
  /** Goes to the question about a fact; undefined where the one who fills in is not asked it. */
  readonly goTo: (fact: string) => (() => void) | undefined
}

export const adviceContext = (view: Interview, locale: Locale, goTo: AdviceContext['goTo']): AdviceContext => ({
  view,
  words: PAGE_WORDS[locale].advice,
  locale,
  day: (day) => dayInWords(day, locale),
  goTo,
})
