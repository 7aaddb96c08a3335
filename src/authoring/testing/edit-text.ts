import { applyEdits, type JSONPath, modify } from 'jsonc-parser'
import { type Document, isScalar, parseDocument, stringify } from 'yaml'
import { isRecord } from '../../core/snapshot/plain-data'

/** The text of a JSON or YAML file with changes, and everything else in it as it was, so far as the format lets that. */
export function editText(file: string, text: string, changes: readonly DocumentChange[]): string {
  const [mark, bare] = text.startsWith(BYTE_ORDER_MARK) ? [BYTE_ORDER_MARK, text.slice(1)] : ['', text]
  return `${mark}${file.endsWith('.json') ? editJson(bare, changes) : editYaml(bare, changes)}`
}

/** Some editors start a file with it; it is no part of the document. */
export const BYTE_ORDER_MARK = '\uFEFF'

function editJson(text: string, changes: readonly DocumentChange[]): string {
  const formattingOptions = {
    insertSpaces: !/^\t/m.test(text),
    tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
  return changes.reduce(
    (edited, { path, to }) => applyEdits(edited, modify(edited, path as JSONPath, to, { formattingOptions })),
    text,
  )
}

/** A value in the place of a value leaves every other character as it is; for all else the whole is written again. */
function editYaml(text: string, changes: readonly DocumentChange[]): string {
  return changes.reduce((edited, change) => {
    const document = parseDocument(edited)
    return inPlace(edited, document, change) ?? rewritten(edited, document, change)
  }, text)
}

function inPlace(text: string, document: Document, { path, to }: DocumentChange): string | undefined {
  const node = document.getIn(path, true)
  if (!isScalar(node) || !node.range || to === undefined || typeof to === 'object') return undefined
  const [start, end] = node.range
  return `${text.slice(0, start)}${stringify(to).trimEnd()}${text.slice(end)}`
}

function rewritten(text: string, document: Document, { path, to }: DocumentChange): string {
  if (to === undefined) document.deleteIn(path)
  else document.setIn(path, document.createNode(to))
  return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) })
}

/** One place of a document where two versions differ. */
export interface DocumentChange {
  readonly path: readonly (string | number)[]
  /** Undefined where there was nothing. */
  readonly from: unknown
  /** Undefined where there is nothing any more. */
  readonly to: unknown
}

/** Where two JSON documents differ: keys and items one by one, a list of another length as a whole. */
export function changesBetween(from: unknown, to: unknown, path: DocumentChange['path'] = []): DocumentChange[] {
  if (Array.isArray(from) && Array.isArray(to) && from.length === to.length)
    return from.flatMap((item, index) => changesBetween(item, to[index], [...path, index]))
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    return keys.flatMap((key) => changesBetween(from[key], to[key], [...path, key]))
  }
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }]
}

/** `recommendations[0].startBy` */
export const pathText = (path: DocumentChange['path']): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${step}`)).join('')
