import { type Interview, shippedRuleSet } from 'verwijswijzer/browser'
import type { CaseState } from '../case-state'
import { dayInWords } from '../dates'
import { PAGE_WORDS, type PageWords } from '../words/page-words'

export type Recommendation = Interview['advice']['recommendations'][number]

/** What every part of the page is drawn from. */
export interface ViewContext {
  readonly state: CaseState
  readonly view: Interview
  readonly words: PageWords
  readonly day: (day: string) => string
  readonly titleOf: (service: string) => string
}

export function contextOf(state: CaseState, view: Interview): ViewContext {
  const titles = new Map(shippedRuleSet().services.map(({ id, title }) => [id, title[state.locale]]))
  return {
    state,
    view,
    words: PAGE_WORDS[state.locale],
    day: (day) => dayInWords(day, state.locale),
    titleOf: (service) => titles.get(service) ?? service,
  }
}
