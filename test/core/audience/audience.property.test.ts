import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/core/calendar/day'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { type Advice, type Snapshot, shippedRuleSet, triageSync } from '../../../src/index'
import { knownValue, setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'

const MINUTES = 60_000
const MEDICAL = [...BASE_FACTS.values()].filter(({ tier }) => tier === 'medical')

/** A snapshot and another that differs from it in medical facts only. */
const twins: fc.Arbitrary<[Snapshot, Snapshot]> = snapshotArbitrary(3).chain((snapshot) =>
  fc
    .tuple(
      ...MEDICAL.map((fact) =>
        fc.oneof(
          { weight: 6, arbitrary: fc.constant<unknown>('keep') },
          { weight: 2, arbitrary: knownValue(fact, parseDay(snapshot.asOf) ?? 0) },
          { weight: 1, arbitrary: fc.constant('unknown') },
        ),
      ),
    )
    .map((values) => {
      const copy = structuredClone(snapshot) as Record<string, unknown>
      MEDICAL.forEach(({ id }, index) => {
        if (values[index] !== 'keep') setFact(copy, id, values[index])
      })
      return [snapshot, copy as Snapshot]
    }),
)

/** The snapshot as an employer can have filled it in. */
function withoutMedical(snapshot: Snapshot): Snapshot {
  const copy = structuredClone(snapshot) as unknown as Record<string, Record<string, unknown>>
  for (const { id } of MEDICAL) {
    const [section, name] = id.split('.') as [string, string]
    delete copy[section]?.[name]
  }
  return copy as unknown as Snapshot
}

/** What the services come to: which, how surely, when, and what they certainly wait for. */
const servicesOf = (advice: Advice): string =>
  JSON.stringify(
    advice.recommendations.map(({ service, certainty, timing, blockedBy, heldBy }) => {
      const { dependsOn: _, latest: __, ...window } = timing
      const holds = heldBy.map(({ rule, certainty, reviewOn }) => [rule, certainty, reviewOn])
      return [service, certainty, window, blockedBy, holds]
    }),
  )

describe('the employer', () => {
  it(
    'reads the same advice for two snapshots that differ in medical facts only and lead to the same services',
    async () => {
      let same = 0
      await fc.assert(
        fc.asyncProperty(twins, async ([one, other]) => {
          const [a, b] = [triageSync(one, { audience: 'employer' }), triageSync(other, { audience: 'employer' })]
          if (servicesOf(a) !== servicesOf(b)) return
          if (JSON.stringify(one) !== JSON.stringify(other)) same += 1
          expect(JSON.stringify(b)).toBe(JSON.stringify(a))
        }),
        { numRuns: 400 },
      )
      expect(same).toBeGreaterThan(200)
    },
    6 * MINUTES,
  )

  it(
    'never reads a medical-tier fact, nor a rule or a checklist outcome that gives one away',
    async () => {
      const { rules } = shippedRuleSet()
      const secret = new Set([
        ...MEDICAL.map(({ id }) => id),
        ...rules.filter(({ tier }) => tier === 'medical').map(({ id }) => id),
      ])
      expect(secret.size).toBeGreaterThan(20)
      await fc.assert(
        fc.asyncProperty(snapshotArbitrary(4), async (snapshot) => {
          const advice = triageSync(snapshot, { audience: 'employer' })
          const texts: string[] = []
          JSON.stringify(advice, (_, value) => {
            if (typeof value === 'string') texts.push(value)
            return value
          })
          for (const text of texts) expect(secret).not.toContain(text)
          expect(advice.checklists).toEqual(triageSync(withoutMedical(snapshot)).checklists)
          for (const { reasons } of advice.recommendations) expect(reasons.length).toBeGreaterThan(0)
        }),
        { numRuns: 400 },
      )
    },
    4 * MINUTES,
  )
})
