const text = {
  type: 'object',
  required: ['text'],
  properties: { text: { type: 'string' } },
  additionalProperties: false,
}
const list = (items: object): object => ({ type: 'array', items })
const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const string = { type: 'string' }
const positive = { type: 'integer', minimum: 1 }

/** The part of the schema of SARIF 2.1.0 (OASIS) that a log of findings uses; it allows no property besides. */
export const SARIF = object(
  {
    $schema: string,
    version: { const: '2.1.0' },
    runs: list(
      object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: string,
                  version: string,
                  rules: {
                    ...list(object({ id: string, shortDescription: text, fullDescription: text, help: text }, ['id'])),
                    uniqueItems: true,
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(
            object(
              {
                ruleId: string,
                ruleIndex: { type: 'integer', minimum: -1 },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message: text,
                locations: list(
                  object({
                    physicalLocation: object({
                      artifactLocation: object({ uri: { ...string, pattern: '^[^\\s\\\\]+$' } }),
                      region: object({ startLine: positive, startColumn: positive }),
                    }),
                    logicalLocations: list(object({ fullyQualifiedName: string, kind: string })),
                  }),
                ),
                suppressions: list(
                  object(
                    {
                      kind: { enum: ['inSource', 'external'] },
                      status: { enum: ['accepted', 'underReview', 'rejected'] },
                      justification: string,
                    },
                    ['kind'],
                  ),
                ),
                properties: { type: 'object' },
              },
              ['message'],
            ),
          ),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
)
