import type { BaseFact } from '../../core/snapshot/catalogue'
import { NONE, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import { OWN_SECTION } from '../../core/snapshot/parse-own'
import type { JsonSchema } from './condition-schema'

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
