import { calendarDate, type Day, dayOf } from '../../core/calendar/day'
import { type Axis, placeOf } from './marks'
import { MARGIN, type Part, type Picture, shortDay } from './picture'
import { drawLines, element, heightOf, INK, type Line, leading, PLAIN, rule, SMALL, STRONG, widthOf } from './svg'

/** How far apart the numbers of weeks and the names of months can stand, and the pixels that they need. */
const WEEK_STEPS = [1, 2, 4, 13, 26, 52] as const
const MONTH_STEPS = [1, 3, 6, 12] as const
const LEAST_APART = 34

/** The weeks above the axis, the months and years beneath it, and where today is. */
export function drawAxis(picture: Picture, axis: Axis, top: number): Part {
  const { labels, words } = picture
  const isNear = axis === picture.near
  const name = isNear ? words.weeksFromToday : axis.ofAbsence ? words.weeks : words.weeksFromToday
  const heading: Line = { text: name, face: SMALL, quiet: true }
  const weeksTop = labels === 0 ? top + leading(SMALL) : top
  const line = weeksTop + leading(SMALL) + 4
  const today = drawToday(picture, axis, line + 2 * leading(SMALL) + 8)
  return {
    bottom: today.bottom,
    under: [
      ...weekMarks(axis).map((day) => rule(placeOf(day, axis), line - 4, placeOf(day, axis), line, INK.text)),
      ...monthStarts(axis, 1).map((day) => rule(placeOf(day, axis), line, placeOf(day, axis), line + 3, INK.line)),
      rule(axis.left, line, axis.right, line, INK.text, 1.5),
      ...today.under,
    ],
    over: [
      ...drawLines([heading], MARGIN, top),
      ...weekMarks(axis).flatMap((day) =>
        drawLines(
          [{ text: String(Math.round((day - originOf(axis)) / 7)), face: SMALL }],
          placeOf(day, axis),
          weeksTop,
          'middle',
        ),
      ),
      ...dateLabels(picture, axis).flatMap(({ lines, x }) => drawLines(lines, x, line + 3)),
      ...today.over,
    ],
  }
}

/** The days on which so many weeks are complete, from the first day of the axis. */
export function weekMarks(axis: Axis): readonly Day[] {
  const days = 7 * firstApart(WEEK_STEPS, 7, axis)
  const origin = originOf(axis)
  const count = Math.floor((axis.last - origin) / days) + 1
  return Array.from({ length: count }, (_, index) => origin + days * index)
}

/** The shortest step, in units of so many days, that leaves room for its labels. */
function firstApart(steps: readonly number[], days: number, { first, last, left, right }: Axis): number {
  const pixels = ((right - left) / (last - first)) * days
  return steps.find((step) => step * pixels >= LEAST_APART) ?? steps.at(-1) ?? 1
}

/** The names of months, each above the year where that is a new one. */
function dateLabels(picture: Picture, axis: Axis): readonly { readonly x: number; readonly lines: readonly Line[] }[] {
  const { words } = picture
  let named: number | undefined
  return monthStarts(axis, firstApart(MONTH_STEPS, 28, axis)).flatMap((day) => {
    const { year, month } = calendarDate(day)
    const texts = [words.months[month - 1] ?? '', ...(year === named ? [] : [String(year)])]
    const lines = texts.map((text): Line => ({ text, face: SMALL, quiet: true }))
    const x = placeOf(day, axis) + 1
    if (x + widthOf(lines) > picture.width - MARGIN / 2) return []
    named = year
    return [{ x, lines }]
  })
}

/** First days of every `step`-th month of the calendar year that lie on the axis. */
function monthStarts(axis: Axis, step: number): readonly Day[] {
  const { year, month } = calendarDate(axis.first)
  const count = Math.ceil((axis.last - axis.first) / 28) + 1
  return Array.from({ length: count }, (_, index) => month + index)
    .filter((at) => (at - 1) % step === 0)
    .map((at) => dayOf(year + Math.floor((at - 1) / 12), ((at - 1) % 12) + 1, 1))
    .filter((day) => day >= axis.first && day < axis.last)
}

/** A flag on the line of today; with an arrow beside it where today lies outside the axis. */
function drawToday(picture: Picture, axis: Axis, top: number): Part {
  const { words, width } = picture
  const outside = isTodayOutside(axis)
  const lines: Line[] = [
    { text: words.todayFlag(shortDay(axis.today, picture)), face: STRONG },
    ...(outside ? [{ text: words.todayOutside, face: PLAIN }] : []),
  ]
  const x = placeOf(axis.today, axis)
  const half = widthOf(lines) / 2 + 6
  const middle = Math.min(Math.max(x, MARGIN + half), width - MARGIN - half)
  const bottom = top + heightOf(lines) + 6
  return {
    bottom,
    under: [],
    over: [
      element('rect', {
        x: middle - half,
        y: top,
        width: 2 * half,
        height: bottom - top,
        fill: INK.paper,
        stroke: INK.text,
        'stroke-width': 1.5,
      }),
      ...drawLines(lines, middle, top + 2, 'middle'),
    ],
  }
}

/** Where its weeks are counted from. */
const originOf = ({ first, today, ofAbsence }: Axis): Day => (ofAbsence ? first : Math.max(first, today))

export const isTodayOutside = (axis: Axis): boolean => axis.today > axis.last || axis.today < axis.first
