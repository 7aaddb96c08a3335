import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RECENTLY_DELIVERED } from '../../../src/core/advice'
import { type AdvisedCase, adviseCase } from '../../../src/forms/interview/advised-case'
import { type Interview, interview, type Recommendation, shippedRuleSet } from '../../../src/index'
import { halfFilled, INTERVIEW_CASES } from '../../support/half-filled'

const RUNS = { numRuns: INTERVIEW_CASES, seed: 20261122, endOnFailure: true }

const SERVICES = shippedRuleSet().services.map(({ id }) => id)
const servicesIn = (recommendations: readonly { readonly service: string }[]): string[] =>
  recommendations.map(({ service }) => service)
const isHeld = ({ heldBy }: Recommendation): boolean => heldBy.some(({ certainty }) => certainty === 'certain')

/** Whether a caveat of a half-filled case turned out to be so in one of its completions. */
const cameTrue = (
  waivers: Recommendation['waivedBy'],
  service: string,
  { judgement, snapshot }: AdvisedCase,
): boolean =>
  waivers.some(({ rule }) => {
    if (rule !== RECENTLY_DELIVERED) return judgement.outcome(rule) === 'met'
    const delivered = snapshot.process?.services
    return Array.isArray(delivered) && delivered.some((one) => one.service === service)
  })

interface Seen {
  floors: number
  withoutCaveat: number
  withdrawn: number
  complete: number
}

/** `caveats`: the same half-filled case with nothing left out for the employer. */
function expectWithin(found: Interview, caveats: Interview, completion: AdvisedCase, seen: Seen): void {
  const { certain, possible, excluded } = found.recommendations
  const told = new Map([...certain, ...possible].map((one) => [one.service, one]))
  const waivers = (service: string) =>
    caveats.advice.recommendations.find((one) => one.service === service)?.waivedBy ?? []
  const after = new Map(completion.advice.recommendations.map((one) => [one.service, one]))
  for (const [service, { timing }] of after) {
    const before = told.get(service)?.timing
    expect(before, `${service} was neither certain nor possible`).toBeDefined()
    expect(servicesIn(excluded)).not.toContain(service)
    expect((before?.startBy ?? '~') <= timing.startBy, `${service} came earlier than it could`).toBe(true)
    if (!cameTrue(waivers(service), service, completion))
      expect(timing.startBy <= (before?.latest.startBy ?? ''), `${service} came later than it could`).toBe(true)
  }
  for (const { service } of certain)
    if (!after.has(service))
      expect(cameTrue(waivers(service), service, completion), `${service} was certain`).toBe(true)
  const { floor } = found
  if (!floor) return
  const least = after.get(floor.service)
  const withdrawn = cameTrue(waivers(floor.service), floor.service, completion)
  seen.floors += 1
  seen.withoutCaveat += floor.unless.length === 0 ? 1 : 0
  seen.withdrawn += withdrawn ? 1 : 0
  if (withdrawn || (least && isHeld(least) && floor.heldUntil === undefined))
    expect(floor.unless.length, 'what came true was a caveat').toBeGreaterThan(0)
  if (withdrawn) return
  expect((least?.timing.startBy ?? '~') <= floor.window.startBy, 'not later than the floor').toBe(true)
}

describe('every completion of a half-filled snapshot', () => {
  it('recommends within what is certain and possible, and nothing later than the floor', () => {
    const seen: Seen = { floors: 0, withoutCaveat: 0, withdrawn: 0, complete: 0 }
    fc.assert(
      fc.property(halfFilled, fc.constantFrom('full', 'employer'), ({ half, completions }, audience) => {
        const full = interview(half, { audience: 'full' })
        const found = audience === 'full' ? full : interview(half, { audience })
        for (const complete of completions) {
          const completion = adviseCase(complete, {}, [])
          expectWithin(found, full, completion, seen)
          if (full.advice.complete) {
            seen.complete += 1
            expect(servicesIn(completion.advice.recommendations)).toEqual(servicesIn(full.advice.recommendations))
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
      fc.property(halfFilled, fc.constantFrom('full', 'employer'), ({ half }, audience) => {
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
