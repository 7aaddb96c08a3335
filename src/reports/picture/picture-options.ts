import { type Day, parseDay } from '../../core/calendar/day'
import type { Issue } from '../../core/issue/issue'
import { nearestName } from '../../core/issue/nearest-name'
import { LOCALES, type Locale } from '../../core/snapshot/fact'

/** The language, the width and the last day of a picture. */
export interface PictureOptions {
  /** The language of the picture's own words; that of the advice by default. What the advice says is in its own. */
  readonly locale?: Locale
  /** In pixels, from 320 to 1600; 800 by default. Below 600, labels stand above their bars. */
  readonly width?: number
  /** `YYYY-MM-DD`, the last day of the axis; 104 weeks after its first day by default. */
  readonly until?: string
}

export interface ResolvedPictureOptions {
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
