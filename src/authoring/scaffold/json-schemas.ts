import { FIRST_DAY, LAST_DAY } from '../../core/calendar/day'
import type { ConditionFact } from '../../core/facts/fact-catalogue'
import { approvalsDocument } from '../../core/rules/approvals-document'
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
import type { BaseFact } from '../../core/snapshot/catalogue'
import { day, NONE, pastDay, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { OWN_SECTION } from '../../core/snapshot/parse-own'
import { snapshotSchema } from '../../core/snapshot/snapshot'
import * as z from '../../core/zod'
import { fixtureDocument } from '../testing/fixture'

export type JsonSchema = Readonly<Record<string, unknown>>

/** Definitions of what a rule compares, so that an editor offers facts, and with a fact the values that it can have. */
export function conditionSchemas(
  facts: ReadonlyMap<string, ConditionFact>,
  { parameters }: RuleSet,
  operators: readonly string[],
): Readonly<Record<string, JsonSchema>> {
  const numbers = [...parameters.values()].filter(({ unit }) => unit !== 'duration').map(({ name }) => `policy.${name}`)
  return {
    condition: {
      anyOf: [
        { $ref: '#/definitions/comparison' },
        group('all'),
        group('any'),
        object({ condition: { type: 'string', description: 'a named condition of the same file' } }),
      ],
    },
    parameter: object({ fact: offered(numbers, '^policy\\.') }),
    comparison: {
      ...object({
        fact: offered([...facts.keys(), ...numbers], '^(policy|own)\\.'),
        operator: { enum: operators },
        value: {},
      }),
      allOf: [...facts.values()].map((fact) => ({
        if: { properties: { fact: { const: fact.id } }, required: ['fact'] },
        // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's own.
        then: { properties: { value: valueSchema(fact) } },
      })),
    },
  }
}

function valueSchema({ type, options }: ConditionFact): JsonSchema {
  if (type === 'boolean') return { type: 'boolean' }
  if (type === 'number')
    return {
      anyOf: [
        { type: 'number' },
        { type: 'array', items: { type: 'number' }, minItems: 1 },
        { $ref: '#/definitions/parameter' },
      ],
    }
  const item = options ? { enum: Object.keys(options) } : {}
  return type === 'choice' ? { anyOf: [item, { type: 'array', items: item, minItems: 1 }] } : item
}

const group = (key: 'all' | 'any'): JsonSchema =>
  object({ [key]: { type: 'array', items: { $ref: '#/definitions/condition' }, minItems: 1 } })

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

/** A name of a list that an editor offers, or another of the right form: the loader judges whether it exists. */
export const offered = (names: readonly string[], pattern: string): JsonSchema => ({
  anyOf: [{ enum: names }, { type: 'string', pattern }],
})

/** The section of a snapshot that answers an organisation's own facts. */
export function ownSectionSchema(facts: ReadonlyMap<string, BaseFact>): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      [...facts.values()].map((fact) => [
        fact.id.slice(OWN_SECTION.length + 1),
        { description: fact.question.en, anyOf: [answerSchema(fact), { enum: UNKNOWN_VALUES }] },
      ]),
    ),
    additionalProperties: false,
  }
}

function answerSchema({ type, options, range, none }: BaseFact): JsonSchema {
  const values = Object.keys(options ?? {})
  switch (type) {
    case 'boolean':
      return { type: 'boolean' }
    case 'number':
      return { type: 'number', minimum: range?.[0], maximum: range?.[1] }
    case 'choice':
      return { enum: values }
    case 'choices':
      return { type: 'array', items: { enum: values }, uniqueItems: true }
    default: {
      const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
      return none ? { anyOf: [day, { const: NONE }] } : day
    }
  }
}

type Names = Readonly<Record<string, readonly string[]>>

/** A JSON Schema with the names of a rule set offered wherever one is asked for, by the key that it stands under. */
export function suggestNames(schema: unknown, ruleSet: RuleSet, facts: ReadonlyMap<string, BaseFact>): unknown {
  return offer(schema, namesByKey(ruleSet, facts))
}

function namesByKey(
  { rules, services, needs, parameters, milestones }: RuleSet,
  facts: ReadonlyMap<string, BaseFact>,
): Names {
  const ids = rules.map(({ id }) => id)
  const delivered = services.map(({ id }) => id)
  const asked = [...facts.keys()]
  const days = asked.filter((id) => facts.get(id)?.type === 'date')
  return {
    rule: ids,
    rules: ids,
    withHold: ids,
    reasons: ids,
    notReasons: ids,
    heldBy: ids,
    notHeldBy: ids,
    reviewOn: ids,
    waivedBy: ids,
    notWaivedBy: ids,
    outcomes: ids,
    service: delivered,
    services: delivered,
    excludes: delivered,
    needs: [...needs.keys()],
    blockedBy: [...needs.keys()],
    notBlockedBy: [...needs.keys()],
    questions: asked,
    asks: asked,
    doesNotAsk: asked,
    dependsOn: asked,
    anchor: ['asOf', 'absence.effectiveFirstDay', ...days],
    policy: [...parameters.keys()],
    plus: [...parameters.keys()],
    milestones: milestones.map(({ id }) => id),
    noMilestones: milestones.map(({ id }) => id),
  }
}

function offer(schema: unknown, names: Names): unknown {
  if (Array.isArray(schema)) return schema.map((part) => offer(part, names))
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => [
      key,
      key === 'properties' ? offerIn(part, names) : offer(part, names),
    ]),
  )
}

function offerIn(properties: object, names: Names): object {
  return Object.fromEntries(
    Object.entries(properties).map(([key, part]) => [
      key,
      Object.hasOwn(names, key) ? withNames(offer(part, names), names[key] ?? []) : offer(part, names),
    ]),
  )
}

/** A text, a list of texts, or an object whose keys are such texts. Anything else is left as it is. */
function withNames(schema: unknown, names: readonly string[]): unknown {
  if (typeof schema !== 'object' || schema === null) return schema
  const { type, items, propertyNames } = schema as Record<string, unknown>
  if (type === 'string' && !('enum' in schema)) return { anyOf: [{ enum: names }, schema] }
  if (type === 'array' && isText(items)) return { ...schema, items: { anyOf: [{ enum: names }, items] } }
  if (type === 'object' && isText(propertyNames))
    return { ...schema, propertyNames: { anyOf: [{ enum: names }, propertyNames] } }
  return schema
}

const isText = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'string'

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
  'approvals',
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
  approvals: approvalsDocument,
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
