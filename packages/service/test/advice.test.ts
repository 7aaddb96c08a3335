import { createBriefTriage, createTriage, verifyRecord } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.app.close())

const post = (url: string, payload: object, token: 'employer' | 'full' = 'employer', headers: object = {}) =>
  served.app.inject({ method: 'POST', url, payload, headers: { ...bearer(token), ...headers } })

describe('an advice', () => {
  it('is the one of the library, with its decision id and rules in the headers', async () => {
    const answer = await post('/v1/advice', { snapshot: SNAPSHOT, audience: 'employer' })
    expect(answer.statusCode).toBe(200)
    const { decision, advice } = answer.json()
    expect(advice).toEqual(JSON.parse(JSON.stringify(createTriage({ audience: 'employer' })(SNAPSHOT))))
    expect(answer.headers['verwijswijzer-decision-id']).toBe(decision)
    expect(answer.headers['verwijswijzer-rule-set']).toBe(`${advice.ruleSet.id}@${advice.ruleSet.version}`)
    expect(answer.headers['verwijswijzer-digest']).toBe(advice.ruleSet.digest)
  })

  it('is brief where that is asked, and in the language of the tenant or the body', async () => {
    const brief = await post('/v1/advice', { snapshot: SNAPSHOT, audience: 'employer', detail: 'brief' })
    expect(brief.json().advice).toEqual(JSON.parse(JSON.stringify(createBriefTriage()(SNAPSHOT))))
    const english = await post('/v1/advice', { snapshot: SNAPSHOT, audience: 'employer', locale: 'en' })
    expect(english.json().advice.locale).toBe('en')
    const other = await served.app.inject({
      method: 'POST',
      url: '/v1/advice',
      payload: { snapshot: SNAPSHOT, audience: 'employer' },
      headers: { ...bearer('two'), 'verwijswijzer-tenant': 'other' },
    })
    expect(other.json().advice.locale).toBe('en')
  })

  it('comes with a record that the key of the tenant verifies', async () => {
    const answer = await post('/v1/advice', { snapshot: SNAPSHOT, audience: 'full', record: 'minimal' }, 'full')
    const { decision, record } = answer.json()
    expect(record.id).toBe(decision)
    expect(verifyRecord(record, SNAPSHOT, { key: 'a key of at least sixteen bytes' })).toEqual({ outcome: 'same' })
  })

  it('is not given where the rules are not those that were asked for', async () => {
    const body = { snapshot: SNAPSHOT, audience: 'employer' }
    const { advice } = (await post('/v1/advice', body)).json()
    const same = await post('/v1/advice', body, 'employer', { 'if-match': `"${advice.ruleSet.digest}"` })
    expect(same.statusCode).toBe(200)
    const other = await post('/v1/advice', body, 'employer', { 'if-match': `"${'0'.repeat(64)}"` })
    expect(other.statusCode).toBe(409)
    const named = await post(`/v1/advice?ruleSet=${advice.ruleSet.id}@${advice.ruleSet.version}`, body)
    expect(named.statusCode).toBe(200)
    const unknown = await post(`/v1/advice?ruleSet=${advice.ruleSet.id}@0.0.1`, body)
    expect(unknown.statusCode).toBe(404)
  })
})

describe('beside it', () => {
  it('changes tells what changed since a brief advice', async () => {
    const before = (await post('/v1/advice', { snapshot: SNAPSHOT, audience: 'employer', detail: 'brief' })).json()
    const same = await post('/v1/changes', { snapshot: SNAPSHOT, audience: 'employer', previous: before.advice })
    expect(same.json().changes).toEqual([])
    const delivered = {
      ...SNAPSHOT,
      returnToWork: { ownWork: 'expected' },
    }
    const after = await post('/v1/changes', { snapshot: delivered, audience: 'employer', previous: before.advice })
    expect(after.statusCode).toBe(200)
    expect(after.json().changes).not.toEqual([])
    const wrong = await post('/v1/changes', { snapshot: SNAPSHOT, audience: 'employer', previous: { asOf: 1 } })
    expect(wrong.statusCode).toBe(422)
  })

  it('timeline gives days, or a picture', async () => {
    const body = { snapshot: SNAPSHOT, audience: 'employer' }
    const days = await post('/v1/timeline', { ...body, until: '2027-02-01' })
    expect(days.json().timeline.until).toBe('2027-02-01')
    const picture = await post('/v1/timeline', body, 'employer', { accept: 'image/svg+xml' })
    expect(picture.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(picture.body).toMatch(/^<svg/)
  })

  it('interview and answers go on until there is nothing to ask', async () => {
    const asks = await post('/v1/interview', { snapshot: SNAPSHOT, role: 'case-manager' })
    expect(asks.statusCode).toBe(200)
    expect(asks.json().interview.role).toBe('case-manager')
    const first = await post('/v1/answers', { answers: SNAPSHOT, role: 'case-manager' })
    expect(first.statusCode).toBe(200)
    const { kept } = first.json()
    const next = await post('/v1/answers', {
      kept,
      answers: { asOf: '2026-11-23', signals: { employeeAsks: true } },
      role: 'case-manager',
    })
    expect(next.statusCode).toBe(200)
    expect(next.json().kept.snapshot).toMatchObject({ ...SNAPSHOT, asOf: '2026-11-23' })
  })

  it('migrations brings an older case along', async () => {
    const answer = await post('/v1/migrations', { snapshot: SNAPSHOT, from: '1.0.0', audience: 'employer' })
    expect(answer.statusCode).toBe(200)
    expect(answer.json().snapshot.asOf).toBe(SNAPSHOT.asOf)
    const unknown = await post('/v1/migrations', { snapshot: SNAPSHOT, from: '9.0.0', audience: 'employer' })
    expect(unknown.json().issues).toEqual([{ code: 'unknown-version', path: ['from'] }])
  })
})

describe('the catalogues and forms', () => {
  it.each(['rules', 'services', 'policy', 'sources', 'facts', 'forms/json-schema', 'forms/fhir-questionnaire'])(
    '%s is there, and not sent twice',
    async (name) => {
      const first = await served.app.inject({ url: `/v1/${name}`, headers: bearer('employer') })
      expect(first.statusCode).toBe(200)
      const tag = String(first.headers.etag)
      const again = await served.app.inject({
        url: `/v1/${name}`,
        headers: { ...bearer('employer'), 'if-none-match': tag },
      })
      expect([again.statusCode, again.body]).toEqual([304, ''])
    },
  )

  it('have another tag where the policy of the tenant is another', async () => {
    const tags: unknown[] = []
    for (const policy of [{}, { 'frequentAbsence.minReports': 4 }]) {
      const one = await serve({ tenants: [{ name: 'default', policy }, { name: 'other' }] })
      const { headers } = await one.app.inject({ url: '/v1/policy', headers: bearer('employer') })
      tags.push(headers.etag)
      await one.app.close()
    }
    expect(new Set(tags).size).toBe(2)
  })

  it('a policy that changes in time has a digest for each of its values, and each may be asked for', async () => {
    const values = [
      { from: '2026-01-01', value: 4 },
      { from: '2026-11-01', value: 5 },
    ].map((one) => ({ ...one, source: 'the board' }))
    const tenants = [{ name: 'default', policy: { 'frequentAbsence.minReports': values } }, { name: 'other' }]
    const one = await serve({ tenants })
    const ask = (asOf: string, headers: object = {}) =>
      one.app.inject({
        method: 'POST',
        url: '/v1/advice',
        payload: { snapshot: { asOf }, audience: 'employer' },
        headers: { ...bearer('employer'), ...headers },
      })
    const [before, after] = await Promise.all([ask('2026-10-31'), ask('2026-11-01')])
    const [old, now] = [before, after].map(({ headers }) => String(headers['verwijswijzer-digest'])) as [string, string]
    expect(old).not.toBe(now)
    for (const digest of [old, now]) {
      const wanted = { 'if-match': `"${digest}"` }
      const rules = await one.app.inject({ url: '/v1/rules', headers: { ...bearer('employer'), ...wanted } })
      expect([rules.statusCode, rules.headers['verwijswijzer-digest']]).toEqual([200, undefined])
      expect((await ask('2026-11-01', wanted)).statusCode).toBe(digest === now ? 200 : 409)
    }
    await one.app.close()
  })

  it('a form for the employer has no question of the physician', async () => {
    const form = await served.app.inject({ url: '/v1/forms/json-schema', headers: bearer('employer') })
    expect(form.body).not.toContain('complaints')
    const full = await served.app.inject({ url: '/v1/forms/json-schema?audience=full', headers: bearer('employer') })
    expect(full.statusCode).toBe(403)
  })
})

it('says that it lives and is ready without a token, and no more', async () => {
  for (const url of ['/livez', '/readyz']) {
    const answer = await served.app.inject({ url })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  }
})
