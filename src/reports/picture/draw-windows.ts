import type { Recommendation } from '../../core/advice'
import { dayIn, placeOf } from './axis'
import { drawLinesOnPaper, heightOf, INK, type Line, leading, PLAIN, rule, SMALL, STRONG } from './ink'
import { arrow, type BarLook, bar, whisker } from './marks'
import { MARGIN, type Part, type Picture } from './picture'
import { wrapText } from './text-width'
import { isHeld, windowWords } from './window-words'

const BAR_HEIGHT = 14
const LEAST_BAR = 5
const ROW_GAP = 6

/** Each service with its window, in the order of the advice: words beside the bar, or above it where room is short. */
export function drawWindows(picture: Picture, hatching: string, top: number): Part {
  const { advice, words, width } = picture
  const under: string[] = []
  const over: string[] = [...drawLinesOnPaper([{ text: words.windows, face: STRONG }], MARGIN, top, 'start')]
  let y = top + leading(STRONG) + 4
  if (advice.recommendations.length === 0) {
    const lines = wrapText(words.noWindows, width - 2 * MARGIN, PLAIN).map((text) => ({ text, face: PLAIN }))
    return { bottom: y + heightOf(lines), under, over: [...over, ...drawLinesOnPaper(lines, MARGIN, y, 'start')] }
  }
  for (const recommendation of advice.recommendations) {
    const row = drawRow(recommendation, picture, hatching, y)
    under.push(...row.under)
    over.push(...row.over)
    y = row.bottom
  }
  return { bottom: y, under, over }
}

function drawRow(recommendation: Recommendation, picture: Picture, hatching: string, top: number): Part {
  const { width, labels } = picture
  const room = labels === 0 ? width - 2 * MARGIN : labels
  const lines: readonly Line[] = [
    ...wrapText(capitalised(recommendation.title), room, STRONG).map((text) => ({ text, face: STRONG })),
    ...windowWords(recommendation, picture, picture.shortDate)
      .flatMap((text) => wrapText(text, room, SMALL))
      .map((text) => ({ text, face: SMALL })),
  ]
  const first = top + ROW_GAP
  const beneath = first + heightOf(lines)
  const barTop = labels === 0 ? beneath + 3 : first + 3
  const bottom = (labels === 0 ? barTop + BAR_HEIGHT : Math.max(beneath, barTop + BAR_HEIGHT)) + ROW_GAP
  const look = { certainty: recommendation.certainty, held: isHeld(recommendation), hatching }
  return {
    bottom,
    under: [rule(MARGIN, top, width - MARGIN, top, INK.grid), ...drawWindow(recommendation, look, picture, barTop)],
    over: drawLinesOnPaper(lines, MARGIN, first, 'start'),
  }
}

/** The window, as far as the axis reaches; arrows tell that it goes on. */
function drawWindow({ timing }: Recommendation, look: BarLook, { axis }: Picture, top: number): readonly string[] {
  const [from, by] = [dayIn(timing.startFrom), dayIn(timing.startBy)]
  // The last day belongs to the window.
  const [start, end] = [placeOf(from, axis), placeOf(by + 1, axis)]
  const middle = top + BAR_HEIGHT / 2
  const shown = by >= axis.first && from <= axis.last
  const left = Math.min(start, axis.right - LEAST_BAR)
  const width = Math.max(end - left, LEAST_BAR)
  const sooner = timing.sooner && placeOf(dayIn(timing.sooner.startBy) + 1, axis)
  return [
    ...(sooner !== undefined && sooner < left ? [whisker(left, sooner, middle)] : []),
    ...(shown ? [bar(left, top, width, BAR_HEIGHT, look)] : []),
    ...(from < axis.first ? [arrow(axis.left - 2, middle, -1)] : []),
    ...(by > axis.last ? [arrow(axis.right + 2, middle, 1)] : []),
  ]
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
