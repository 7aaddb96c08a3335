import type { Advice, Certainty, MilestoneState } from '../../core/advice'
import { type Day, parseDay } from '../../core/calendar/day'
import { type Issue, TriageError } from '../../core/issue/issue'
import { element, INK } from './svg'

const SIZE = 6

/** A milestone around a point: how it stands is told by form, so that it can be read without colour. */
export function milestoneMark(state: MilestoneState, x: number, y: number): string {
  const outline = { fill: INK.paper, stroke: INK.text, 'stroke-width': 1.5, 'stroke-linejoin': 'round' }
  const diamond = `M${at(x, y - SIZE)} L${at(x + SIZE, y)} L${at(x, y + SIZE)} L${at(x - SIZE, y)} Z`
  const square = `M${at(x - 5, y - 5)} H${one(x + 5)} V${one(y + 5)} H${one(x - 5)} Z`
  const circle = { ...outline, cx: x, cy: y, r: SIZE }
  switch (state) {
    case 'upcoming':
      return element('path', { ...outline, d: diamond })
    case 'due':
      return element('path', { ...outline, d: diamond, fill: INK.text })
    case 'on-time':
      return (
        element('circle', circle) +
        element('path', {
          ...outline,
          fill: 'none',
          d: `M${at(x - 3, y)} L${at(x - 1, y + 2.5)} L${at(x + 3, y - 2.5)}`,
        })
      )
    case 'passed':
      // A question mark.
      return (
        element('circle', circle) +
        element('path', {
          ...outline,
          fill: 'none',
          d: `M${at(x - 2, y - 1.5)} A2,2 0 1 1 ${at(x, y + 0.5)} V${one(y + 1.3)} M${at(x, y + 3)} V${one(y + 3.7)}`,
        })
      )
    default:
      // Late, with or without reasons given: a cross.
      return element('path', {
        ...outline,
        d: `${square} M${at(x - 5, y - 5)} L${at(x + 5, y + 5)} M${at(x + 5, y - 5)} L${at(x - 5, y + 5)}`,
      })
  }
}

/** How a window is drawn: certain is filled, possible is hatched, on hold has a broken outline. */
export interface BarLook {
  readonly certainty: Certainty
  readonly held: boolean
  /** The id of the hatching in this picture. */
  readonly hatching: string
}

export function bar(
  x: number,
  y: number,
  width: number,
  height: number,
  { certainty, held, hatching }: BarLook,
): string {
  const plain = held ? INK.paper : INK.bar
  return element('rect', {
    x,
    y,
    width,
    height,
    fill: certainty === 'possible' ? `url(#${hatching})` : plain,
    stroke: INK.bar,
    'stroke-width': 1.5,
    'stroke-dasharray': held ? '3 2' : undefined,
  })
}

/** From the last day of a window to today: it was not started. Crosses, so that it is told without colour. */
export function lateMark(from: number, to: number, middle: number): string {
  const step = 7
  const count = Math.max(1, Math.floor((to - from) / step))
  const width = (to - from) / count
  const crosses = Array.from({ length: count }, (_, index) => from + index * width).flatMap((x) => [
    `M${at(x + 1, middle - 4)} L${at(x + width - 1, middle + 4)}`,
    `M${at(x + 1, middle + 4)} L${at(x + width - 1, middle - 4)}`,
  ])
  return element('path', { d: crosses.join(' '), fill: 'none', stroke: INK.text, 'stroke-width': 1.5 })
}

export const hatchingPattern = (id: string): string =>
  element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('rect', { width: 6, height: 6, fill: INK.paper }),
    element('line', { x1: 1, y1: 0, x2: 1, y2: 6, stroke: INK.bar, 'stroke-width': 2 }),
  )

/** As long as an open question may still move the end of a window to here. */
export const whisker = (from: number, to: number, y: number): string =>
  element('path', {
    d: `M${at(from, y)} H${one(to)} M${at(to, y - 4)} V${one(y + 4)}`,
    fill: 'none',
    stroke: INK.bar,
    'stroke-width': 1.5,
  })

/** Points out of the axis; `direction` is 1 to the right and -1 to the left. */
export const arrow = (x: number, y: number, direction: 1 | -1): string =>
  element('path', {
    d: `M${at(x, y - 6)} L${at(x + 9 * direction, y)} L${at(x, y + 6)} Z`,
    fill: INK.text,
  })

const one = (value: number): string => String(Math.round(value * 10) / 10)
const at = (x: number, y: number): string => `${one(x)},${one(y)}`

/** The statutory waiting period (WVP-13). */
const USUAL_WEEKS = 104
/** Twice that: wide enough for any case, narrow enough to read. */
const MOST_WEEKS = 208
/** How much longer the axis becomes while today lies past its end. */
const STEP_WEEKS = 26

/** The days of the picture and where they stand. */
export interface Axis {
  readonly first: Day
  /** The day after the last week. */
  readonly last: Day
  readonly today: Day
  /** Whether weeks are counted from the first day of illness, or else from today. */
  readonly ofAbsence: boolean
  /** In pixels: where `first` and `last` stand. */
  readonly left: number
  readonly right: number
}

/** From the effective first day, or from `asOf` where there is no calendar, over 104 weeks or up to `until`. */
export function axisOf(advice: Advice, until: Day | undefined, left: number, right: number): Axis {
  const today = dayIn(advice.asOf)
  const first = advice.calendar ? dayIn(advice.calendar.effectiveFirstDay) : today
  return { first, last: lastDay(first, today, until), today, ofAbsence: advice.calendar !== null, left, right }
}

/** Where a day stands, in pixels; a day outside the axis stands at its end. */
export function placeOf(day: Day, { first, last, left, right }: Axis): number {
  const share = (day - first) / (last - first)
  return left + Math.min(Math.max(share, 0), 1) * (right - left)
}

/** What a case manager plans ahead. */
const NEAR_WEEKS = 13

/** The next thirteen weeks, from a week before today. */
export const nearAxis = (far: Axis): Axis => ({
  ...far,
  first: far.today - 7,
  last: far.today + 7 * NEAR_WEEKS,
  ofAbsence: false,
})

/** A day of the advice, as a number. Throws a TriageError where an advice of another origin holds something else. */
export function dayIn(text: string): Day {
  const day = typeof text === 'string' ? parseDay(text) : undefined
  if (day === undefined)
    throw refuse('invalid-date', ['advice'], 'give an advice as triage returns it: a day is not YYYY-MM-DD')
  return day
}

function lastDay(first: Day, today: Day, until: Day | undefined): Day {
  const most = first + 7 * MOST_WEEKS
  if (until !== undefined) {
    if (until < first + 7 || until > most)
      throw refuse(
        'out-of-range',
        ['options', 'until'],
        `give an until from 1 to ${MOST_WEEKS} weeks after the first day`,
      )
    return until
  }
  const usual = first + 7 * USUAL_WEEKS
  const steps = Math.max(0, Math.ceil((today - usual) / (7 * STEP_WEEKS)))
  return Math.min(usual + 7 * STEP_WEEKS * steps, most)
}

const refuse = (code: Issue['code'], path: Issue['path'], message: string): TriageError =>
  new TriageError([{ code, path, message }])
