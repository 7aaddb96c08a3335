import type { z } from 'zod'
import type { Issue } from '../issue/issue'
import type { Parameter } from '../policy/parameter'
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

/** File contents by name to documents, or every fault in their shape. */
export function readDocuments(
  files: Readonly<Record<string, unknown>>,
): { documents: Documents } | { issues: readonly Issue[] } {
  const issues: Issue[] = []
  const names = Object.keys(files).sort()
  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> | undefined => {
    const parsed = schema.safeParse(files[file])
    if (parsed.success) return parsed.data
    issues.push(...parsed.error.issues.flatMap((issue) => shapeFindings(file, issue)))
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
  return issues.length > 0 ? { issues } : { documents: documents as Documents }
}

function shapeFindings(file: string, issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      finding('unknown-key', { file, path: [...path, key] }, 'this key has no meaning here; remove it'),
    )
  const language = path.at(-1)
  if (language === 'nl' || language === 'en')
    return [finding('missing-text', { file, path }, `give the text in the language "${language}"`)]
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [finding('missing-key', { file, path }, `give ${String(path.at(-1) ?? 'a document')}, a ${issue.expected}`)]
  return [finding('invalid-document', { file, path }, lowerCase(issue.message))]
}

const lowerCase = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1)
