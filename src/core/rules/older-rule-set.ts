import { isRecord } from '../snapshot/plain-data'
import { SHIPPED_FILES } from './bundled'

/**
 * The files of an earlier version of the shipped rule set, as this package reads them: facts under the names that they
 * have now, and beside its own parts what the library itself reads since (doubts, parameters, sections of sources). Its
 * rules, services and deadlines stay what they were. Files of any other rule set are given back as they are.
 */
export function asReadNow(files: unknown): unknown {
  if (!isRecord(files)) return files
  const manifest = files['manifest.json']
  const shipped = SHIPPED_FILES['manifest.json'] as { readonly id: string; readonly version: string }
  if (!isRecord(manifest) || manifest.id !== shipped.id || 'extends' in manifest) return files
  if (typeof manifest.version !== 'string' || !isBefore(manifest.version, shipped.version)) return files
  const renamed = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, withQuestions(withNamesOfNow(content))]),
  )
  return {
    ...renamed,
    ...completed(renamed, 'policy.json', 'parameters', 'name'),
    ...completed(renamed, 'sources.json', 'sources', 'id'),
    ...withDoubts(renamed),
  }
}

/** Versions of rule sets are three numbers; another one is for the loader to refuse. */
function isBefore(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number)) as [number[], number[]]
  const place = [0, 1, 2].find((at) => a[at] !== b[at])
  return place !== undefined && (a[place] ?? 0) < (b[place] ?? 0)
}

/** Of version 1: renamed, with the meaning they had. */
const RENAMED: Readonly<Record<string, string>> = {
  'absence.leaves.sameCause': 'absence.leaves.oneCase',
  'absence.spells.pregnancyRelated': 'absence.spells.notCounted',
}

function withNamesOfNow(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(RENAMED, value) ? RENAMED[value] : value
  if (Array.isArray(value)) return value.map(withNamesOfNow)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withNamesOfNow(member)]))
}

/** Questions that came beside an older one: whatever reads the one now reads the other. */
const BESIDE: Readonly<Record<string, readonly string[]>> = { 'absence.spells': ['absence.spellsFrom'] }

function withQuestions(content: unknown): unknown {
  if (!isRecord(content) || !Array.isArray(content.questions)) return content
  const listed: readonly unknown[] = content.questions
  const more = (id: unknown): readonly string[] =>
    (typeof id === 'string' ? (BESIDE[id] ?? []) : []).filter((other) => !listed.includes(other))
  return { ...content, questions: listed.flatMap((id) => [id, ...more(id)]) }
}

/** A list with what the shipped one has besides, by the name of its items; of sources also the sections. */
function completed(
  files: Readonly<Record<string, unknown>>,
  file: string,
  member: string,
  key: string,
): Readonly<Record<string, unknown>> {
  const [own, shipped] = [files[file], SHIPPED_FILES[file]]
  if (!isRecord(own) || !isRecord(shipped) || !Array.isArray(own[member]) || !Array.isArray(shipped[member])) return {}
  const now = new Map(shipped[member].filter(isRecord).map((item) => [item[key], item]))
  const old = new Set(own[member].filter(isRecord).map((item) => item[key]))
  const items = own[member].map((item: unknown) => (isRecord(item) ? withSections(item, now.get(item[key])) : item))
  return {
    [file]: { ...own, [member]: [...items, ...[...now].filter(([id]) => !old.has(id)).map(([, item]) => item)] },
  }
}

function withSections(
  own: Readonly<Record<string, unknown>>,
  shipped: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  if (!Array.isArray(own.sections) || !Array.isArray(shipped?.sections)) return own
  const ids = new Set(own.sections.filter(isRecord).map(({ id }) => id))
  return { ...own, sections: [...own.sections, ...shipped.sections.filter((one) => isRecord(one) && !ids.has(one.id))] }
}

function withDoubts(files: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [own, shipped] = [files['milestones.json'], SHIPPED_FILES['milestones.json']]
  if (!isRecord(own) || !isRecord(shipped) || !isRecord(own.doubts) || !isRecord(shipped.doubts)) return {}
  return { 'milestones.json': { ...own, doubts: { ...shipped.doubts, ...own.doubts } } }
}
