import { content, element } from '../../reports/picture/svg'

/**
 * The sentences of the pages as HTML: what `conditionText` and its like write, and no more of Markdown than that. Links to
 * other pages become their text, since a printed page has none.
 */
export function markdownHtml(text: string): string {
  const blocks = text.split(/\n{2,}/).filter((block) => block !== '')
  return blocks.map(blockHtml).join('\n')
}

function blockHtml(block: string): string {
  const lines = block.split('\n')
  if (lines.every((line) => line.startsWith('> ')))
    return element('blockquote', {}, inlineHtml(lines.map((line) => line.slice(2)).join(' ')))
  if (lines.every((line) => POINT.test(line))) return listHtml(lines.map(pointOf))
  return element('p', {}, inlineHtml(lines.join(' ')))
}

const POINT = /^( *)- (.*)$/

interface Point {
  readonly depth: number
  readonly text: string
}

function pointOf(line: string): Point {
  const [, margin = '', text = ''] = POINT.exec(line) ?? []
  return { depth: margin.length / 2, text }
}

/** Points with those below them, which stand deeper. */
function listHtml(points: readonly Point[]): string {
  const [first] = points
  if (!first) return ''
  const starts = points.flatMap(({ depth }, index) => (depth === first.depth ? [index] : []))
  const items = starts.map((start, index) => {
    const below = points.slice(start + 1, starts[index + 1])
    return element('li', {}, inlineHtml((points[start] as Point).text), listHtml(below))
  })
  return element('ul', {}, ...items)
}

const TOKEN = /\\(.)|\*\*(.+?)\*\*|`([^`]*)`|\[((?:\\.|[^\]\\])*)\]\([^)]*\)/gs

/** Words with their marks: strong, ids, links without their target. */
export function inlineHtml(text: string): string {
  let html = ''
  let at = 0
  for (const found of text.matchAll(TOKEN)) {
    html += content(text.slice(at, found.index))
    const [whole, escaped, strong, id, linked] = found
    if (escaped !== undefined) html += content(escaped)
    else if (strong !== undefined) html += element('strong', {}, inlineHtml(strong))
    else if (id !== undefined) html += element('code', {}, content(id))
    else html += inlineHtml(linked ?? '')
    at = found.index + whole.length
  }
  return html + content(text.slice(at))
}
