import type { Issue } from '../issue/issue'
import { QUIETLY } from '../snapshot/parse-options'
import type * as z from '../zod'
import { type Approval, approvalsDocument } from './approvals-document'
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
import {
  type ExtensionManifest,
  extensionManifest,
  extensionMilestones,
  extensionPolicy,
  extensionServices,
  extensionSources,
  type Override,
  type TextsDocument,
  textsDocument,
} from './extension-document'
import { type FactsDocument, factsDocument } from './fact-document'
import { finding, unknownName } from './finding'
import { type MigrationChain, migrationsDocument } from './migrations-document'
import type { ParameterDocument } from './parameter'
import { shapeFindings } from './shape-findings'

/**
 * The documents of a rule set, each of the right shape; nothing about their meaning is checked yet. Of one that extends
 * another these are only what it adds to that, until `extendDocuments` joins the two.
 */
export interface Documents {
  readonly manifest: ManifestDocument & Partial<Pick<ExtensionManifest, 'extends' | 'disables'>>
  readonly services: ServicesDocument
  readonly policy: {
    readonly parameters: readonly ParameterDocument[]
    readonly overrides?: readonly Override[] | undefined
  }
  readonly sources: SourcesDocument
  /** The doubts are those of the rule set that is extended. */
  readonly milestones: Pick<MilestonesDocument, 'milestones'> & {
    readonly doubts: Partial<MilestonesDocument['doubts']>
  }
  readonly facts: FactsDocument['facts']
  readonly texts: TextsDocument
  /** One chain a rule set, that of the rule set that is extended first. */
  readonly migrations: readonly MigrationChain[]
  readonly approvals: readonly Approval[]
  /** By file name, sorted. */
  readonly checklists: ReadonlyMap<string, ChecklistDocument>
}

/** The files beside the checklists, in a rule set that stands alone and in one that extends another. */
const ALONE = {
  'manifest.json': manifestDocument,
  'services.json': servicesDocument,
  'policy.json': policyDocument,
  'sources.json': sourcesDocument,
  'milestones.json': milestonesDocument,
  'facts.json': factsDocument,
  'migrations.json': migrationsDocument,
  'approvals.json': approvalsDocument,
} as const
const EXTENDING = {
  'manifest.json': extensionManifest,
  'services.json': extensionServices,
  'policy.json': extensionPolicy,
  'sources.json': extensionSources,
  'milestones.json': extensionMilestones,
  'facts.json': factsDocument,
  'migrations.json': migrationsDocument,
  'approvals.json': approvalsDocument,
  'texts.json': textsDocument,
} as const

const CHECKLIST_FILE = /^checklists\/([a-z][a-z0-9-]*)\.json$/

/** Whether files say that they extend another rule set. */
export const isExtension = (files: Readonly<Record<string, unknown>>): boolean => {
  const manifest = files['manifest.json']
  return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, 'extends')
}

/**
 * File contents by name to documents, with every fault in their shape. A checklist with a fault is left out, so that
 * the others can be checked further; without every other document there are none.
 */
export function readDocuments(files: Readonly<Record<string, unknown>>): {
  readonly documents?: Documents
  /** What they say that they extend, also where something else is wrong. */
  readonly extended?: ExtensionManifest['extends']
  readonly issues: readonly Issue[]
} {
  const issues: Issue[] = []
  const names = Object.keys(files).sort()
  const extending = isExtension(files)
  const schemas = extending ? EXTENDING : ALONE
  const optional = extending
    ? Object.keys(EXTENDING).filter((file) => file !== 'manifest.json')
    : ['facts.json', 'migrations.json', 'approvals.json']
  for (const file of Object.keys(schemas))
    if (!names.includes(file) && !optional.includes(file))
      issues.push(finding('missing-file', { file, path: [] }, `the rule set has no ${file}`))
  for (const file of names)
    if (!Object.hasOwn(schemas, file) && !CHECKLIST_FILE.test(file))
      issues.push(unknownName('unknown-key', { file, path: [] }, 'rule-set file', file, Object.keys(schemas)))
  if (issues.some((issue) => issue.code === 'missing-file')) return { issues }

  const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.Infer<Schema> | undefined => {
    const parsed = schema.safeParse(files[file], QUIETLY)
    if (parsed.success) return withoutSchemaKey(parsed.data)
    issues.push(...parsed.error.issues.flatMap((issue) => shapeFindings(file, files[file], schema, issue)))
    return undefined
  }
  /** What an absent file says: nothing. */
  const readOr = <Schema extends z.ZodType>(file: string, schema: Schema, absent: z.Infer<Schema>) =>
    names.includes(file) ? read(file, schema) : absent

  const checklists = names.flatMap((file) => {
    const document = CHECKLIST_FILE.test(file) ? read(file, checklistDocument) : undefined
    return document ? [[file, document] as const] : []
  })
  const found = extending
    ? {
        manifest: read('manifest.json', extensionManifest),
        services: readOr('services.json', extensionServices, {}),
        policy: readOr('policy.json', extensionPolicy, {}),
        sources: readOr('sources.json', extensionSources, { sources: [] }),
        milestones: readOr('milestones.json', extensionMilestones, { milestones: [] }),
        texts: readOr('texts.json', textsDocument, {}),
      }
    : {
        manifest: read('manifest.json', manifestDocument),
        services: read('services.json', servicesDocument),
        policy: read('policy.json', policyDocument),
        sources: read('sources.json', sourcesDocument),
        milestones: read('milestones.json', milestonesDocument),
        texts: {},
      }
  const facts = readOr('facts.json', factsDocument, { facts: [] })
  const { id = '', version = '' } = found.manifest ?? {}
  const migrations = readOr('migrations.json', migrationsDocument, { oldest: version, migrations: [] })
  const approvals = readOr('approvals.json', approvalsDocument, { approvals: [] })
  const { manifest, services, policy, sources, milestones, texts } = found
  const extended = manifest && 'extends' in manifest ? { extended: manifest.extends } : {}
  if (!manifest || !services || !policy || !sources || !milestones || !texts || !facts || !migrations || !approvals)
    return { ...extended, issues }
  const documents: Documents = {
    manifest,
    services: { services: services.services ?? [], needs: services.needs ?? [] },
    policy: { ...policy, parameters: policy.parameters ?? [] },
    sources,
    milestones: { doubts: {}, ...milestones },
    facts: facts.facts,
    texts,
    migrations: [{ id, version, oldest: migrations.oldest, migrations: migrations.migrations }],
    approvals: approvals.approvals,
    checklists: new Map(checklists),
  }
  return { documents, ...extended, issues }
}

/** For editors only: which schema a file is written by says nothing about the rules. */
function withoutSchemaKey<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || !('$schema' in data)) return data
  const { $schema: _, ...rest } = data
  return rest as Data
}
