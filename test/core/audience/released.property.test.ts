import { describe, expect, it } from 'vitest'
import {
  createTriage,
  type Recommendation,
  type ReleaseItems,
  release,
  type Snapshot,
  shippedRuleSet,
} from '../../../src/index'
import { isConsistent, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'
import { employerCases, medicalWorld, randomFrom, withoutMedical } from '../../support/medical-worlds'

const employer = createTriage()
const full = createTriage({ audience: 'full' })

const MEDICAL = shippedRuleSet().rules.filter(({ tier }) => tier === 'medical')
const IDS = new Set(MEDICAL.map(({ id }) => id))
const FIXTURES = loadFixtures().filter(({ options }) => options?.audience === 'employer')

const withoutRelease = ({ physician: _, ...snapshot }: Snapshot): Snapshot => snapshot
const find = (snapshot: Snapshot, service: string): Recommendation | undefined =>
  employer(snapshot).recommendations.find((one) => one.service === service)
const releasedIn = ({ physician }: Snapshot): readonly string[] =>
  Array.isArray(physician?.advises) ? physician.advises.map(({ service }) => service) : []

describe('for every medical rule', () => {
  it.each(MEDICAL.map(({ id, event }) => [id, event.type] as const))('%s (%s) has a pair of fixtures', (id, type) => {
    const pair = FIXTURES.filter(({ expect: { outcomes } }) => outcomes?.[id] === 'met')
    expect(pair.some(({ snapshot }) => !(snapshot as Snapshot).physician)).toBe(true)
    const after = pair.map(({ snapshot }) => snapshot as Snapshot).filter(({ physician }) => physician)
    if (type === 'recommend') expect(after.some((snapshot) => releasedIn(snapshot).length > 0)).toBe(true)
    for (const { snapshot } of pair) {
      const before = withoutRelease(snapshot as Snapshot)
      // Before it is released, nothing of it.
      expect(JSON.stringify(employer(before))).toBe(JSON.stringify(employer(withoutMedical(before))))
    }
    for (const snapshot of after)
      for (const service of releasedIn(snapshot)) {
        const [told, own] = [find(snapshot, service), find(withoutRelease(snapshot), service)]
        // After it: the service, with the physician's reason and those that the employer's facts gave already.
        expect(told?.certainty).toBe('certain')
        expect(told?.reasons.map(({ rule }) => rule)).toEqual(
          expect.arrayContaining(['physician-advises', ...(own?.reasons ?? []).map(({ rule }) => rule)]),
        )
        expect(told?.reasons.length).toBe(1 + (own?.reasons.length ?? 0))
        for (const { rule } of told?.reasons ?? [])
          if (IDS.has(rule)) expect(own?.reasons.map((reason) => reason.rule)).toContain(rule)
      }
  })
})

describe('what is released of any case', () => {
  it('is what the employer reads then, and the same behind any other medical answers', () => {
    const random = randomFrom(7)
    let [released, waits] = [0, 0]
    for (const snapshot of employerCases(8, 400, snapshotArbitrary(8)).map((one) => medicalWorld(one, random))) {
      if (!isConsistent(snapshot)) continue
      const items = full(withoutRelease(snapshot)).toRelease as ReleaseItems
      const after = release(withoutRelease(snapshot), items)
      const advice = employer(after)
      for (const { service, by } of items.advises ?? []) {
        released += 1
        const one = advice.recommendations.find((other) => other.service === service)
        expect(one, service).toMatchObject({ certainty: 'certain' })
        expect(one?.reasons.map(({ rule }) => rule)).toContain('physician-advises')
        expect((one?.timing.startBy ?? '~') <= (by ?? '~'), `${service} by ${by}`).toBe(true)
      }
      if (items.waitUntil !== undefined) {
        waits += 1
        expect(JSON.stringify(advice)).toContain('physician-waits')
      }
      // Once released, the rest is as silent as before.
      expect(JSON.stringify(employer(medicalWorld(after, random)))).toBe(JSON.stringify(advice))
    }
    expect(released).toBeGreaterThan(50)
    expect(waits).toBeGreaterThan(5)
  })
})
