import type { z } from 'zod'
import type { Issue } from '../issue/issue'
import type { Parameter } from '../policy/parameter'
import { QUIETLY } from '../snapshot/parse-options'
import {
  type ChecklistDocument,
  checklistDocument,
  type ManifestDocument,
  type MilestonesDocument,
  manifestDocument,
  milestonesDocument,
  policyDocument,
  type ServicesDocument,
  type SourcesDocument,
  servicesDocument,
  sourcesDocument,
} from './document'
import { finding, unknownName } from './finding'
import { keysAt } from './schema-keys'

/** The documents of a rule set, each of the right shape; nothing about their meaning is checked yet. */
export interface Documents {
  readonly manifest: ManifestDocument
  readonly services: ServicesDocument
  readonly policy: { readonly parameters: readonly Parameter[] }
  readonly sources: SourcesDocument
  readonly milestones: MilestonesDocument
  /** By file name, sorted. */
  readonly checklists: ReadonlyMap<string, ChecklistDocument>
}

const CATALOGUES = {
  'manifest.json': manifestDocument,
  'services.json': servicesDocument,
  'policy.json': policyDocument,
  'sources.json': sourcesDocument,
  'milestones.json': milestonesDocument,
} as const

const CHECKLIST_FILE = /^checklists\/([a-z][a-z0-9-]*)\.json$/

/**
 * File contents by name to documents, with every fault in their shape. A checklist with a fault is left out, so that
 * the others can be checked further; without every catalogue there are no documents.
 */
export function readDocuments(files: Readonly<Record<string, unknown>>): {
  readonly documents?: Documents
  readonly issues: readonly Issue[]
} {
  const issues: Issue[] = []
  const names = Object.keys(files).sort()
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined => {
    const parsed = schema.safeParse(files[file], QUIETLY)
    if (parsed.success) return parsed.data
    issues.push(...parsed.error.issues.flatMap((issue) => shapeFindings(file, files[file], schema, issue)))
    return undefined
  }
  for (const file of Object.keys(CATALOGUES))
    if (!names.includes(file)) issues.push(finding('missing-file', { file, path: [] }, `the rule set has no ${file}`))
  for (const file of names)
    if (!Object.hasOwn(CATALOGUES, file) && !CHECKLIST_FILE.test(file))
      issues.push(unknownName('unknown-key', { file, path: [] }, 'rule-set file', file, Object.keys(CATALOGUES)))
  if (issues.some((issue) => issue.code === 'missing-file')) return { issues }
  const checklists = names.flatMap((file) => {
    const document = CHECKLIST_FILE.test(file) ? read(file, checklistDocument) : undefined
    return document ? [[file, document] as const] : []
  })
  const documents = {
    manifest: read('manifest.json', manifestDocument),
    services: read('services.json', servicesDocument),
    policy: read('policy.json', policyDocument),
    sources: read('sources.json', sourcesDocument),
    milestones: read('milestones.json', milestonesDocument),
    checklists: new Map(checklists),
  }
  const { manifest, services, policy, sources, milestones } = documents
  const complete = manifest && services && policy && sources && milestones
  return complete ? { documents: documents as Documents, issues } : { issues }
}

function shapeFindings(file: string, content: unknown, schema: z.ZodType, issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => unknownName('unknown-key', { file, path: [...path, key] }, 'key', key, known))
  }
  const key = path.at(-1)
  const absent = valueAt(content, path) === undefined
  if (key === 'nl' || key === 'en')
    return [finding('missing-text', { file, path }, `give the text in the language "${key}"`)]
  if (absent) return [finding('missing-key', { file, path }, `give ${String(key ?? 'a document')}`)]
  return [finding('invalid-document', { file, path }, whatIsExpected(issue))]
}

/** In our own words: a host can set zod's, and they could quote a value. */
function whatIsExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `give a value of the type ${issue.expected}`
  if (issue.code === 'invalid_value') return `give one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'invalid_format') return 'give it in the form that the guide to rule sets shows'
  return 'this value does not fit here'
}

function valueAt(content: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    content,
  )
}
