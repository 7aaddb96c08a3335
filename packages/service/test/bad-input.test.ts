import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

let served: Served
let port: number
beforeAll(async () => {
  served = await serve({ limits: { patience: 300 } })
  await served.app.listen({ host: '127.0.0.1', port: 0 })
  port = (served.app.server.address() as AddressInfo).port
})
afterAll(() => served.app.close())

/** What would be in the answer or the log if a value came through. */
const SECRET = 'Pietersen'

const JSON_HEADERS = { 'content-type': 'application/json' }
const body = (snapshot: unknown, more: object = {}): string =>
  JSON.stringify({ snapshot, audience: 'employer', ...more })
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

interface Bad {
  readonly name: string
  readonly status: number
  readonly url?: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
  readonly codes?: readonly string[]
}

const BAD: readonly Bad[] = [
  { name: 'no token', status: 401, headers: { authorization: '' }, payload: body(SNAPSHOT) },
  { name: 'a wrong token', status: 401, headers: { authorization: 'Bearer wrong' }, payload: body(SNAPSHOT) },
  { name: 'another scheme', status: 401, headers: { authorization: 'Basic d3Jvbmc=' }, payload: body(SNAPSHOT) },
  {
    name: 'a JWT that nobody signed',
    status: 401,
    headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    payload: body(SNAPSHOT),
  },
  { name: 'an audience beyond the token', status: 403, payload: body(SNAPSHOT, { audience: 'full' }) },
  {
    name: 'a role beyond the token',
    status: 403,
    url: '/v1/interview',
    payload: JSON.stringify({ snapshot: SNAPSHOT, role: 'occupational-physician' }),
  },
  { name: 'a route that is not there', status: 404, url: '/v1/nothing', payload: body(SNAPSHOT) },
  { name: 'another method', status: 405, method: 'PUT', payload: body(SNAPSHOT) },
  { name: 'an unknown rule set', status: 404, url: '/v1/advice?ruleSet=other@1.0.0', payload: body(SNAPSHOT) },
  { name: 'a body over the limit', status: 413, payload: body({ ...SNAPSHOT, caseId: SECRET.repeat(10_000) }) },
  { name: 'another content type', status: 415, headers: { 'content-type': 'text/plain' }, payload: body(SNAPSHOT) },
  { name: 'no content type', status: 415, headers: { 'content-type': '' }, payload: body(SNAPSHOT) },
  { name: 'a compressed body', status: 415, headers: { 'content-encoding': 'gzip' }, payload: body(SNAPSHOT) },
  { name: 'an empty body', status: 400, payload: '' },
  { name: 'no JSON', status: 400, payload: `{"snapshot": ${SECRET}`, codes: ['not-json'] },
  {
    name: 'bytes that are no text',
    status: 400,
    payload: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    codes: ['malformed-text'],
  },
  {
    name: 'a key that stands twice',
    status: 400,
    payload: `{"audience":"employer","audience":"full","snapshot":{}}`,
    codes: ['duplicate-key'],
  },
  {
    name: '10,000 levels',
    status: 400,
    payload: `{"audience":"employer","snapshot":${deep(10_000)}}`,
    codes: ['too-deep'],
  },
  {
    name: 'seventeen levels',
    status: 422,
    payload: `{"audience":"employer","snapshot":{"asOf":${deep(17)}}}`,
    codes: ['too-deep'],
  },
  {
    name: '__proto__ in the body',
    status: 422,
    payload: `{"audience":"employer","snapshot":{},"__proto__":{"a":1}}`,
    codes: ['unknown-key'],
  },
  {
    name: '__proto__ in the case',
    status: 422,
    payload: `{"audience":"employer","snapshot":{"asOf":"2026-11-22","__proto__":{"asOf":"x"}}}`,
    codes: ['forbidden-key'],
  },
  { name: 'no audience', status: 422, payload: JSON.stringify({ snapshot: SNAPSHOT }), codes: ['missing-key'] },
  { name: 'an audience that is null', status: 422, payload: body(SNAPSHOT, { audience: null }), codes: ['wrong-type'] },
  { name: 'an unknown audience', status: 422, payload: body(SNAPSHOT, { audience: SECRET }), codes: ['unknown-value'] },
  { name: 'an unknown member', status: 422, payload: body(SNAPSHOT, { policy: {} }), codes: ['unknown-key'] },
  { name: 'a list for a body', status: 422, payload: '[]', codes: ['wrong-type'] },
  { name: 'a case that is no object', status: 422, payload: body(3), codes: ['wrong-type'] },
  { name: 'a case without its day', status: 422, payload: body({}), codes: ['missing-key'] },
  { name: 'a value that is wrong', status: 422, payload: body({ ...SNAPSHOT, asOf: SECRET }), codes: ['invalid-date'] },
  {
    name: 'a fact that is not there',
    status: 422,
    payload: body({ ...SNAPSHOT, name: SECRET }),
    codes: ['unknown-key'],
  },
  {
    name: 'an answer of the physician that is wrong, for the employer',
    status: 422,
    payload: body({ ...SNAPSHOT, health: { course: SECRET, complaints: 3 } }),
    codes: ['physicians-answer'],
  },
  {
    name: 'a brief advice with a record',
    status: 422,
    payload: body(SNAPSHOT, { detail: 'brief', record: 'minimal' }),
    codes: ['contradiction'],
  },
  { name: 'an unknown form', status: 404, method: 'GET', url: '/v1/forms/paper' },
  { name: 'an unknown hook', status: 404, url: '/cds-services/other', payload: '{}' },
]

describe('what is refused, with a code and a place and no value', () => {
  it.each(BAD)(
    '$name is $status',
    async ({ status, url = '/v1/advice', method = 'POST', headers = {}, payload, codes }) => {
      const all = { ...bearer('employer'), ...(payload === undefined ? {} : JSON_HEADERS), ...headers }
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
      const answer = await served.app.inject({
        method,
        url,
        headers: given,
        ...(payload === undefined ? {} : { payload }),
      })
      expect(answer.statusCode).toBe(status)
      expect(answer.body).not.toContain(SECRET)
      expect(served.log()).not.toContain(SECRET)
      const isFhir = url.startsWith('/cds')
      expect(answer.headers['content-type']).toMatch(isFhir ? /^application\/json/ : /^application\/problem\+json/)
      if (isFhir) return
      const problem = answer.json()
      expect(problem).toMatchObject({ status, type: expect.stringMatching(/^urn:x-verwijswijzer:problem:/) })
      expect(problem.instance).toBe(`urn:uuid:${answer.headers['verwijswijzer-decision-id']}`)
      for (const issue of problem.issues)
        expect(Object.keys(issue).sort()).toEqual(issue.other ? ['code', 'other', 'path'] : ['code', 'path'])
      if (codes) expect(problem.issues.map(({ code }: { code: string }) => code)).toEqual(codes)
    },
  )

  it('the place of a wrong answer of the physician is not told to the employer, and is to the physician', async () => {
    const snapshot = { ...SNAPSHOT, health: { course: 'wrong' } }
    const answers = await Promise.all(
      (['employer', 'full'] as const).map((audience) =>
        served.app.inject({
          method: 'POST',
          url: '/v1/advice',
          headers: bearer(audience),
          payload: { snapshot, audience },
        }),
      ),
    )
    expect(answers.map((answer) => answer.json().issues)).toEqual([
      [{ code: 'physicians-answer', path: [] }],
      [{ code: 'unknown-value', path: ['snapshot', 'health', 'course'] }],
    ])
  })

  it('with two tenants the header must say which', async () => {
    const ask = (tenant: object) =>
      served.app.inject({
        method: 'POST',
        url: '/v1/advice',
        headers: { ...bearer('two'), ...tenant },
        payload: { snapshot: SNAPSHOT, audience: 'employer' },
      })
    expect((await ask({})).statusCode).toBe(400)
    expect((await ask({ 'verwijswijzer-tenant': 'other' })).statusCode).toBe(200)
    expect((await ask({ 'verwijswijzer-tenant': 'third' })).statusCode).toBe(404)
  })

  it('bytes that are no HTTP end the connection, and nothing else', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(`${SECRET} / nothing\r\n\r\n`))
      let text = ''
      socket.on('data', (chunk) => {
        text += String(chunk)
      })
      socket.on('close', () => resolve(text))
    })
    expect(answer).toMatch(/^HTTP\/1.1 400/)
    expect(answer).not.toContain(SECRET)
    expect((await served.app.inject({ url: '/readyz' })).statusCode).toBe(200)
  })

  it('a body that drips in is cut off', async () => {
    const started = performance.now()
    const outcome = await new Promise<string>((resolve) => {
      const call = request({
        port,
        method: 'POST',
        path: '/v1/advice',
        headers: { ...bearer('employer'), ...JSON_HEADERS, 'content-length': 500 },
      })
      call.on('error', () => resolve('closed'))
      call.on('response', (response) => resolve(String(response.statusCode)))
      call.write('{"snapshot":')
    })
    expect(['closed', '408']).toContain(outcome)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
