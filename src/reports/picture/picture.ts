import type { Advice } from '../../core/advice'
import { type Day, formatDay, parseDay, peopleDate } from '../../core/calendar/day'
import { type Issue, nearestName } from '../../core/issue/issue'
import { LOCALES, type Locale } from '../../core/snapshot/fact'
import type { Words } from '../text/words'
import { DUTCH } from '../text/words-dutch'
import { ENGLISH } from '../text/words-english'
import { type Axis, axisOf, nearAxis } from './marks'
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

/** The language, the width and the last day of a picture. */
export interface PictureOptions {
  /** The language of the picture's own words; that of the advice by default. What the advice says is in its own. */
  readonly locale?: Locale
  /** In pixels, from 320 to 1600; 800 by default. Below 600, labels stand above their bars. */
  readonly width?: number
  /** `YYYY-MM-DD`, the last day of the axis; 104 weeks after its first day by default. */
  readonly until?: string
}

interface ResolvedPictureOptions {
  readonly locale: Locale
  readonly width: number
  readonly until: Day | undefined
}

const NAMES = ['locale', 'width', 'until'] as const
const [LEAST_WIDTH, MOST_WIDTH, USUAL_WIDTH] = [320, 1600, 800]

/** The options with their defaults, or every option that is wrong. */
export function resolvePictureOptions(
  options: unknown = {},
  adviceLocale: unknown = 'nl',
): ResolvedPictureOptions | { readonly issues: readonly Issue[] } {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    return { issues: [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }] }
  const {
    locale = LOCALES.find((known) => known === adviceLocale) ?? 'nl',
    width = USUAL_WIDTH,
    until,
  } = options as Record<string, unknown>
  const day = typeof until === 'string' ? parseDay(until) : undefined
  const issues = [
    ...Object.keys(options)
      .filter((name) => !NAMES.some((known) => known === name))
      .map(unknownOption),
    ...(LOCALES.some((known) => known === locale)
      ? []
      : [wrong('unknown-value', 'locale', `give ${LOCALES.join(' or ')}`)]),
    ...(isWidth(width) ? [] : [wrong('out-of-range', 'width', `give a number from ${LEAST_WIDTH} to ${MOST_WIDTH}`)]),
    ...(until === undefined || day !== undefined
      ? []
      : [wrong('invalid-date', 'until', 'give until as a day of the calendar, YYYY-MM-DD')]),
  ]
  return issues.length > 0 ? { issues } : { locale: locale as Locale, width: width as number, until: day }
}

const isWidth = (width: unknown): boolean => typeof width === 'number' && width >= LEAST_WIDTH && width <= MOST_WIDTH

const wrong = (code: Issue['code'], option: (typeof NAMES)[number], message: string): Issue => ({
  code,
  path: ['options', option],
  message,
})

function unknownOption(name: string): Issue {
  const nearest = nearestName(name, NAMES)
  const hint = nearest === undefined ? '' : `; the nearest is ${nearest}`
  return {
    code: 'unknown-option',
    path: ['options', name.slice(0, 64)],
    message: `there is no such option${hint}`,
    ...(nearest === undefined ? {} : { nearest }),
  }
}
