import type { Advice } from '../../core/advice'
import { type Day, formatDay } from '../../core/calendar/day'
import { peopleDate } from '../../core/calendar/people-date'
import type { Locale } from '../../core/snapshot/fact'
import type { Words } from '../text/words'
import { DUTCH } from '../text/words-dutch'
import { ENGLISH } from '../text/words-english'
import { type Axis, axisOf, nearAxis } from './marks'
import type { ResolvedPictureOptions } from './picture-options'
import { PICTURE_DUTCH, PICTURE_ENGLISH, type PictureWords } from './picture-words'

/** What every part of the picture is drawn from. Lengths are in pixels. */
export interface Picture {
  readonly advice: Advice
  /** The whole case, small. */
  readonly axis: Axis
  /** What lies ahead, large. */
  readonly near: Axis
  readonly width: number
  /** How wide the column of labels left of the bars is; 0 where labels stand above their bars. */
  readonly labels: number
  /** The words of the picture, and those of the page in words. */
  readonly words: PictureWords
  readonly page: Words
  /** `2026-11-22` as `22 nov 2026`, where room is short. */
  readonly shortDate: (day: string) => string
  /** As `22 november 2026`. */
  readonly longDate: (day: string) => string
}

/** Part of the picture, from its top down to `bottom`: what lies under the line of today, and what lies over it. */
export interface Part {
  readonly bottom: number
  readonly under: readonly string[]
  readonly over: readonly string[]
}

export const MARGIN = 16
/** Room beside the axis, for the arrow of a window that goes on outside it. */
const ARROW_ROOM = 12
const NARROW = 600
const LABELS_SHARE = 0.36
const GAP = 16

const WORDS: Readonly<Record<Locale, readonly [PictureWords, Words]>> = {
  nl: [PICTURE_DUTCH, DUTCH],
  en: [PICTURE_ENGLISH, ENGLISH],
}

export function pictureOf(advice: Advice, { locale, width, until }: ResolvedPictureOptions): Picture {
  const [words, page] = WORDS[locale]
  const labels = width < NARROW ? 0 : Math.round(width * LABELS_SHARE)
  const left = MARGIN + (labels === 0 ? ARROW_ROOM : labels + GAP)
  const axis = axisOf(advice, until, left, width - MARGIN - ARROW_ROOM)
  return {
    advice,
    axis,
    near: nearAxis(axis),
    width,
    labels,
    words,
    page,
    shortDate: (day) => shortDate(day, words),
    longDate: (day) => peopleDate(day, locale),
  }
}

/** Whole weeks from the first day of the axis, the last one perhaps not full. */
export const weeksOf = ({ first, last }: Axis): number => Math.ceil((last - first) / 7)

export const shortDay = (day: Day, picture: Picture): string => picture.shortDate(formatDay(day))

function shortDate(day: string, { months }: PictureWords): string {
  const [year, month, date] = day.split('-').map(Number)
  // A line does not break inside a date.
  return `${date}\u00a0${months[(month ?? 0) - 1]}\u00a0${year}`
}
