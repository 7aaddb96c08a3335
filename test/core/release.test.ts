import { describe, expect, it } from 'vitest'
import { createTriage, type ReleaseItems, release, releaseChoices, type TriageError } from '../../src/index'

const asOf = '2026-11-30'
const employer = createTriage({ audience: 'employer', locale: 'en' })
const full = createTriage({ audience: 'full', locale: 'en' })

/** A permanent limitation that only the physician knows of: the assessment, and nothing for the employer. */
const CASE = {
  asOf,
  employment: { regime: 'employee', functionVariety: 'several', employerAttitude: 'willing', contractEndsOn: 'none' },
  absence: {
    spells: [{ firstDay: '2026-06-01' }],
    leaves: [],
    expectedReturn: 'later',
    workedShare: 0,
    therapeuticWorkSince: 'none',
  },
  returnToWork: { ownWork: 'too-early', buildUp: 'on-track', suitableWorkClear: true },
  health: { course: 'stable', permanentLimitation: true, lengthyRecovery: false },
  process: { services: [], employeeWilling: true },
}

const codesOf = (call: () => unknown): readonly string[] => {
  try {
    call()
    return []
  } catch (error) {
    return (error as TriageError).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
  }
}

describe('what the physician could release', () => {
  it('is in the full advice alone, and in nothing by itself', () => {
    const { toRelease } = full(CASE)
    expect(toRelease?.advises.map(({ service }) => service)).toContain('labour-expert-assessment')
    expect(employer(CASE)).not.toHaveProperty('toRelease')
    expect(employer(CASE).recommendations.filter(({ certainty }) => certainty === 'certain')).toEqual(
      employer({ ...CASE, health: {} }).recommendations.filter(({ certainty }) => certainty === 'certain'),
    )
  })

  it('is shown item by item, with what the employer reads before and after', () => {
    const choices = releaseChoices(CASE, { locale: 'en' })
    expect(choices.length).toBe(full(CASE).toRelease?.advises.length)
    for (const { items, text, before, after } of choices) {
      expect(text).toMatch(/Without a reason\.$/)
      expect(before.text).toBe(employer(CASE).next.text)
      expect(after.text).toBe(employer(release(CASE, items)).next.text)
    }
  })

  it('is released item by item, as facts that the employer may read, with no reason but the physician', () => {
    const items = full(CASE).toRelease as ReleaseItems
    const after = release(CASE, items)
    expect(after.physician?.advises).toEqual(items.advises?.map(({ service, by }) => ({ service, on: asOf, by })))
    const told = employer(after).recommendations.find(({ service }) => service === 'labour-expert-assessment')
    expect(told).toMatchObject({ certainty: 'certain', reasons: [{ rule: 'physician-advises', facts: [] }] })
    // Released, so that nothing is left to release of it.
    expect(full(after).toRelease?.advises ?? []).toEqual([])
  })

  it('takes the place of what was said of the same service, and leaves the rest', () => {
    const one = release(CASE, { advises: [{ service: 'file-check', by: '2026-12-20' }, { service: 'second-track' }] })
    const two = release(one, { advises: [{ service: 'file-check', by: '2026-12-10' }], waitUntil: '2026-12-05' })
    expect(two.physician).toEqual({
      advises: [
        { service: 'second-track', on: asOf },
        { service: 'file-check', on: asOf, by: '2026-12-10' },
      ],
      waitUntil: '2026-12-05',
    })
    expect(release(two, { waitUntil: 'none' }).physician?.waitUntil).toBe('none')
    expect(Object.isFrozen(two.physician)).toBe(true)
  })

  it('is a wait as well, where the physician holds what the employer would go on with', () => {
    const held = { ...CASE, returnToWork: { ...CASE.returnToWork, ownWork: 'not-expected' } }
    const withheld = { ...held, health: { ...held.health, referralWithheld: 'no-benefit-now' } }
    const until = full(withheld).toRelease?.waitUntil
    expect(until).toBeDefined()
    expect(employer(withheld).status).toBe('refer-now')
    const after = employer(release(withheld, { waitUntil: until ?? 'none' }))
    expect(after.next).toMatchObject({ kind: 'wait', until })
    expect(JSON.stringify(after)).not.toMatch(/physician-withholds/)
  })

  it('is refused where it is none', () => {
    expect(codesOf(() => release(CASE, { advises: [{ service: 'file-chek' }] }))).toEqual([
      'unknown-service physician.advises.0.service',
    ])
    expect(codesOf(() => release(CASE, { reason: 'x' } as never))).toEqual(['unknown-key items.reason'])
    expect(codesOf(() => release(CASE, null as never))).toEqual(['wrong-type items'])
    expect(codesOf(() => release(CASE, { advises: 'all' } as never))).toEqual(['wrong-type items.advises'])
    expect(codesOf(() => release(CASE, { waitUntil: 'later' }))).toEqual(['invalid-date physician.waitUntil'])
    expect(codesOf(() => release({ asOf: 'x' }, {}, { locale: 'fr' } as never))).toContain(
      'unknown-value options.locale',
    )
    expect(codesOf(() => releaseChoices(CASE, { audience: 'employer' } as never))).toEqual([
      'unknown-option options.audience',
    ])
  })
})
