import { legible } from './svg'

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
