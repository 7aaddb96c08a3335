import type { Recommendation } from '../../core/advice'
import { capitalised } from '../../core/explain/prose'
import { standingOf } from '../text/page'
import { type Axis, arrow, type BarLook, bar, dayIn, lateMark, placeOf, whisker } from './marks'
import { MARGIN, type Part, type Picture } from './picture'
import { isHeld, windowWords } from './picture-words'
import { drawLinesOnPaper, heightOf, INK, type Line, leading, PLAIN, rule, SMALL, STRONG, wrapText } from './svg'

const BAR_HEIGHT = 14
/** On the axis of the whole case. */
const SMALL_BAR = 6
const LEAST_BAR = 5
const ROW_GAP = 6

/** A row of the picture: its words, and the bar beside or beneath them. */
interface Row {
  readonly title: string
  readonly words: readonly string[]
  readonly bars: (top: number) => readonly string[]
}

/** Each service with its window in the weeks ahead, in the order of the advice; what is only possible in one row. */
export function drawWindows(picture: Picture, hatching: string, top: number): Part {
  const { words, width } = picture
  const rows = rowsOf(picture, hatching)
  const under: string[] = []
  const over: string[] = [...drawLinesOnPaper([{ text: words.windows, face: STRONG }], MARGIN, top, 'start')]
  let y = top + leading(STRONG) + 4
  if (rows.length === 0) {
    const lines = wrapText(words.noWindows, width - 2 * MARGIN, PLAIN).map((text) => ({ text, face: PLAIN }))
    return { bottom: y + heightOf(lines), under, over: [...over, ...drawLinesOnPaper(lines, MARGIN, y, 'start')] }
  }
  for (const row of rows) {
    const part = drawRow(row, picture, y)
    under.push(...part.under)
    over.push(...part.over)
    y = part.bottom
  }
  return { bottom: y, under, over }
}

function rowsOf(picture: Picture, hatching: string): readonly Row[] {
  const { advice, near, words } = picture
  const { recommendations } = advice
  const of = (standing: 'possible' | 'covered'): readonly Recommendation[] =>
    recommendations.filter((one) => standingOf(one) === standing)
  const [possible, covered] = [of('possible'), of('covered')]
  const names = (those: readonly Recommendation[]): string => `${those.map(({ title }) => title).join('; ')}.`
  const own = recommendations
    .filter((one) => one.certainty === 'certain' && !covered.includes(one))
    .map((one): Row => {
      const look = { certainty: one.certainty, held: isHeld(one), hatching }
      return {
        title: capitalised(one.title),
        words: windowWords(one, picture, near, picture.shortDate),
        bars: (top) => drawWindow(one, look, near, top),
      }
    })
  return [
    ...own,
    ...(possible.length === 0
      ? []
      : [
          {
            title: words.possibleRow,
            words: [words.possibleWhy, names(possible)],
            bars: (top: number) => drawSpan(possible, { certainty: 'possible', held: false, hatching }, near, top),
          },
        ]),
    ...(covered.length === 0 ? [] : [{ title: words.coveredRow, words: [names(covered)], bars: () => [] }]),
  ]
}

function drawRow({ title, words, bars }: Row, picture: Picture, top: number): Part {
  const { width, labels } = picture
  const room = labels === 0 ? width - 2 * MARGIN : labels
  const lines: readonly Line[] = [
    ...wrapText(title, room, STRONG).map((text) => ({ text, face: STRONG })),
    ...words.flatMap((text) => wrapText(text, room, SMALL)).map((text) => ({ text, face: SMALL })),
  ]
  const first = top + ROW_GAP
  const beneath = first + heightOf(lines)
  const barTop = labels === 0 ? beneath + 3 : first + 3
  const bottom = (labels === 0 ? barTop + BAR_HEIGHT : Math.max(beneath, barTop + BAR_HEIGHT)) + ROW_GAP
  return {
    bottom,
    under: [rule(MARGIN, top, width - MARGIN, top, INK.grid), ...bars(barTop)],
    over: drawLinesOnPaper(lines, MARGIN, first, 'start'),
  }
}

/** The window, as far as the axis reaches; arrows tell that it goes on, crosses that it was not started in time. */
function drawWindow({ timing }: Recommendation, look: BarLook, axis: Axis, top: number): readonly string[] {
  const [from, by] = [dayIn(timing.startFrom), dayIn(timing.startBy)]
  const middle = top + BAR_HEIGHT / 2
  const [end, today] = [placeOf(by + 1, axis), placeOf(axis.today, axis)]
  const sooner = timing.sooner && placeOf(dayIn(timing.sooner.startBy) + 1, axis)
  const late = timing.state === 'overdue' && !look.held && by < axis.today
  const start = placeOf(from, axis)
  return [
    ...(sooner !== undefined && sooner < start ? [whisker(start, sooner, middle)] : []),
    ...drawBar(from, by, look, axis, top),
    ...(late ? [lateMark(Math.min(end, today - LEAST_BAR), today, middle)] : []),
  ]
}

/** From the first day of any of them to the last of any. */
function drawSpan(those: readonly Recommendation[], look: BarLook, axis: Axis, top: number): readonly string[] {
  const from = Math.min(...those.map(({ timing }) => dayIn(timing.startFrom)))
  const by = Math.max(...those.map(({ timing }) => dayIn(timing.startBy)))
  return drawBar(from, by, look, axis, top)
}

function drawBar(from: number, by: number, look: BarLook, axis: Axis, top: number): readonly string[] {
  // The last day belongs to the window.
  const [start, end] = [placeOf(from, axis), placeOf(by + 1, axis)]
  const middle = top + BAR_HEIGHT / 2
  const left = Math.min(start, axis.right - LEAST_BAR)
  const shown = by >= axis.first && from <= axis.last
  return [
    ...(shown ? [bar(left, top, Math.max(end - left, LEAST_BAR), BAR_HEIGHT, look)] : []),
    ...(from < axis.first ? [arrow(axis.left - 2, middle, -1)] : []),
    ...(by > axis.last ? [arrow(axis.right + 2, middle, 1)] : []),
  ]
}

/** Every certain window on the axis of the whole case, in one track, and a frame around the weeks ahead. */
export function drawTrack({ advice, axis, near }: Picture, hatching: string, top: number): Part {
  const certain = advice.recommendations.filter((one) => one.certainty === 'certain' && standingOf(one) !== 'covered')
  const bars = certain.flatMap((one) => {
    const [from, by] = [dayIn(one.timing.startFrom), dayIn(one.timing.startBy)]
    if (by < axis.first || from > axis.last) return []
    const left = Math.min(placeOf(from, axis), axis.right - LEAST_BAR)
    const width = Math.max(placeOf(by + 1, axis) - left, LEAST_BAR)
    return [bar(left, top + 5, width, SMALL_BAR, { certainty: 'certain', held: isHeld(one), hatching })]
  })
  const [left, right] = [placeOf(near.first, axis), placeOf(near.last, axis)]
  const frame = rule(left, top, right, top, INK.text, 1) + rule(left, top + 16, right, top + 16, INK.text, 1)
  return { bottom: top + 18, under: [...bars, ...(right > left ? [frame] : [])], over: [] }
}
