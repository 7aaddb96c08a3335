import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { fhirResponseOf } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CDS_SCHEMAS } from '../src/cds-schemas'
import { bearer, type Served, serve, TENANTS } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

const LINKS = { questions: 'https://host.example/questions', request: 'https://host.example/request' }
let served: Served
beforeAll(async () => {
  served = await serve({ tenants: TENANTS.map((tenant) => ({ ...tenant, links: LINKS })) })
})
afterAll(() => served.app.close())

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const faults = (name: keyof typeof CDS_SCHEMAS, value: unknown): unknown => {
  const valid = ajv.validate(CDS_SCHEMAS[name], value)
  return valid ? [] : ajv.errors
}

const HOOK = {
  hook: 'nl.verwijswijzer.case-view',
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { userId: 'Practitioner/1', caseId: 'case-1', snapshot: SNAPSHOT },
} as const
const ANSWERS = JSON.parse(JSON.stringify(fhirResponseOf(SNAPSHOT as never, { audience: 'full' })))
const PATIENT = {
  ...HOOK,
  hook: 'patient-view',
  context: { userId: 'Practitioner/1', patientId: 'patient-1' },
  fhirServer: 'https://fhir.example/r4',
  prefetch: { answers: { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: ANSWERS }] } },
}

const call = (id: string, payload: object, token: 'employer' | 'full' = 'employer') =>
  served.app.inject({ method: 'POST', url: `/cds-services/${id}`, payload, headers: bearer(token) })

const summaries = (answer: Awaited<ReturnType<typeof call>>): readonly string[] =>
  answer.json().cards.map(({ summary }: { summary: string }) => summary)

describe('discovery', () => {
  it('is of the form of CDS Hooks, and open', async () => {
    const answer = await served.app.inject({ url: '/cds-services' })
    expect(answer.statusCode).toBe(200)
    expect(faults('CdsServices', answer.json())).toEqual([])
    expect(answer.json().services.map(({ id }: { id: string }) => id)).toEqual([
      'triage-employer',
      'triage-full',
      'triage-patient-view',
    ])
  })
})

describe('a hook', () => {
  it('gets cards of the form of CDS Hooks', async () => {
    expect(faults('CdsRequest', HOOK)).toEqual([])
    for (const [id, token] of [
      ['triage-employer', 'employer'],
      ['triage-full', 'full'],
    ] as const) {
      const answer = await call(id, HOOK, token)
      expect(answer.statusCode).toBe(200)
      expect(faults('CdsResponse', answer.json())).toEqual([])
      expect(answer.json().cards[0].links[0].url).toBe(LINKS.request)
    }
  })

  it('of a physician’s system gets what creates a ServiceRequest', async () => {
    expect(faults('CdsRequest', PATIENT)).toEqual([])
    const answer = await call('triage-patient-view', PATIENT, 'full')
    expect(answer.statusCode).toBe(200)
    expect(faults('CdsResponse', answer.json())).toEqual([])
    const [action] = answer.json().cards[0].suggestions[0].actions
    expect(action).toMatchObject({
      type: 'create',
      resource: { resourceType: 'ServiceRequest', subject: { identifier: { value: 'patient-1' } } },
    })
  })

  it('takes the answers of a prefetch in place of a case', async () => {
    const { snapshot: _, ...context } = HOOK.context
    const answer = await call('triage-full', { ...HOOK, context, prefetch: { answers: ANSWERS } }, 'full')
    expect(answer.json().cards).toHaveLength((await call('triage-full', HOOK, 'full')).json().cards.length)
  })

  it('r-2 (a warning): a grant of scopes on patients without a patient is taken, for nothing is fetched with it', async () => {
    const grant = { access_token: 'x', token_type: 'Bearer', expires_in: 300, scope: 'patient/*.read', subject: 's' }
    const asked = { ...HOOK, fhirServer: 'https://fhir.example/r4', fhirAuthorization: grant }
    expect(faults('CdsRequest', asked)).toEqual([])
    const answer = await call('triage-full', asked, 'full')
    expect(answer.statusCode).toBe(200)
    expect(summaries(answer)).toEqual(summaries(await call('triage-full', HOOK, 'full')))
  })

  it('serves the form that the schemas check: each wrong card is found', () => {
    const card = { summary: 's', indicator: 'info', source: { label: 'l' } }
    const wrong = [
      { ...card, summary: 'x'.repeat(140) },
      { ...card, indicator: 'hard-stop' },
      { ...card, suggestions: [{ label: 'a' }] },
      { ...card, overrideReasons: [{ code: 'a' }] },
      { ...card, links: [{ label: 'a', url: 'https://a.example', type: 'absolute', appContext: 'x' }] },
      { ...card, suggestions: [{ label: 'a', actions: [{ type: 'create' }] }], selectionBehavior: 'any' },
      {
        ...card,
        suggestions: [{ label: 'a', actions: [{ type: 'delete', description: 'd', resource: {} }] }],
        selectionBehavior: 'any',
      },
      { ...card, colour: 'red' },
    ]
    expect(faults('CdsResponse', { cards: [card] })).toEqual([])
    for (const one of wrong) expect(faults('CdsResponse', { cards: [one] }), JSON.stringify(one)).not.toEqual([])
  })
})

describe('what is wrong with a hook is an OperationOutcome', () => {
  const { snapshot: _, ...without } = HOOK.context
  it.each([
    ['no data', 412, 'triage-full', { ...HOOK, context: without }],
    [
      'an empty Bundle',
      412,
      'triage-patient-view',
      { ...PATIENT, prefetch: { answers: { resourceType: 'Bundle', entry: [] } } },
    ],
    ['a prefetch that is null', 412, 'triage-patient-view', { ...PATIENT, prefetch: { answers: null } }],
    ['another hook', 422, 'triage-full', { ...HOOK, hook: 'patient-view' }],
    ['an instance that is no UUID', 422, 'triage-full', { ...HOOK, hookInstance: '1' }],
    ['no user (context)', 422, 'triage-full', { ...HOOK, context: { caseId: 'case-1', snapshot: SNAPSHOT } }],
    ['r-1: authorization without a server', 422, 'triage-full', { ...HOOK, fhirAuthorization: { access_token: 'x' } }],
    [
      'authorization in the clear',
      422,
      'triage-full',
      { ...HOOK, fhirServer: 'http://fhir.example', fhirAuthorization: { access_token: 'x' } },
    ],
    ['an unknown member', 422, 'triage-full', { ...HOOK, colour: 'red' }],
    ['a case that is wrong', 422, 'triage-full', { ...HOOK, context: { ...HOOK.context, snapshot: { asOf: 'soon' } } }],
    [
      'answers entered in error',
      422,
      'triage-patient-view',
      { ...PATIENT, prefetch: { answers: { ...ANSWERS, status: 'entered-in-error' } } },
    ],
    ['an unknown service', 404, 'triage', HOOK],
  ] as const)('%s: %i', async (_name, status, id, payload) => {
    const answer = await call(id, payload, 'full')
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    })
    expect(answer.body).not.toContain('soon')
  })

  it('the full service is not for an employer’s token', async () => {
    expect((await call('triage-full', HOOK)).statusCode).toBe(403)
    expect(
      (await served.app.inject({ method: 'POST', url: '/cds-services/triage-full', payload: HOOK })).statusCode,
    ).toBe(401)
  })
})

describe('feedback', () => {
  const CARD = '4e0a3a1e-3552-4533-ace8-5e7d73bbfd51'
  const ACCEPTED = {
    card: CARD,
    outcome: 'accepted',
    acceptedSuggestions: [{ id: CARD }],
    outcomeTimestamp: '2026-11-30T09:15:00Z',
  }
  const OVERRIDDEN = {
    card: CARD,
    outcome: 'overridden',
    overrideReason: {
      reason: { system: 'urn:x-verwijswijzer:override-reason', code: 'not-now' },
      userComment: 'Pietersen wil niet',
    },
    outcomeTimestamp: '2026-11-30T09:15:00Z',
  }
  const send = (feedback: unknown) =>
    served.app.inject({
      method: 'POST',
      url: '/cds-services/triage-employer/feedback',
      payload: { feedback } as object,
      headers: bearer('employer'),
    })

  it('is taken, also twice; of a comment nothing stays', async () => {
    expect(faults('CdsFeedback', { feedback: [ACCEPTED, OVERRIDDEN] })).toEqual([])
    const answer = await send([ACCEPTED, OVERRIDDEN, OVERRIDDEN])
    expect([answer.statusCode, answer.body]).toEqual([200, '{}'])
    expect(served.log()).toContain('"accepted":1,"overridden not-now":2')
    expect(served.log()).not.toContain('Pietersen')
  })

  it.each([
    ['fb-1: another outcome', { ...ACCEPTED, outcome: 'ignored' }],
    ['fb-2: accepted, and nothing said of what', { ...ACCEPTED, acceptedSuggestions: undefined }],
    ['fb-3: a reason without a reason', { ...OVERRIDDEN, overrideReason: {} }],
    ['no time', { ...ACCEPTED, outcomeTimestamp: 'now' }],
    ['a card that is no UUID', { ...ACCEPTED, card: '1' }],
  ])('%s is refused, and by the schema too', async (_name, one) => {
    const answer = await send([one])
    expect(answer.statusCode).toBe(422)
    expect(faults('CdsFeedback', JSON.parse(JSON.stringify({ feedback: [one] })))).not.toEqual([])
  })
})
