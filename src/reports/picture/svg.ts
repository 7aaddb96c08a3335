/** What an attribute may hold; one that is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An SVG element as text. Attribute values are escaped; children are SVG already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(String(value))}"`)
    .join('')
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`
}

/** Words as the content of an element. */
export const content = (text: string): string => escaped(legible(text))

/**
 * Text without what XML forbids (control characters, half surrogate pairs, non-characters) and without the marks
 * that reverse the direction of text.
 */
export const legible = (text: string): string =>
  text.replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

/** A tenth of a pixel is enough, and the same on every machine. */
const rounded = (value: number): string => String(Math.round(value * 10) / 10 + 0)

/**
 * Widths of Helvetica in thousandths of the font size (Adobe's font metrics), which Arial and Liberation Sans share.
 * Nothing here can ask a browser how wide a text becomes, so the picture tells the browser (`textLength`).
 */
const REGULAR = widths([
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' \u00a0!,./:;I[\\]ft'],
  [333, '()-`r'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckszvxy'],
  [556, '#$0123456789?L_abdeghnopqu'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@'],
])
const BOLD = widths([
  [238, "'"],
  [278, ' \u00a0,./I\\ijl'],
  [280, '|'],
  [333, '!()-:;[]`ft'],
  [389, '*r{}'],
  [474, '"'],
  [500, 'z'],
  [556, '#$0123456789J_aceksvxy'],
  [584, '+<=>^~'],
  [611, '?FLTZbdghnopqu'],
  [667, 'EPSVXY'],
  [722, '&ABCDHKNRU'],
  [778, 'GOQw'],
  [833, 'M'],
  [889, '%m'],
  [944, 'W'],
  [975, '@'],
])

/** Of a character that Helvetica does not have: as wide as an ideograph. */
const FOREIGN = 1100

/** How a line is set: its size in pixels, and its weight. */
export interface Face {
  readonly size: number
  readonly bold?: boolean
}

/** In pixels; of letters outside the table, more than any font needs. */
export function textWidth(text: string, { size, bold }: Face): number {
  const table = bold ? BOLD : REGULAR
  const thousandths = lettersOf(text).reduce((sum, letter) => sum + (table.get(letter) ?? FOREIGN), 0)
  return (thousandths * size) / 1000
}

/** Whether `textWidth` is what the text really measures, in the fonts that the picture asks for. */
export const isMeasured = (text: string): boolean => lettersOf(text).every((letter) => REGULAR.has(letter))

/** A text in lines of at most `width` pixels, broken at spaces; a word that is wider than a line is cut. */
export function wrapText(text: string, width: number, face: Face): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of legible(text)
    .split(/ +/)
    .flatMap((word) => pieces(word, width, face))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, face) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function pieces(word: string, width: number, face: Face): readonly string[] {
  if (textWidth(word, face) <= width) return word === '' ? [] : [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && textWidth(part + character, face) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

/** An accent takes no room beside its letter. */
const lettersOf = (text: string): readonly string[] => [...text.normalize('NFD').replace(/\p{Mn}/gu, '')]

function widths(groups: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
}

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
