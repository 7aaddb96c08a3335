import { createRequire } from 'node:module'

/** An element of an SVG, as a strict XML parser reads it. */
export interface SvgElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly SvgElement[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** What this file uses of sax, which comes with the FHIR library and has no types of its own. */
interface SaxParser {
  onerror: (error: Error) => void
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void
  onclosetag: () => void
  ontext: (text: string) => void
  onattribute: (attribute: { name: string }) => void
  onopentagstart: () => void
  oncdata: (text: string) => void
  onprocessinginstruction: () => void
  ondoctype: () => void
  write(text: string): { close(): void }
}
const fromFhir = createRequire(createRequire(import.meta.url).resolve('fhir'))
const sax = fromFhir('sax') as { parser(strict: true): SaxParser }

/** What XML 1.0 lets a document hold. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** The root of an SVG. Throws on anything that is not well-formed, or that is more than elements and text. */
export function readSvg(text: string): SvgElement {
  if (FORBIDDEN.test(text)) throw new Error('a character that XML forbids')
  type Open = SvgElement & { children: SvgElement[]; text: string }
  const open: Open[] = []
  const roots: Open[] = []
  const ids = new Set<string>()
  let names = new Set<string>()
  const refuse = (what: string) => (): never => {
    throw new Error(what)
  }
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.oncdata = refuse('CDATA')
  parser.ondoctype = refuse('a doctype')
  parser.onprocessinginstruction = refuse('a processing instruction')
  parser.onopentagstart = () => {
    names = new Set()
  }
  parser.onattribute = ({ name }) => {
    // sax lets the first one win.
    if (names.has(name)) throw new Error(`the attribute ${name} twice`)
    names.add(name)
  }
  parser.onopentag = ({ name, attributes }) => {
    const found: Open = { name, attributes: { ...attributes }, children: [], text: '' }
    const id = attributes.id
    if (id !== undefined && ids.has(id)) throw new Error(`the id ${id} twice`)
    if (id !== undefined) ids.add(id)
    ;(open.at(-1)?.children ?? roots).push(found)
    open.push(found)
  }
  parser.onclosetag = () => {
    open.pop()
  }
  parser.ontext = (found) => {
    const inside = open.at(-1)
    if (inside) inside.text += found
    else if (found.trim() !== '') throw new Error('text outside the root')
  }
  parser.write(text).close()
  const [root] = roots
  if (!root || roots.length > 1) throw new Error(`${roots.length} roots`)
  return root
}

/** An element and all that it holds, in the order of the document. */
export const allOf = (element: SvgElement): readonly SvgElement[] => [element, ...element.children.flatMap(allOf)]
