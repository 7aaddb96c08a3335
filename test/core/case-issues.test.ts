import { describe, expect, it } from 'vitest'
import { BASE_FACTS } from '../../src/core/snapshot/catalogue'
import { type Issue, shippedRuleSet, type TriageError, triageSync } from '../../src/index'

const asOf = '2026-11-30'
const FULL = { audience: 'full', locale: 'en' } as const
const absent = { spells: [{ firstDay: '2026-03-02' }], leaves: [] }

/** What is refused: code and place. */
function refused(snapshot: unknown, options: object = FULL): readonly string[] {
  try {
    triageSync(snapshot, options)
    return []
  } catch (error) {
    return (error as TriageError).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }
}

const issueOf = (snapshot: unknown, options: object = FULL): Issue | undefined => {
  try {
    triageSync(snapshot, options)
    return undefined
  } catch (error) {
    return (error as TriageError).issues[0]
  }
}

describe('a day of what was done', () => {
  it.each([
    ['process.problemAnalysisOn', { process: { problemAnalysisOn: '2026-12-01' } }],
    ['process.actionPlanOn', { process: { actionPlanOn: '2026-12-01' } }],
    ['process.medicalAdviceOn', { process: { medicalAdviceOn: '2026-12-01' } }],
    ['process.firstYearEvaluationOn', { process: { firstYearEvaluationOn: '2026-12-01' } }],
    ['absence.therapeuticWorkSince', { absence: { therapeuticWorkSince: '2026-12-01' } }],
    ['process.capacityDocument.on', { process: { capacityDocument: { type: 'other', on: '2026-12-01' } } }],
    ['process.services.0.on', { process: { services: [{ service: 'file-check', on: '2026-12-01' }] } }],
    [
      'process.services.0.on',
      { process: { services: [{ service: 'file-check', on: '2026-12-01', state: 'requested' }] } },
    ],
    [
      'process.services.0.on',
      { process: { services: [{ service: 'file-check', on: '2026-12-01', state: 'declined' }] } },
    ],
    ['process.raised.0.on', { process: { raised: [{ id: 'file-check', on: '2026-12-01' }] } }],
    ['health.raised.0.on', { health: { raised: [{ id: 'file-check', on: '2026-12-01' }] } }],
    ['physician.advises.0.on', { physician: { advises: [{ service: 'file-check', on: '2026-12-01' }] } }],
  ])('does not lie after asOf: %s', (path, part) => {
    expect(refused({ asOf, ...part })).toEqual([`date-after-as-of ${path}`])
    const today = JSON.parse(JSON.stringify(part).replaceAll('2026-12-01', asOf))
    expect(refused({ asOf, ...today })).toEqual([])
  })

  it('may lie ahead where it is planned, and so may what is agreed', () => {
    const services = [
      { service: 'file-check', on: '2026-12-20', state: 'planned' },
      { service: 'workplace-assessment', on: asOf, state: 'declined', until: '2027-06-01' },
    ]
    const physician = { advises: [{ service: 'file-check', on: asOf, by: '2027-01-01' }], waitUntil: '2027-01-01' }
    expect(refused({ asOf, process: { services }, physician })).toEqual([])
  })

  it('does not lie before the case, as far back as the case can have begun', () => {
    const on = (day: string, absence: object = absent, policy = {}) =>
      refused({ asOf, absence, process: { problemAnalysisOn: day } }, { ...FULL, policy })
    expect(on('2026-03-01')).toEqual(['date-before-case process.problemAnalysisOn'])
    expect(on('2026-03-02')).toEqual([])
    // The spell before it counts as one case with it: 27 days between them, and not 28.
    const merged = { leaves: [], spells: [{ firstDay: '2026-01-05', recoveredOn: '2026-02-03' }, ...absent.spells] }
    expect(on('2026-01-05', merged)).toEqual([])
    expect(on('2026-01-04', merged)).toEqual(['date-before-case process.problemAnalysisOn'])
    const apart = { leaves: [], spells: [{ firstDay: '2026-01-05', recoveredOn: '2026-02-02' }, ...absent.spells] }
    expect(on('2026-01-05', apart)).toEqual(['date-before-case process.problemAnalysisOn'])
    expect(on('2026-01-05', apart, { 'spells.mergeWithin': 29 })).toEqual([])
    // Whether the gap was leave is not known.
    expect(on('2026-01-05', { spells: apart.spells })).toEqual([])
    expect(on('2020-01-01', { spells: [] })).toEqual([])
  })

  it('may lie before the case where it is older than that by nature', () => {
    const process = { medicalAdviceOn: '2025-06-01', capacityDocument: { type: 'FML', on: '2025-06-01' } }
    const services = [{ service: 'file-check', on: '2025-06-01' }]
    expect(refused({ asOf, absence: absent, process: { ...process, services } })).toEqual([])
  })

  it('is told with what would be right', () => {
    const issue = issueOf({ asOf, absence: absent, process: { firstYearEvaluationOn: '2025-03-01' } })
    expect(issue).toMatchObject({
      received: '"2025-03-01"',
      expected: 'a day from 2026-03-02 to 2026-11-30',
      path: ['process', 'firstYearEvaluationOn'],
    })
  })
})

describe('an id that the rule set does not have', () => {
  it('is refused in each list, with the nearest', () => {
    const wrong = {
      asOf,
      process: {
        services: [{ service: 'file-chek', on: asOf }],
        raised: [
          { id: 'file-check', on: asOf },
          { id: 'no-return-to-own-work/physician-witholds', on: asOf },
        ],
      },
      physician: { advises: [{ service: 'second-trak', on: asOf }] },
    }
    expect(refused(wrong)).toEqual([
      'unknown-service process.services.0.service',
      'unknown-service process.raised.1.id',
      'unknown-service physician.advises.0.service',
    ])
    expect(issueOf(wrong)?.nearest).toBe('file-check')
  })

  it('is any hold of the rules or the engine, and no other rule', () => {
    const ids = shippedRuleSet().rules.flatMap(({ id, event }) => (event.type === 'hold' ? [id] : []))
    const raised = [...ids, 'physician-waits', 'not-willing', 'declined'].map((id) => ({ id, on: asOf }))
    expect(refused({ asOf, process: { raised } })).toEqual([])
    const other = shippedRuleSet().rules.find(({ event }) => event.type === 'recommend')?.id ?? ''
    expect(refused({ asOf, process: { raised: [{ id: other, on: asOf }] } })).toEqual([
      'unknown-service process.raised.0.id',
    ])
  })

  it('does not concern the employer where only the physician can have given it', () => {
    const wrong = { asOf, health: { raised: [{ id: 'nothing-such', on: asOf }] } }
    expect(refused(wrong)).toEqual(['unknown-service health.raised.0.id'])
    expect(refused(wrong, { audience: 'employer' })).toEqual([])
  })
})

describe('answers that cannot both be right', () => {
  const terminal = { referralWithheld: 'terminal', fullyAndPermanentlyDisabled: 'no' }

  it('are refused, and both places are named', () => {
    expect(issueOf({ asOf, health: terminal })).toEqual({
      code: 'contradiction',
      path: ['health', 'referralWithheld'],
      other: ['health', 'fullyAndPermanentlyDisabled'],
      message:
        'the answers to health.referralWithheld and health.fullyAndPermanentlyDisabled cannot both be right: correct one of them',
    })
    expect(refused({ asOf, health: { ...terminal, fullyAndPermanentlyDisabled: 'likely' } })).toEqual([])
    expect(refused({ asOf, health: { referralWithheld: 'terminal', course: 'recovering' } })).toHaveLength(1)
  })

  it('are no reason to refuse the employer, who would learn from it that there are some', () => {
    expect(triageSync({ asOf, health: terminal }, { audience: 'employer' })).toEqual(
      triageSync({ asOf }, { audience: 'employer' }),
    )
  })

  it('are declared of facts that exist, and of values that these can have', () => {
    const options = (fact: string): readonly unknown[] => {
      const { type, options = {} } = BASE_FACTS.get(fact) ?? {}
      return type === 'boolean' ? [true, false] : Object.keys(options)
    }
    const declared = [...BASE_FACTS.values()].flatMap(({ id, excludes = [] }) =>
      excludes.map((exclusion) => ({ id, ...exclusion })),
    )
    expect(declared.length).toBeGreaterThan(5)
    for (const { id, value, fact, in: values, how } of declared) {
      expect(options(id)).toEqual(expect.arrayContaining([...value]))
      expect(options(fact)).toEqual(expect.arrayContaining([...values]))
      // What one person answers is refused over what that person answered, never over what another did.
      if (how === 'impossible')
        expect(BASE_FACTS.get(fact)?.answeredBy).toEqual(
          expect.arrayContaining([...(BASE_FACTS.get(id)?.answeredBy ?? [])]),
        )
    }
  })
})
