import { LineCounter, parseDocument } from 'yaml'
import type { Issue } from '../../core/issue/issue'
import { finding } from '../../core/rules/finding'
import { shapeFindings } from '../../core/rules/shape-findings'
import { parseJson } from '../../core/snapshot/parse-json'
import { QUIETLY } from '../../core/snapshot/parse-options'
import { copyPlainData } from '../../core/snapshot/plain-data'
import { baseDocument, type Fixture, fixtureDocument } from './fixture'

export const FIXTURE_FILE = /\.(json|ya?ml)$/

type Parsed<Value> = { readonly value: Value } | { readonly issues: readonly Issue[] }

/** A base case by its name, `base/<name>`: its file and text, or nothing where there is none. */
export type BaseCases = (name: string) => { readonly file: string; readonly text: string } | undefined

/**
 * The fixture in a text, or everything that is wrong with its form. Whether its snapshot is right and its names exist is
 * seen when it is run.
 *
 * @param file Its name below the folder of fixtures, with forward slashes: `.json`, `.yaml` or `.yml`.
 */
export function parseFixture(file: string, text: string, bases: BaseCases = () => undefined): Parsed<Fixture> {
  const read = readDocument(file, text)
  if ('issues' in read) return read
  const whole = onItsBase(file, read.value, bases)
  if ('issues' in whole) return whole
  const parsed = fixtureDocument.safeParse(whole.value, QUIETLY)
  if (!parsed.success)
    return { issues: parsed.error.issues.flatMap((issue) => shapeFindings(file, whole.value, fixtureDocument, issue)) }
  return { value: { ...parsed.data, file, path: file.replace(FIXTURE_FILE, '') } }
}

const readDocument = (file: string, text: string): Parsed<unknown> =>
  file.endsWith('.json') ? readJson(file, text) : readYaml(file, text)

/** The document with its whole snapshot. */
function onItsBase(file: string, document: unknown, bases: BaseCases): Parsed<unknown> {
  if (typeof document !== 'object' || document === null || !('extends' in document)) return { value: document }
  const { extends: name } = document
  if (typeof name !== 'string') return { value: document }
  const base = bases(name)
  if (!base) {
    const message = `there is no base case ${name}: add ${name}.json to the folder of fixtures`
    return { issues: [finding('missing-file', { file, path: ['extends'] }, message)] }
  }
  const read = readDocument(base.file, base.text)
  if ('issues' in read) return read
  const parsed = baseDocument.safeParse(read.value, QUIETLY)
  if (!parsed.success)
    return { issues: parsed.error.issues.flatMap((issue) => shapeFindings(base.file, read.value, baseDocument, issue)) }
  const differences = 'snapshot' in document ? document.snapshot : {}
  return { value: { ...document, snapshot: extendSnapshot(parsed.data.snapshot, differences) } }
}

function readJson(file: string, text: string): Parsed<unknown> {
  const parsed = parseJson(text, { locale: 'en' })
  return parsed.ok ? parsed : { issues: parsed.issues.map((issue) => ({ ...issue, file })) }
}

/** YAML 1.2: a day without quotes is a text, and so are yes and no. */
function readYaml(file: string, text: string): Parsed<unknown> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const issues = document.errors.map(({ pos }) => {
    const { line, col } = lineCounter.linePos(pos[0])
    const message = `the text is not YAML from line ${line}, column ${col}: correct it there`
    return finding('invalid-document', { file, path: [] }, message)
  })
  if (issues.length > 0) return { issues }
  try {
    const copied = copyPlainData(document.toJS(), undefined, { locale: 'en' })
    return copied.ok ? copied : { issues: copied.issues.map((issue) => ({ ...issue, file })) }
  } catch {
    // More aliases than any fixture needs, or one that leads nowhere.
    return { issues: [finding('invalid-document', { file, path: [] }, 'this YAML cannot be read: write it out')] }
  }
}

type Plain = Record<string, unknown>

/**
 * A named base case with differences on top: sections and what lies in them are merged key by key, null takes an answer
 * out, and anything else, a list too, stands in the place of what was there. Neither side is changed.
 */
export function extendSnapshot(base: unknown, differences: unknown): unknown {
  if (!isPlain(base) || !isPlain(differences)) return differences
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(differences)) {
    if (value === null) merged.delete(key)
    else merged.set(key, extendSnapshot(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
