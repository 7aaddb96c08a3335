import { readFileSync } from 'node:fs'
import type { SwaggerOptions } from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { exportForm, FORM_FORMATS } from 'verwijswijzer'
import { LOCALES } from './call'
import { AUDIENCES, ROLES } from './caller'
import { CDS_SCHEMAS } from './cds-schemas'

/** What a route is called in the document, and what it takes. */
export interface RouteText {
  readonly operation: keyof typeof OPERATIONS
  readonly ndjson?: boolean
  readonly fhir?: boolean
}

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const words = (list: readonly string[]): Schema => ({ type: 'string', enum: list })
const ref = (name: string): Schema => ({ $ref: `${name}#` })
const list = (items: Schema): Schema => ({ type: 'array', items })
const object = (needed: Readonly<Record<string, Schema>>, optional: Readonly<Record<string, Schema>> = {}): Schema => ({
  type: 'object',
  properties: { ...needed, ...optional },
  required: Object.keys(needed),
  additionalProperties: false,
})

const decision: Schema = { type: 'string', format: 'uuid', description: 'The decision id; also in the header.' }
const audience = words(AUDIENCES)
const locale = words(LOCALES)
const role = words(ROLES)
const snapshot = ref('Snapshot')
/** Forms and catalogues have their own formats. */
const anything: Schema = { type: 'object', additionalProperties: true }
const kept = object({ snapshot }, { answeredBy: anything })

interface Operation {
  readonly summary: string
  readonly description?: string
  readonly body?: Schema
  readonly query?: Readonly<Record<string, Schema>>
  readonly params?: Readonly<Record<string, Schema>>
  readonly answer: Schema
  /** Of an answer that is no JSON. */
  readonly type?: string
  readonly open?: true
}

const OPERATIONS = {
  advice: {
    summary: 'Advise on one case',
    description: 'Which service to request, by when, why, what to arrange first and what is still unknown.',
    body: object(
      { snapshot, audience },
      { locale, detail: words(['full', 'brief']), record: words(['none', 'minimal', 'replayable']) },
    ),
    answer: object(
      { decision, advice: { anyOf: [ref('Advice'), ref('BriefAdvice')] } },
      { record: ref('DecisionRecord') },
    ),
  },
  batch: {
    summary: 'Advise on many cases, one snapshot a line',
    description:
      'A line out for each line in, in order, and a last line `{"end":true,"lines":n,"failed":n}`: without it the answer was cut. A line that is refused has `error` in place of `advice`.',
    query: { audience, locale, detail: words(['full', 'brief']) },
    body: text,
    answer: text,
    type: 'application/x-ndjson',
  },
  changes: {
    summary: 'What changed since an earlier advice on the case',
    body: object({ snapshot, audience, previous: ref('BriefAdvice') }, { locale }),
    answer: object({ decision, changes: list(ref('AdviceChange')), advice: ref('BriefAdvice') }),
  },
  timeline: {
    summary: 'The days on which the advice changes if nothing else does',
    description: 'With `Accept: image/svg+xml` a picture of it.',
    body: object({ snapshot, audience }, { locale, until: { type: 'string', format: 'date' } }),
    answer: object({ decision, timeline: ref('Timeline') }),
  },
  interview: {
    summary: 'What to ask next, of one role',
    body: object({ snapshot, role }, { locale, order: words(['decision', 'authored']), answeredBy: anything }),
    answer: object({ decision, interview: ref('Interview') }),
  },
  answers: {
    summary: 'Take in what one role answered',
    body: object({ answers: snapshot, role }, { kept, locale, whole: { type: 'boolean' } }),
    answer: object({ decision, kept }),
  },
  migrations: {
    summary: 'Bring a case of earlier rules to those of today',
    body: object({ snapshot: anything, from: text, audience }, { locale }),
    answer: object({ decision, snapshot, changes: list(ref('MigrationChange')) }),
  },
  rules: { summary: 'The rules', query: { locale }, answer: anything },
  services: { summary: 'The services', query: { locale }, answer: anything },
  policy: {
    summary: 'The policy parameters, and the values of this organisation',
    query: { locale },
    answer: anything,
  },
  sources: { summary: 'The sources that rules cite', query: { locale }, answer: anything },
  facts: { summary: 'What can be answered', query: { locale }, answer: anything },
  form: {
    summary: 'The questions as a form of a form library',
    params: { format: words(FORM_FORMATS) },
    query: { role, audience, locale },
    answer: anything,
  },
  discovery: { summary: 'CDS Hooks: what there is to call', answer: ref('CdsServices'), open: true },
  cards: {
    summary: 'CDS Hooks: the cards of an advice',
    params: { id: text },
    body: ref('CdsRequest'),
    answer: ref('CdsResponse'),
  },
  feedback: {
    summary: 'CDS Hooks: what became of cards',
    description: 'A comment is neither kept nor logged.',
    params: { id: text },
    body: ref('CdsFeedback'),
    answer: object({}),
  },
  fhir: {
    summary: 'FHIR: the operation $advice',
    description:
      'Parameters: `answers` (a QuestionnaireResponse), `audience` and `locale` (valueCode), `subject` (valueIdentifier, a pseudonym).',
    params: { release: words(['R4', 'R5']) },
    body: anything,
    answer: anything,
    type: 'application/fhir+json',
  },
  live: { summary: 'Whether the process answers', answer: text, type: 'text/plain', open: true },
  ready: { summary: 'Whether cases are advised on', answer: text, type: 'text/plain', open: true },
} as const satisfies Readonly<Record<string, Operation>>

const PROBLEM = object(
  {
    type: { type: 'string', format: 'uri' },
    title: text,
    status: { type: 'integer' },
    instance: { type: 'string', format: 'uri' },
    issues: list(
      object(
        { code: text, path: list({ type: ['string', 'number'] }) },
        { other: list({ type: ['string', 'number'] }) },
      ),
    ),
  },
  { more: { type: 'integer' } },
)

/** The schemas that the document refers to: a case by the form of the shipped rules, answers by the types of the library. */
export function addSchemas(app: FastifyInstance): void {
  const {
    $schema: _,
    $id: __,
    ...form
  } = exportForm('json-schema', { audience: 'full', locale: 'en' }) as Record<string, unknown>
  const answers = JSON.parse(readFileSync(new URL('../dist/answers.json', import.meta.url), 'utf8')) as Record<
    string,
    object
  >
  const schemas: Record<string, object> = { Snapshot: form, Problem: PROBLEM, ...CDS_SCHEMAS, ...answers }
  for (const [$id, schema] of Object.entries(schemas)) app.addSchema({ ...schema, $id })
}

const NOTHING_WRONG = (answer: Schema, type: string): Schema => ({
  description: 'The answer',
  content: { [type]: { schema: answer } },
})

export function describe({ operation, ndjson, fhir }: RouteText): FastifySchema {
  const { summary, answer, ...rest }: Operation = OPERATIONS[operation]
  const properties = rest.query ? { ...rest.query, ruleSet: text } : { ruleSet: text }
  const needed = operation === 'batch' ? ['audience'] : []
  const schema = {
    operationId: operation,
    summary,
    ...(rest.description === undefined ? {} : { description: rest.description }),
    ...(rest.body === undefined
      ? {}
      : {
          body: rest.body,
          consumes: [ndjson ? 'application/x-ndjson' : fhir ? 'application/fhir+json' : 'application/json'],
        }),
    ...(rest.params === undefined ? {} : { params: object(rest.params) }),
    ...(rest.open ? { security: [] } : { querystring: { type: 'object', properties, required: needed } }),
    response: {
      200: NOTHING_WRONG(answer, rest.type ?? 'application/json'),
      ...(rest.open ? {} : OUTCOMES.includes(operation) ? WITH_OUTCOME : WITH_PROBLEM),
    },
  }
  return schema as FastifySchema
}

const PROBLEM_ANSWER = {
  description: 'A problem (RFC 9457): codes and places, no values',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

const WITH_PROBLEM = { '4xx': PROBLEM_ANSWER, '5xx': PROBLEM_ANSWER }

/** What FHIR and CDS Hooks answer with in place of a problem. */
const OUTCOMES: readonly string[] = ['cards', 'feedback', 'fhir']
const OUTCOME_ANSWER = {
  description: 'An OperationOutcome: codes and places, no values',
  content: { 'application/json': { schema: anything } },
}
const WITH_OUTCOME = { '4xx': OUTCOME_ANSWER, '5xx': OUTCOME_ANSWER }

export const DOCUMENT: SwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'verwijswijzer-service',
      version: '1.0.0',
      description:
        'Advice on referral triage in Dutch occupational health: which service of a labour expert to request, by when and why.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  },
  refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`) },
}
