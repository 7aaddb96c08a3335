import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type Audience, createBriefTriage, fhirResponseOf, parseSnapshot, parseSnapshotText } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVICE } from './support/process'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

let served: Served
/** Every operation of the document that needs a token. */
let operations: readonly Operation[]
beforeAll(async () => {
  served = await serve()
  const { paths } = (await served.app.inject({ url: '/openapi.json' })).json() as Document
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { security }]) => security === undefined)
      .map(([method, { operationId }]) => ({ id: operationId, method: method.toUpperCase() as 'POST', url: path })),
  )
})
afterAll(() => served.app.close())

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly security?: readonly [] }>>>
  >
}

interface Operation {
  readonly id: string
  readonly method: 'GET' | 'POST'
  readonly url: string
}

/** What would be in the answer or the log if a value came through. */
const SECRET = 'Pietersen'
const UUID = 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea'
const ANSWERS = JSON.parse(JSON.stringify(fhirResponseOf(SNAPSHOT as never, { audience: 'full' })))

/** A body that is right for each operation that takes one, with every member that may be there. */
const RIGHT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  advice: { snapshot: SNAPSHOT, audience: 'employer', locale: 'nl', detail: 'full', record: 'none' },
  changes: { snapshot: SNAPSHOT, audience: 'employer', locale: 'nl', previous: createBriefTriage()(SNAPSHOT) },
  timeline: { snapshot: SNAPSHOT, audience: 'employer', locale: 'nl', until: '2026-12-01' },
  interview: { snapshot: SNAPSHOT, role: 'case-manager', locale: 'nl', order: 'decision', answeredBy: {} },
  answers: { answers: SNAPSHOT, role: 'case-manager', kept: { snapshot: SNAPSHOT }, locale: 'nl', whole: false },
  migrations: { snapshot: SNAPSHOT, from: '1.0.0', audience: 'employer', locale: 'nl' },
  cards: {
    hook: 'nl.verwijswijzer.case-view',
    hookInstance: UUID,
    context: { userId: 'Practitioner/1', caseId: 'case-1', snapshot: SNAPSHOT },
  },
  feedback: {
    feedback: [
      {
        card: UUID,
        outcome: 'accepted',
        acceptedSuggestions: [{ id: UUID }],
        outcomeTimestamp: '2026-11-30T09:15:00Z',
      },
    ],
  },
  fhir: {
    resourceType: 'Parameters',
    parameter: [
      { name: 'answers', resource: ANSWERS },
      { name: 'audience', valueCode: 'employer' },
      { name: 'subject', valueIdentifier: { system: 'urn:x-host:case', value: 'case-1' } },
    ],
  },
}
const LINE = `${JSON.stringify(SNAPSHOT)}\n`

interface Change {
  readonly token?: 'employer' | 'nothing' | 'none' | 'wrong'
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
  readonly payload?: string | Buffer
}

/** One call of an operation, right but for the change. */
function call({ id, method, url }: Operation, { token = 'employer', headers, query, payload }: Change = {}) {
  const filled = url.replace('{id}', 'triage-employer').replace('{format}', 'json-schema').replace('{release}', 'R4')
  const queries = [...(id === 'batch' ? ['audience=employer'] : []), ...(query === undefined ? [] : [query])]
  const authorization = token === 'none' ? {} : token === 'wrong' ? { authorization: 'Bearer wrong' } : bearer(token)
  const type = id === 'batch' ? 'application/x-ndjson' : id === 'fhir' ? 'application/fhir+json' : 'application/json'
  const text = payload ?? (id === 'batch' ? LINE : JSON.stringify(RIGHT[id]))
  return served.app.inject({
    method,
    url: queries.length > 0 ? `${filled}?${queries.join('&')}` : filled,
    headers: { ...authorization, ...(method === 'POST' ? { 'content-type': type } : {}), ...headers },
    ...(method === 'POST' ? { payload: id === 'batch' ? Readable.from([text]) : text } : {}),
  })
}

type Answer = Awaited<ReturnType<typeof call>>

/** Codes of a problem, or of an OperationOutcome. */
function codesOf(answer: Answer): readonly string[] {
  const { issues, issue } = answer.json()
  return issues
    ? issues.map(({ code }: { code: string }) => code)
    : issue.map((one: { details: { coding: { code: string }[] } }) => one.details.coding[0]?.code)
}

/** A refusal: its status, its form, and no value in it or in the log. */
function expectRefusal(answer: Answer, status: number, where: string): void {
  expect(answer.statusCode, `${where}: ${answer.body.slice(0, 300)}`).toBe(status)
  const isOutcome = /[/](cds-services|fhir)[/]/.test(where)
  const type = String(answer.headers['content-type'])
  expect(type, where).toMatch(isOutcome ? /^application[/](fhir[+])?json/ : /^application[/]problem[+]json/)
  expect(answer.json(), where).toMatchObject(isOutcome ? { resourceType: 'OperationOutcome' } : { status })
  expect(answer.body, where).not.toContain(SECRET)
  expect(served.log(), where).not.toContain(SECRET)
}

it('the right calls, of which those below are changes, are all answered', async () => {
  expect(operations.length).toBeGreaterThanOrEqual(16)
  for (const operation of operations) expect((await call(operation)).statusCode, operation.id).toBe(200)
})

describe('every operation that needs a token', () => {
  it.each<readonly [string, number, Change]>([
    ['without one', 401, { token: 'none' }],
    ['with a wrong one', 401, { token: 'wrong' }],
    ['of a scheme that is not taken', 401, { token: 'none', headers: { authorization: 'Basic d3Jvbmc=' } }],
    ['for a tenant that nobody has', 404, { headers: { 'verwijswijzer-tenant': SECRET.toLowerCase() } }],
    ['for a tenant that is another’s', 404, { headers: { 'verwijswijzer-tenant': 'other' } }],
    ['for a tenant that is a name of every object', 404, { headers: { 'verwijswijzer-tenant': '__proto__' } }],
    ['of a rule set that is not loaded', 404, { query: `ruleSet=${SECRET}@1.0.0` }],
    ['of two rule sets', 404, { query: 'ruleSet=a@1.0.0&ruleSet=b@1.0.0' }],
    ['with a pinned digest that is not loaded', 409, { headers: { 'if-match': `"${'0'.repeat(64)}"` } }],
    ['with several pinned digests, none of them loaded', 409, { headers: { 'if-match': '"a", "b"' } }],
  ])('%s is %i', async (_name, status, change) => {
    for (const operation of operations) expectRefusal(await call(operation, change), status, operation.url)
  })

  it('is answered where the pinned digest is loaded, or any will do', async () => {
    const { advice } = (await call({ id: 'advice', method: 'POST', url: '/v1/advice' })).json()
    for (const wanted of [`"${advice.ruleSet.digest}"`, `"x", "${advice.ruleSet.digest}"`, '*'])
      for (const operation of operations)
        expect((await call(operation, { headers: { 'if-match': wanted } })).statusCode, operation.url).toBe(200)
  })

  it('one tenant is as little told of another as of one that is not there', async () => {
    const [others, nobodys] = await Promise.all(
      ['other', 'nobody'].map((name) =>
        call({ id: 'facts', method: 'GET', url: '/v1/facts' }, { headers: { 'verwijswijzer-tenant': name } }),
      ),
    )
    const same = ({ body }: Answer): string => body.replace(/urn:uuid:[0-9a-f-]+/, '')
    expect(same(others as Answer)).toBe(same(nobodys as Answer))
  })

  it('with a scope that does not hold it is 403; the catalogues are for every caller', async () => {
    for (const operation of operations) {
      const answer = await call(operation, { token: 'nothing' })
      if (['rules', 'services', 'policy', 'sources', 'facts'].includes(operation.id))
        expect(answer.statusCode, operation.url).toBe(200)
      else expectRefusal(answer, 403, operation.url)
    }
  })
})

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
const withText = (id: string, text: string): string => `${JSON.stringify(RIGHT[id]).slice(0, -1)},${text}}`

describe('every operation that takes JSON', () => {
  const taking = (): readonly Operation[] => operations.filter(({ id, method }) => method === 'POST' && id !== 'batch')

  it.each<readonly [string, number, (id: string) => Change]>([
    ['another content type', 415, () => ({ headers: { 'content-type': 'text/plain' } })],
    ['a stream', 415, () => ({ headers: { 'content-type': 'application/x-ndjson' } })],
    ['a compressed body', 415, () => ({ headers: { 'content-encoding': 'gzip' } })],
    ['a body over the limit', 413, (id) => ({ payload: withText(id, `"x":"${SECRET.repeat(10_000)}"`) })],
    ['an empty body', 400, () => ({ payload: '' })],
    ['half a body', 400, (id) => ({ payload: JSON.stringify(RIGHT[id]).slice(0, -9) })],
    ['bytes that are no text', 400, () => ({ payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]) })],
    ['a key that stands twice', 400, (id) => ({ payload: withText(id, JSON.stringify(RIGHT[id]).slice(1, -1)) })],
    ['10,000 levels', 400, (id) => ({ payload: withText(id, `"x":${deep(10_000)}`) })],
    ['__proto__', 422, (id) => ({ payload: withText(id, '"__proto__":{"audience":"full"}') })],
    ['constructor', 422, (id) => ({ payload: withText(id, '"constructor":{"prototype":{}}') })],
    ['an unknown member', 422, (id) => ({ payload: withText(id, `"colour":"${SECRET}"`) })],
    ['nothing in it', 422, () => ({ payload: '{}' })],
    ['null', 422, () => ({ payload: 'null' })],
    ['a number', 422, () => ({ payload: '3' })],
    ['a text', 422, () => ({ payload: `"${SECRET}"` })],
    ['a list', 422, () => ({ payload: '[]' })],
  ])('%s is %i', async (_name, status, change) => {
    for (const operation of taking()) expectRefusal(await call(operation, change(operation.id)), status, operation.url)
    expect(({} as { audience?: unknown }).audience).toBeUndefined()
  })

  it('a member of another type, or of a word that is none, is 422, and names its place', async () => {
    const wrong: readonly unknown[] = [null, 3, true, SECRET, [], [SECRET], { a: SECRET }]
    let tried = 0
    for (const operation of taking())
      for (const [member, right] of Object.entries(RIGHT[operation.id] ?? {}))
        for (const value of wrong) {
          // Whether a list is one of answers, and a yes is a yes, is no question of type.
          if (typeof value === 'boolean' && typeof right === 'boolean') continue
          const payload = JSON.stringify({ ...RIGHT[operation.id], [member]: value })
          const where = `${operation.url} ${member} ${JSON.stringify(value)}`
          const answer = await call(operation, { payload })
          tried += 1
          // A hook without data is told so, and a list of feedback may be empty.
          if (member === 'feedback' && JSON.stringify(value) === '[]') continue
          expectRefusal(answer, 422, where)
          expect(codesOf(answer).length, where).toBeGreaterThan(0)
        }
    expect(tried).toBeGreaterThan(200)
  })
})

describe('a query that is wrong', () => {
  it.each([
    ['/v1/rules?locale=fr', 422],
    ['/v1/rules?locale=nl&locale=en', 422],
    ['/v1/forms/json-schema?role=boss', 422],
    ['/v1/forms/json-schema?audience=everybody', 422],
    ['/v1/forms/json-schema?audience=full', 403],
    ['/v1/forms/json-schema?role=occupational-physician', 403],
    ['/v1/forms/paper', 404],
  ] as const)('%s is %i', async (url, status) => {
    expectRefusal(await served.app.inject({ url, headers: bearer('employer') }), status, url)
  })

  it.each([
    ['audience=everybody', 422],
    ['audience=full', 403],
    ['', 422],
    ['audience=employer&locale=fr', 422],
    ['audience=employer&detail=none', 422],
  ] as const)('of a batch: %s is %i', async (query, status) => {
    const url = `/v1/advice/batch?${query}`
    const headers = { ...bearer('employer'), 'content-type': 'application/x-ndjson' }
    expectRefusal(
      await served.app.inject({ method: 'POST', url, headers, payload: Readable.from([LINE]) }),
      status,
      url,
    )
  })
})

const INVALID = join(SERVICE, '../../fixtures/invalid/snapshots')

describe('whatever the library refuses', () => {
  it.each(readdirSync(INVALID))('%s: its codes and places, and no value of it', async (file) => {
    const text = readFileSync(join(INVALID, file), 'utf8').trim()
    for (const audience of ['employer', 'full'] satisfies Audience[]) {
      const answer = await served.app.inject({
        method: 'POST',
        url: '/v1/advice',
        headers: { ...bearer('full'), 'content-type': 'application/json' },
        payload: `{"audience":"${audience}","snapshot":${text}}`,
      })
      // Text that is not to be trusted is refused as a text; whatever can be read is looked at as a case.
      const read =
        answer.statusCode === 400
          ? parseSnapshotText(text, { audience })
          : parseSnapshot(JSON.parse(text), { audience })
      const expected = read.ok ? [] : read.issues
      expect([400, 422], answer.body).toContain(answer.statusCode)
      expect(expected.length).toBeGreaterThan(0)
      const { issues } = answer.json() as { issues: readonly { code: string; path: readonly unknown[] }[] }
      expect(issues.map(({ code }) => code)).toEqual(expected.map(({ code }) => code))
      // What is no JSON has no places that can be told, and the physician's answers have none for an employer.
      if (answer.statusCode === 422)
        expect(issues.map(({ path }) => path)).toEqual(
          expected.map(({ code, path }) => (code === 'physicians-answer' ? [] : ['snapshot', ...path])),
        )
      for (const value of textsIn(text)) expect(answer.body).not.toContain(value)
    }
  })

  it.each<readonly [string, string, string, object]>([
    [
      'date-before-case',
      '/v1/advice',
      'employer',
      { snapshot: { ...SNAPSHOT, process: { problemAnalysisOn: '2025-02-03' } } },
    ],
    [
      'wrong-role',
      '/v1/answers',
      'employer',
      { answers: { asOf: '2026-11-22', health: { course: 'stable' } }, role: 'case-manager' },
    ],
    ['unknown-version', '/v1/migrations', 'employer', { snapshot: SNAPSHOT, from: '0.0.1' }],
  ])('%s of %s', async (code, url, audience, given) => {
    const payload = url === '/v1/answers' ? given : { ...given, audience }
    const answer = await served.app.inject({ method: 'POST', url, headers: bearer('full'), payload })
    expectRefusal(answer, 422, url)
    expect(codesOf(answer)).toContain(code)
  })
})

/** Texts of a snapshot that say something of a person: days, words and names, and not the names of members. */
function textsIn(text: string): readonly string[] {
  return [...text.matchAll(/:\s*"([^"\\]{4,})"/g)].map(([, value]) => String(value))
}
