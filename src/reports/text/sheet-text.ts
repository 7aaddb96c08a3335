import { hang, type Paint, PLAIN, type Style, WIDTH, wrap } from './lay-out'
import type { Entry, Line, Part, Sheet } from './sheet'

/** The margin in which the headings of the brief parts stand, and the labels of the full ones. */
const MARGIN = 11
const LABEL = 17

/** A page for a terminal, a mail or a file, at most 100 columns wide, without its last line end. */
export function sheetText(sheet: Sheet, paint: Paint = PLAIN, airy = false): readonly string[] {
  const brief = sheet.parts.filter(({ layout }) => layout !== 'section')
  const full = sheet.parts.filter(({ layout }) => layout === 'section')
  return [
    ...beside(sheet.headline.toUpperCase(), sheet.stand, paint.bold, paint.dim),
    ...(sheet.lead === undefined ? [] : wrap(sheet.lead)),
    ...(sheet.steps.length > 0 || !airy ? [''] : []),
    ...sheet.steps.flatMap((entry, index) => stepText(entry, index + 1, paint)),
    ...brief.flatMap((part) => [...(airy ? [''] : []), ...briefPartText(part, paint)]),
    ...(airy ? [''] : []),
    ...full.flatMap((part) => sectionText(part, paint)),
    ...(full.length > 0 ? [''] : []),
    ...footText(sheet, paint),
  ]
}

function stepText({ title, when, late, lines }: Entry, number: number, paint: Paint): readonly string[] {
  const style: Style = late ? paint.red : paint.yellow
  return [
    ...beside(`${number}  ${title}`, when ?? '', paint.bold, style),
    ...lines.flatMap((line) => lineText(line, 3, paint)),
  ]
}

function lineText({ label, text, quiet }: Line, indent: number, paint: Paint): readonly string[] {
  const lines = hang('', label === undefined ? text : `${label}: ${text}`, indent)
  return quiet ? lines.map(paint.dim) : lines
}

function briefPartText({ heading, layout, entries }: Part, paint: Paint): readonly string[] {
  if (layout === 'list')
    return [
      paint.bold(heading.toUpperCase()),
      ...entries.flatMap(({ title, lines }) =>
        hang('', lines.length === 0 ? title : `${title} -> ${lines.map(({ text }) => text).join(' ')}`, 3),
      ),
    ]
  return entries.flatMap(({ title, late }, index) => {
    const mark = (index === 0 ? heading.toUpperCase() : '').padEnd(MARGIN)
    const lines = hang(mark, title)
    const styled = late ? lines.map(paint.red) : lines
    return index === 0 && !late
      ? styled.map((line, at) => (at === 0 ? paint.bold(mark) + line.slice(mark.length) : line))
      : styled
  })
}

function sectionText({ heading, entries }: Part, paint: Paint): readonly string[] {
  return [
    '',
    paint.bold(heading.toUpperCase()),
    ...entries.flatMap(({ title, when, late, lines }) => [
      ...beside(title, when ?? '', lines.length > 0 ? paint.bold : (text) => text, late ? paint.red : paint.dim),
      ...lines.flatMap(({ label, text, quiet }, index) => {
        const shown = label !== undefined && label !== lines[index - 1]?.label ? label : ''
        const laid =
          label === undefined && lines.every((line) => line.label === undefined)
            ? hang('', text, 3)
            : hang(shown.padEnd(LABEL), text, 3)
        return quiet ? laid.map(paint.dim) : laid
      }),
    ]),
  ]
}

const footText = ({ audience, more, personDecides }: Sheet, paint: Paint): readonly string[] =>
  [
    ...wrap(audience),
    ...beside(
      more,
      personDecides,
      (text) => text,
      (text) => text,
    ),
  ].map(paint.dim)

/** Two texts at both ends of a line; where they do not fit, the second beneath the first. */
function beside(left: string, right: string, leftStyle: Style, rightStyle: Style): readonly string[] {
  if (right === '') return hang('', left).map(leftStyle)
  const gap = WIDTH - left.length - right.length
  if (gap >= 2) return [`${leftStyle(clean(left))}${' '.repeat(gap)}${rightStyle(clean(right))}`]
  const number = /^\d+ {2}/.exec(left)?.[0] ?? ''
  return [...hang(number, left.slice(number.length)).map(leftStyle), ...hang('', right, 3).map(rightStyle)]
}

/** Control characters and marks that reverse the direction of text never reach a terminal. */
const clean = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
