import type { Milestone } from '../../core/advice'
import { arrow, dayIn, milestoneMark, placeOf } from './marks'
import { MARGIN, type Part, type Picture } from './picture'
import { milestoneWords } from './picture-words'
import {
  drawLinesOnPaper,
  heightOf,
  INK,
  type Line,
  leading,
  PLAIN,
  rule,
  SMALL,
  STRONG,
  widthOf,
  wrapText,
} from './svg'

/** Between a mark and its label, and between a label and what comes after it. */
const [BESIDE, APART] = [11, 14]
const ROW_GAP = 5

/** A milestone with its label beside its mark. */
interface Label {
  readonly milestone: Milestone
  /** Where it is, and where its own window starts. */
  readonly x: number
  readonly since: number
  readonly side: 'start' | 'end'
  readonly lines: readonly Line[]
  /** The strip that no other label may touch. */
  readonly from: number
  readonly to: number
}

/** The milestones in rows, in which none touches another. */
export function drawMilestones(picture: Picture, top: number): Part {
  const { advice, words } = picture
  const milestones = advice.calendar?.milestones ?? []
  const heading = drawLinesOnPaper([{ text: words.milestones, face: STRONG }], MARGIN, top, 'start')
  let y = top + leading(STRONG) + 4
  if (milestones.length === 0) {
    const lines = wrapText(words.noMilestones, picture.width - 2 * MARGIN, PLAIN).map((text) => ({ text, face: PLAIN }))
    return {
      bottom: y + heightOf(lines),
      under: [],
      over: [...heading, ...drawLinesOnPaper(lines, MARGIN, y, 'start')],
    }
  }
  const parts = inRows(inOrder(milestones).map((milestone) => labelOf(milestone, picture))).map((row) => {
    const part = row.map((label) => drawLabel(label, y, picture))
    y += Math.max(...row.map(({ lines }) => heightOf(lines))) + ROW_GAP
    return part
  })
  const drawn = parts.flat()
  return {
    bottom: y,
    under: drawn.flatMap(({ under }) => under),
    over: [...heading, ...drawn.flatMap(({ over }) => over)],
  }
}

/** Labels in the order of their days, so that this stays the order of reading: a row ends where two would touch. */
export function inRows(labels: readonly Label[]): readonly (readonly Label[])[] {
  const rows: Label[][] = []
  for (const label of labels) {
    const row = rows.at(-1)
    if (row?.every(({ from, to }) => label.from >= to + APART || label.to + APART <= from)) row.push(label)
    else rows.push([label])
  }
  return rows
}

/** Right of its mark where there is room, else left of it, else on the wider side in more lines. */
function labelOf(milestone: Milestone, picture: Picture): Label {
  const { axis, words, width } = picture
  const day = dayIn(milestone.on)
  const x = placeOf(day, axis)
  const since = milestone.from === undefined ? x : placeOf(dayIn(milestone.from), axis)
  const outside = day > axis.last ? [words.after] : day < axis.first ? [words.before] : []
  const texts = [milestoneWords(milestone, picture, picture.shortDate), ...outside]
  const linesIn = (room: number): readonly Line[] => [
    ...wrapText(milestone.title, room, STRONG).map((text) => ({ text, face: STRONG })),
    ...texts.flatMap((text) => wrapText(text, room, SMALL)).map((text) => ({ text, face: SMALL })),
  ]
  const right = width - MARGIN - x - BESIDE
  const left = since - BESIDE - MARGIN
  const natural = widthOf(linesIn(width))
  const side = natural <= right || (natural > left && right >= left) ? 'start' : 'end'
  const lines = linesIn(side === 'start' ? right : left)
  const span = widthOf(lines) + BESIDE
  return {
    milestone,
    x,
    since,
    side,
    lines,
    from: side === 'start' ? since - BESIDE : since - span,
    to: side === 'start' ? x + span : x + BESIDE,
  }
}

function drawLabel({ milestone, x, since, side, lines }: Label, top: number, { axis }: Picture): Omit<Part, 'bottom'> {
  const y = top + leading(STRONG) / 2
  const day = dayIn(milestone.on)
  const outside = day > axis.last ? 1 : day < axis.first ? -1 : undefined
  return {
    under: [
      ...(since < x ? [rule(since, y, x, y, INK.text, 1.5), rule(since, y - 4, since, y + 4, INK.text, 1.5)] : []),
      outside === undefined ? milestoneMark(milestone.state, x, y) : arrow(x, y, outside),
    ],
    over: drawLinesOnPaper(lines, side === 'start' ? x + BESIDE : since - BESIDE, top, side),
  }
}

const inOrder = (milestones: readonly Milestone[]): readonly Milestone[] =>
  [...milestones].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))
