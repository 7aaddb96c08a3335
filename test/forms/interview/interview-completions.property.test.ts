import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Advice, interview, type Snapshot, shippedRuleSet, triageSync } from '../../../src/index'
import { halfFilled, INTERVIEW_CASES } from '../../support/half-filled'

const RUNS = { numRuns: INTERVIEW_CASES, seed: 20261122, endOnFailure: true }

const SERVICES = shippedRuleSet().services.map(({ id }) => id)
const servicesIn = (recommendations: readonly { readonly service: string }[]): string[] =>
  recommendations.map(({ service }) => service)

/** Without what the system keeps of earlier advice: nobody is asked for it, and it dates what is due. */
const withoutRaised = ({
  process: { raised: _, ...process } = {},
  health: { raised: __, ...health } = {},
  ...rest
}: Snapshot) => ({ ...rest, process, health }) as Snapshot

/**
 * In place of a step that is blocked. It goes with that step, which an open answer can still put behind another: the
 * relation is the reason that is given for it, so that its reader sees on what it rests.
 */
const standsIn = ({ reasons }: Advice['recommendations'][number]): boolean =>
  reasons.some(({ rule }) => rule === 'meanwhile')

const AUDIENCES = fc.constantFrom('full', 'employer')

describe('every completion of a half-filled snapshot', () => {
  it('recommends within what is certain and possible, and nothing sooner than it could be', () => {
    const seen = { certain: 0, possible: 0, complete: 0 }
    fc.assert(
      fc.property(halfFilled, AUDIENCES, ({ half, completions }, audience) => {
        const { recommendations, advice } = interview(withoutRaised(half), { audience })
        const { certain, possible, excluded } = recommendations
        const told = new Map([...certain, ...possible].map((one) => [one.service, one]))
        for (const completion of completions as readonly Snapshot[]) {
          const after = triageSync(withoutRaised(completion), { audience })
          for (const { service, timing, reasons } of after.recommendations) {
            // What stands in for a step that is blocked comes with that step; what a physician releases is no open question.
            if (reasons.some(({ rule }) => !rule.includes('/'))) continue
            expect(servicesIn(excluded)).not.toContain(service)
            const before = told.get(service)?.timing
            const soonest = before?.sooner ?? before
            expect((soonest?.startBy ?? '~') <= timing.startBy, `${service} came sooner than it could`).toBe(true)
            seen[told.get(service)?.certainty ?? 'possible'] += 1
          }
          for (const one of certain)
            if (one.waivedBy.length === 0 && !standsIn(one))
              expect(servicesIn(after.recommendations)).toContain(one.service)
          if (advice.complete) {
            seen.complete += 1
            expect(servicesIn(after.recommendations)).toEqual(servicesIn(advice.recommendations))
          }
        }
      }),
      RUNS,
    )
    // A run in which nothing was at stake would prove nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0)
  })

  it('finds every service in one of the three lists, and in one only', () => {
    fc.assert(
      fc.property(halfFilled, AUDIENCES, ({ half }, audience) => {
        const { certain, possible, excluded } = interview(half, { audience }).recommendations
        expect([certain, possible, excluded].flatMap(servicesIn).sort()).toEqual([...SERVICES].sort())
        for (const { because } of excluded) {
          expect(because.length).toBeGreaterThan(0)
          for (const { text } of because) expect(text).not.toBe('')
        }
      }),
      RUNS,
    )
  })
})
