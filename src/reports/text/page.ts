import type { Advice, OpenQuestion, Recommendation } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import { inSentence, listed, shortDay } from '../../core/explain/prose'
import type { Words } from './words'
import { DUTCH } from './words-dutch'
import { ENGLISH } from './words-english'

/** What every part of a page is written from. */
export interface Page {
  readonly advice: Advice
  readonly words: Words
  /** `2026-09-28` as people write it, without the year where that is the year of the advice. */
  readonly date: (day: string) => string
  readonly titleOf: (service: string) => string
  /** Titles in a sentence; above `most` the rest is counted. */
  readonly titles: (services: readonly string[], most?: number) => string
  readonly questionsOf: (facts: readonly string[]) => readonly OpenQuestion[]
}

/** In the language of the advice: half of a page in another one is of use to nobody. */
export function pageOf(advice: Advice): Page {
  const { locale } = advice
  const asOf = dayOf(advice.asOf)
  const titles = new Map(advice.recommendations.map(({ service, title }) => [service, title]))
  const titleOf = (service: string): string => titles.get(service) ?? service
  return {
    advice,
    words: locale === 'nl' ? DUTCH : ENGLISH,
    date: (day) => shortDay(dayOf(day), asOf, locale),
    titleOf,
    titles: (services, most) =>
      listed(
        services.map((service) => inSentence(titleOf(service))),
        locale,
        most,
      ),
    questionsOf: (facts) => advice.openQuestions.filter(({ fact }) => facts.includes(fact)),
  }
}

/** A day of an advice, which has been checked. */
const dayOf = (text: string): Day => parseDay(text) ?? 0

/** Where a recommendation stands, as the order of the advice has it. */
export type Standing = 'due' | 'planned' | 'underway' | 'held' | 'possible' | 'covered'

export function standingOf({ certainty, coveredBy, heldBy, underway, timing }: Recommendation): Standing {
  const isCertain = (one: { readonly certainty: string }): boolean => one.certainty === 'certain'
  if (coveredBy.some(isCertain)) return 'covered'
  if (certainty === 'possible') return 'possible'
  if (heldBy.some(isCertain)) return 'held'
  if (underway) return 'underway'
  return timing.state === 'planned' ? 'planned' : 'due'
}
