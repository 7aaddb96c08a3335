import { isEmpty } from './describe'
import { arrow, bar, dayIn, lateMark, whisker } from './marks'
import { MARGIN, type Part, type Picture } from './picture'
import { isHeld } from './picture-words'
import { drawLines, heightOf, INK, type Line, leading, rule, SMALL, textWidth, wrapText } from './svg'

const SAMPLE = 26
const GAP = 6
const APART = 20

interface Entry {
  readonly text: string
  readonly sample: (x: number, middle: number) => string
}

/** What the forms mean, as far as they are used, and on whose authority the picture is. */
export function drawLegend(picture: Picture, hatching: string, top: number): Part {
  const { width, words, page, advice } = picture
  const right = width - MARGIN
  const height = leading(SMALL)
  const shapes: string[] = [rule(MARGIN, top, right, top, INK.line)]
  let x = MARGIN
  let y = top + 8
  for (const { text, sample } of isEmpty(advice) ? [] : entries(picture, hatching)) {
    const room = right - MARGIN - SAMPLE - GAP
    const lines = wrapText(text, room, SMALL).map((line): Line => ({ text: line, face: SMALL }))
    const span = SAMPLE + GAP + Math.max(...lines.map((line) => textWidth(line.text, SMALL)))
    if (x > MARGIN && x + span > right) {
      x = MARGIN
      y += height
    }
    shapes.push(sample(x, y + height / 2), ...drawLines(lines, x + SAMPLE + GAP, y))
    x += span + APART
    y += height * (lines.length - 1)
  }
  if (x > MARGIN) y += height + 4
  const { id, version } = advice.ruleSet
  const foot = [`${page.audience[advice.audience]} ${page.personDecides} ${words.rules(id, version)}`]
    .flatMap((text) => wrapText(text, right - MARGIN, SMALL))
    .map((text): Line => ({ text, face: SMALL, quiet: true }))
  return { bottom: y + heightOf(foot), under: [], over: [...shapes, ...drawLines(foot, MARGIN, y)] }
}

function entries({ advice, near, words }: Picture, hatching: string): readonly Entry[] {
  const { recommendations } = advice
  const { legend } = words
  const sampleBar =
    (certainty: 'certain' | 'possible', held: boolean): Entry['sample'] =>
    (x, middle) =>
      bar(x + 1, middle - 6, SAMPLE - 2, 12, { certainty, held, hatching })
  const used = {
    certain: recommendations.some((one) => one.certainty === 'certain' && !isHeld(one)),
    possible: recommendations.some((one) => one.certainty === 'possible'),
    held: recommendations.some(isHeld),
    overdue: recommendations.some(
      (one) => one.timing.state === 'overdue' && !isHeld(one) && one.certainty === 'certain',
    ),
    sooner: recommendations.some(({ timing, certainty }) => timing.sooner !== undefined && certainty === 'certain'),
    outside: recommendations.some(
      ({ timing }) => dayIn(timing.startFrom) < near.first || dayIn(timing.startBy) > near.last,
    ),
  }
  return [
    ...(used.certain ? [{ text: legend.certain, sample: sampleBar('certain', false) }] : []),
    ...(used.possible ? [{ text: legend.possible, sample: sampleBar('possible', false) }] : []),
    ...(used.held ? [{ text: legend.held, sample: sampleBar('certain', true) }] : []),
    ...(used.overdue
      ? [{ text: legend.overdue, sample: (x: number, middle: number) => lateMark(x + 1, x + SAMPLE - 2, middle) }]
      : []),
    ...(used.sooner
      ? [{ text: legend.sooner, sample: (x: number, middle: number) => whisker(x + 1, x + SAMPLE - 2, middle) }]
      : []),
    ...(used.outside ? [{ text: legend.outside, sample: (x: number, middle: number) => arrow(x + 8, middle, 1) }] : []),
  ]
}
