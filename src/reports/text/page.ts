import type { Advice } from '../../core/advice'
import { peopleDate } from '../../core/calendar/people-date'
import type { Locale } from '../../core/snapshot/fact'
import type { Paint } from './paint'
import type { Heading, Words } from './words'
import { DUTCH } from './words-dutch'
import { ENGLISH } from './words-english'

/** What every part of the page is written from. */
export interface Page {
  readonly advice: Advice
  readonly words: Words
  readonly paint: Paint
  readonly date: (day: string) => string
}

const WORDS: Readonly<Record<Locale, Words>> = { nl: DUTCH, en: ENGLISH }

export function pageOf(advice: Advice, locale: Locale, paint: Paint): Page {
  return { advice, words: WORDS[locale], paint, date: (day) => peopleDate(day, locale) }
}

/** A heading above its lines, or nothing when there are none. */
export function section({ words, paint }: Page, heading: Heading, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(words.headings[heading]), ...lines]
}
