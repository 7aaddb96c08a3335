import { FIRST_DAY, LAST_DAY } from '../../core/calendar/day'
import { conditionFacts } from '../../core/rules/condition-facts'
import { checklistDocument, milestonesDocument, OPERATORS, sourcesDocument } from '../../core/rules/document'
import {
  extensionManifest,
  extensionPolicy,
  extensionServices,
  textsDocument,
} from '../../core/rules/extension-document'
import { factsDocument } from '../../core/rules/fact-document'
import { factsOf } from '../../core/rules/facts-of'
import { migrationsDocument } from '../../core/rules/migrations-document'
import { isoDay } from '../../core/rules/parameter'
import { condition } from '../../core/rules/rule-parts'
import type { RuleSet } from '../../core/rules/rule-set'
import { day, pastDay } from '../../core/snapshot/fact'
import { OWN_SECTION } from '../../core/snapshot/parse-own'
import { snapshotSchema } from '../../core/snapshot/snapshot'
import * as z from '../../core/zod'
import { fixtureDocument } from '../testing/fixture'
import { conditionSchemas, type JsonSchema } from './condition-schema'
import { ownSectionSchema } from './own-section-schema'
import { suggestNames } from './suggest-names'

/** The kinds of file, by which a schema is named: `<kind>.schema.json`. */
export const SCHEMA_KINDS = [
  'manifest',
  'services',
  'policy',
  'sources',
  'milestones',
  'facts',
  'texts',
  'migrations',
  'checklist',
  'fixture',
] as const
export type SchemaKind = (typeof SCHEMA_KINDS)[number]

/** Of a rule set that stands alone and of one that extends another alike: what only one of them may say, both may. */
const DOCUMENTS: Readonly<Record<SchemaKind, z.ZodType>> = {
  manifest: z.derived(() => extensionManifest.partial({ extends: true })),
  services: extensionServices,
  policy: extensionPolicy,
  sources: sourcesDocument,
  milestones: z.derived(() => milestonesDocument.partial({ doubts: true })),
  facts: factsDocument,
  texts: textsDocument,
  migrations: migrationsDocument,
  checklist: checklistDocument,
  fixture: z.derived(() => fixtureDocument.extend({ snapshot: snapshotSchema })),
}

/**
 * JSON Schemas (draft 7, which editors know best) of every kind of file in a rule set and a folder of fixtures, read off
 * the schemas that the loader checks with. Names of facts, services, rules and so on are offered from the rule set.
 */
export function jsonSchemas(ruleSet: RuleSet): ReadonlyMap<SchemaKind, JsonSchema> {
  return new Map(SCHEMA_KINDS.map((kind) => [kind, jsonSchema(kind, ruleSet)]))
}

function jsonSchema(kind: SchemaKind, ruleSet: RuleSet): JsonSchema {
  const written: JsonSchema = z.toJSONSchema(DOCUMENTS[kind], {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === snapshotSchema && ruleSet.facts.size > 0)
        Object.assign(jsonSchema, {
          properties: { ...jsonSchema.properties, [OWN_SECTION]: ownSectionSchema(ruleSet.facts) },
        })
      if (zodSchema === condition) Object.assign(jsonSchema, { $ref: '#/definitions/condition' })
      if (zodSchema === isoDay) Object.assign(jsonSchema, DAY)
      if (zodSchema === pastDay) Object.assign(jsonSchema, PAST_DAY)
      if (zodSchema === day)
        Object.assign(jsonSchema, DAY, { description: `YYYY-MM-DD, from ${FIRST_DAY} to ${LAST_DAY}` })
    },
  })
  const facts = conditionFacts([...ruleSet.facts.values()])
  const reads = kind === 'checklist' || kind === 'milestones' || kind === 'services'
  const { $schema, ...rest } = suggestNames(written, ruleSet, factsOf(ruleSet)) as JsonSchema
  return {
    $schema,
    title: `verwijswijzer: ${kind}`,
    description: `${ruleSet.manifest.id} ${ruleSet.manifest.version}`,
    ...(kind === 'fixture' ? wholeOrDifferent(rest) : rest),
    ...(reads
      ? { definitions: { ...(rest.definitions as object), ...conditionSchemas(facts, ruleSet, OPERATORS) } }
      : {}),
  }
}

/** A fixture that extends a base case gives differences, which are no whole snapshot and may take answers out with null. */
function wholeOrDifferent({ properties, required, ...rest }: JsonSchema): JsonSchema {
  const { snapshot, ...others } = properties as Record<string, JsonSchema>
  return {
    ...rest,
    properties: { ...others, snapshot: { type: 'object' } },
    required: (required as readonly string[]).filter((key) => key !== 'snapshot'),
    if: { required: ['extends'] },
    else: { properties: { snapshot }, required: ['snapshot'] },
  }
}

const PAST_DAY = {
  pattern: '^\\d{4}-\\d{2}(-\\d{2})?$',
  description: 'YYYY-MM-DD, or YYYY-MM for some day of that month',
}
const DAY = { pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' }
