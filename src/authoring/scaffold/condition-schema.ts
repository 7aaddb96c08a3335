import type { ConditionFact } from '../../core/facts/fact-catalogue'
import type { RuleSet } from '../../core/rules/rule-set'

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
