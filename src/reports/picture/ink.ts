import { content, element } from './svg'
import { type Face, isMeasured, textWidth } from './text-width'

/**
 * Grey and blue, dark enough to read on paper and in grey; what they tell is told by form and words as well. Nothing
 * is set in a style sheet: a strict Content-Security-Policy would leave it out.
 */
export const INK = {
  text: '#111111',
  quiet: '#4d4d4d',
  line: '#8c8c8c',
  grid: '#d9d9d9',
  bar: '#1d3f72',
  paper: '#ffffff',
}

export const PLAIN: Face = { size: 13 }
export const STRONG: Face = { size: 13, bold: true }
export const SMALL: Face = { size: 12 }
export const TITLE: Face = { size: 17, bold: true }

/** From one line to the next. */
export const leading = ({ size }: Face): number => Math.round(size * 1.3)

export type Anchor = 'start' | 'middle' | 'end'

export interface Line {
  readonly text: string
  readonly face: Face
  readonly quiet?: boolean
}

/** How high and how wide some lines are. */
export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((height, { face }) => height + leading(face), 0)
export const widthOf = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.map(({ text, face }) => textWidth(text, face)))

/** Lines of text beneath each other from `top`. */
export function drawLines(lines: readonly Line[], x: number, top: number, anchor: Anchor = 'start'): readonly string[] {
  let bottom = top
  return lines.map(({ text, face, quiet }) => {
    bottom += leading(face)
    return element(
      'text',
      {
        x,
        y: bottom - face.size * 0.35,
        'font-size': face.size,
        'font-weight': face.bold ? 'bold' : undefined,
        fill: quiet ? INK.quiet : INK.text,
        'text-anchor': anchor === 'start' ? undefined : anchor,
        // In another font the text is made to fit, so that it runs into nothing.
        textLength: isMeasured(text) ? textWidth(text, face) : undefined,
        lengthAdjust: isMeasured(text) ? 'spacingAndGlyphs' : undefined,
      },
      content(text),
    )
  })
}

/** The same on a strip of paper, so that no line runs through it. */
export function drawLinesOnPaper(lines: readonly Line[], x: number, top: number, anchor: Anchor): readonly string[] {
  const width = widthOf(lines)
  const start = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return [
    element('rect', { x: start - 4, y: top, width: width + 8, height: heightOf(lines), fill: INK.paper }),
    ...drawLines(lines, x, top, anchor),
  ]
}

export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): string =>
  element('line', { x1, y1, x2, y2, stroke, 'stroke-width': width })
