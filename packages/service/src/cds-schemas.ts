/** JSON Schemas of what CDS Hooks 2.0 and the ballot of 3.0 send and get, from the tables of the specification. */
type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string', minLength: 1 }
const url: Schema = { type: 'string', format: 'uri' }
const uuid: Schema = { type: 'string', format: 'uuid' }
const anything: Schema = { type: 'object', additionalProperties: true }
const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems })
const object = (needed: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  properties: { ...needed, ...optional, extension: anything },
  required: Object.keys(needed),
  additionalProperties: false,
})

/** An override reason has words (cds-resp-4). */
const coding = object({ code: text, display: text }, { system: url })
const action = {
  ...object(
    { type: { type: 'string', enum: ['create', 'update', 'delete'] }, description: text },
    { resource: anything, resourceId: text },
  ),
  // What is deleted is named, and not sent (cds-resp-2).
  if: { properties: { type: { const: 'delete' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits.
  then: { required: ['resourceId'], not: { required: ['resource'] } },
}
const suggestion = object({ label: text }, { uuid, isRecommended: { type: 'boolean' }, actions: list(action) })
const link = {
  ...object({ label: text, url, type: { type: 'string', enum: ['absolute', 'smart'] } }, { appContext: text }),
  // Context is for an app (cds-resp-3).
  if: { properties: { type: { const: 'absolute' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits.
  then: { not: { required: ['appContext'] } },
}
const card = {
  ...object(
    {
      summary: { type: 'string', minLength: 1, maxLength: 139 },
      indicator: { type: 'string', enum: ['info', 'warning', 'critical'] },
      source: object({ label: text }, { url, icon: url, topic: coding }),
    },
    {
      uuid,
      detail: { type: 'string' },
      suggestions: list(suggestion),
      selectionBehavior: { type: 'string', enum: ['at-most-one', 'any'] },
      overrideReasons: list(coding),
      links: list(link),
    },
  ),
  // With suggestions comes how to choose (cds-resp-6).
  dependentRequired: { suggestions: ['selectionBehavior'] },
}

const service = object(
  { hook: text, id: { type: 'string', pattern: '^[a-z-]+$' }, description: text },
  {
    title: text,
    prefetch: { type: 'object', additionalProperties: text },
    usageRequirements: text,
    version: { type: 'string', pattern: '^\\d+[.]\\d+[.]\\d+$' },
    hookVersion: text,
  },
)

const authorization = object(
  {
    access_token: text,
    token_type: { const: 'Bearer' },
    expires_in: { type: 'integer' },
    scope: { type: 'string' },
    subject: text,
  },
  { patient: text },
)

const feedback = {
  ...object(
    {
      card: uuid,
      outcome: { type: 'string', enum: ['accepted', 'overridden'] },
      outcomeTimestamp: { type: 'string', format: 'date-time' },
    },
    {
      acceptedSuggestions: list(object({ id: uuid }), 1),
      // cds-fb-3
      overrideReason: {
        ...object(
          {},
          { reason: object({ code: text }, { system: url, display: text }), userComment: { type: 'string' } },
        ),
        anyOf: [{ required: ['reason'] }, { required: ['userComment'] }],
      },
    },
  ),
  // cds-fb-2
  if: { properties: { outcome: { const: 'accepted' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema, in data that nobody awaits.
  then: { required: ['acceptedSuggestions'] },
}

export const CDS_SCHEMAS = {
  CdsServices: object({ services: list(service) }),
  CdsRequest: {
    ...object(
      { hook: text, hookInstance: uuid, context: anything },
      { fhirServer: url, fhirAuthorization: authorization, prefetch: anything },
    ),
    // cds-r-1
    dependentRequired: { fhirAuthorization: ['fhirServer'] },
  },
  CdsResponse: object({ cards: list(card) }),
  CdsFeedback: object({ feedback: list(feedback) }),
} as const
