import { Fhir } from 'fhir'
import { describe, expect, it } from 'vitest'
import { type Advice, adviceToFhir, createTriage, type FhirBundle, TriageError } from '../../../src/index'
import { typeFaults } from '../../support/fhir-types'
import { loadFixtures } from '../../support/load-fixtures'
import { MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'

const DECISION = '0b8f4a38-7a5c-4f43-9a41-6b5a3f0c2f11'
const OPTIONS = {
  decision: DECISION,
  subject: { system: 'urn:x-host:case', value: 'case-1' },
  recordedAt: '2026-11-30T09:15:00Z',
  answers: 'QuestionnaireResponse/answers-1',
} as const

/** One in so many: every status, step and relation is among them. */
const EACH = 12
const isUnderway = (snapshot: unknown): boolean => JSON.stringify(snapshot).includes('"state":"requested"')
const ADVICES: readonly Advice[] = [
  ...loadFixtures()
    .filter(({ options, snapshot }, at) => options === undefined && (at % EACH === 0 || isUnderway(snapshot)))
    .map(({ snapshot }, at) => createTriage({ audience: at % 2 === 0 ? 'full' : 'employer' })(snapshot)),
  createTriage({ audience: 'full' })(MEDICAL_SNAPSHOT),
]

const bundleOf = (advice: Advice, release: 'R4' | 'R5' = 'R4'): FhirBundle =>
  adviceToFhir(advice, { ...OPTIONS, release })
const resourcesOf = (bundle: FhirBundle, type: string) =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)

describe('the bundles', () => {
  it('are of cases with every status and every step', () => {
    expect(ADVICES.length).toBeGreaterThan(20)
    expect([...new Set(ADVICES.map(({ status }) => status))].sort()).toEqual([
      'more-information-needed',
      'no-referral',
      'plan-referral',
      'refer-now',
    ])
  })

  it('are valid FHIR R4 by the definitions of HL7', () => {
    const fhir = new Fhir()
    for (const advice of ADVICES)
      for (const resource of [bundleOf(advice), ...bundleOf(advice).entry.map((entry) => entry.resource)]) {
        const { messages } = fhir.validate(JSON.parse(JSON.stringify(resource)), { errorOnUnexpected: true })
        // Of our own code systems it knows nothing, and says so.
        expect(
          messages.filter(({ severity }: { severity?: string }) => severity === 'error' || severity === 'fatal'),
        ).toEqual([])
      }
  })

  it('are not, where a part is missing, unknown or of another word', () => {
    const fhir = new Fhir()
    const [request] = resourcesOf(bundleOf(ADVICES.at(-1) as Advice), 'ServiceRequest')
    const { subject: _, ...without } = request as unknown as Record<string, unknown>
    for (const wrong of [without, { ...request, colour: 'red' }, { ...request, status: 'perhaps' }])
      expect(fhir.validate(wrong as never, { errorOnUnexpected: true }).messages.length).toBeGreaterThan(0)
  })

  it.each([
    ['r4', 'R4'],
    ['r5', 'R5'],
  ] as const)('are of the types of FHIR %s', (release, name) => {
    const all = ADVICES.filter((_, at) => at % 3 === 0).flatMap((advice) =>
      bundleOf(advice, name).entry.map(({ resource }) => resource),
    )
    // Every type, with every key that occurs.
    const seen = new Set<string>()
    const telling = all.filter((resource) => {
      const shape = shapeOf(resource)
      return seen.has(shape) ? false : seen.add(shape)
    })
    const faults = typeFaults(
      release,
      telling.map((resource) => ({ type: resource.resourceType, resource })),
    )
    expect(faults).toEqual([])
    const other = all.find(({ resourceType }) => resourceType === 'ServiceRequest') as object
    expect(typeFaults(release === 'r4' ? 'r5' : 'r4', [{ type: 'ServiceRequest', resource: other }])).not.toEqual([])
  })
})

const shapeOf = (value: unknown): string =>
  Array.isArray(value)
    ? `[${[...new Set(value.map(shapeOf))].sort().join()}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.entries(value)
          .map(
            ([key, part]) =>
              `${key}:${key === 'resourceType' || key.endsWith('tatus') || key === 'role' ? String(part) : shapeOf(part)}`,
          )
          .sort()
          .join()}}`
      : typeof value

describe('a bundle says what the advice says', () => {
  const advice = createTriage({ audience: 'full', locale: 'en' })(SAMPLE_SNAPSHOT)
  const bundle = bundleOf(advice)

  it('a request for each recommendation, in its window, as far as it is certain', () => {
    expect(resourcesOf(bundle, 'ServiceRequest')).toEqual(
      advice.recommendations.map(({ service, certainty, timing }) =>
        expect.objectContaining({
          status: 'draft',
          intent: certainty === 'certain' ? 'plan' : 'proposal',
          occurrencePeriod: { start: timing.startFrom, end: timing.startBy },
          code: expect.objectContaining({ coding: [expect.objectContaining({ code: service })] }),
        }),
      ),
    )
  })

  it('a question for each that is open, and a status that says so', () => {
    const [guidance] = resourcesOf(bundle, 'GuidanceResponse')
    expect(guidance).toMatchObject({ status: 'data-requested', occurrenceDateTime: advice.asOf })
    expect(guidance?.dataRequirement).toHaveLength(advice.openQuestions.length)
  })

  it('every reference is to something in it, or the host’s own', () => {
    const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl))
    expect(urls.size).toBe(bundle.entry.length)
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, to]) => String(to))
    expect(references.length).toBeGreaterThan(5)
    expect(references.filter((to) => !urls.has(to) && to !== OPTIONS.answers)).toEqual([])
  })

  it('the same advice gives the same bytes', () => {
    expect(JSON.stringify(bundleOf(advice))).toBe(JSON.stringify(bundleOf(structuredClone(advice))))
  })

  it('nothing of what only the physician knows, for the employer', () => {
    const [knows, doesNot] = [MEDICAL_SNAPSHOT, SAMPLE_SNAPSHOT].map((snapshot) =>
      JSON.stringify(bundleOf(createTriage()(snapshot))),
    )
    expect(knows).toBe(doesNot)
  })

  it('a held or a running service is a task that waits or runs', () => {
    const statuses = new Set(ADVICES.flatMap((one) => resourcesOf(bundleOf(one), 'Task').map(({ status }) => status)))
    expect([...statuses]).toEqual(expect.arrayContaining(['draft', 'on-hold', 'requested']))
  })
})

describe('a wrong option is refused, each by its path', () => {
  const advice = createTriage()(SAMPLE_SNAPSHOT)
  it.each([
    ['release', { ...OPTIONS, release: 'R3' }],
    ['decision', { ...OPTIONS, release: 'R4', decision: '1' }],
    ['subject', { ...OPTIONS, release: 'R4', subject: { system: 'urn:x', value: 'a person' } }],
    ['recordedAt', { ...OPTIONS, release: 'R4', recordedAt: 'now' }],
    ['answers', { ...OPTIONS, release: 'R4', answers: 'two words' }],
    ['colour', { ...OPTIONS, release: 'R4', colour: 'red' }],
  ])('%s', (name, options) => {
    expect.assertions(2)
    try {
      adviceToFhir(advice, options as never)
    } catch (error) {
      expect(error).toBeInstanceOf(TriageError)
      expect((error as TriageError).issues.map(({ path }) => path[1])).toEqual([name])
    }
  })

  it('and what is no advice', () => {
    expect(() => adviceToFhir({ ...advice, next: 3 } as never, { ...OPTIONS, release: 'R4' })).toThrow(TriageError)
    expect(() => adviceToFhir(advice, undefined as never)).toThrow(TriageError)
  })
})
