/** Columns: what a terminal and a mail both show without breaking a line. */
export const WIDTH = 100

/** A line of text, filled to `width`; a word that is longer than a line is cut. */
export function wrap(text: string, width: number = WIDTH): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text, width)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Text at `indent` columns, its first line opened by `mark`, the others in line with the first. */
export function hang(mark: string, text: string, indent = 0): string[] {
  const margin = ' '.repeat(indent + mark.length)
  return wrap(text, WIDTH - margin.length).map((line, index) =>
    index === 0 ? `${' '.repeat(indent)}${mark}${line}` : `${margin}${line}`,
  )
}

/** Control characters and marks that reverse the direction of text never reach a terminal. */
function wordsOf(text: string, width: number): string[] {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => pieces(word, width))
}

function pieces(word: string, width: number): string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)]
}

/** How text is styled; a terminal's colours or nothing at all. */
export interface Paint {
  readonly bold: Style
  readonly dim: Style
  readonly red: Style
  readonly yellow: Style
  readonly green: Style
  readonly cyan: Style
}
export type Style = (text: string) => string

const asIs: Style = (text) => text

/** No styling: for pipes and files. */
export const PLAIN: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, cyan: asIs }
