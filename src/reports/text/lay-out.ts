import type { Style } from './paint'

/** Columns: what a terminal and a mail both show without breaking a line. */
export const WIDTH = 100

/** The width of the labels before a recommendation's lines. */
const LABEL = 18

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

/** Paragraphs beside a label, which stands before the first of them only. */
export function labelled(label: string, paragraphs: readonly string[], style: Style): string[] {
  return paragraphs.flatMap((paragraph, index) =>
    hang(`${index === 0 ? label : ''}`.padEnd(LABEL), paragraph, 2).map((line, at) =>
      index === 0 && at === 0 ? `  ${style(label)}${line.slice(2 + label.length)}` : line,
    ),
  )
}

/** Lines beneath the text of `labelled`. */
export function beneath(text: string, style: Style): string[] {
  return hang('', text, 2 + LABEL).map(style)
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
