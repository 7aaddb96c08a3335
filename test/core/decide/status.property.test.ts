import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Advice, Recommendation } from '../../../src/core/advice'
import { createBriefTriage } from '../../../src/core/brief-advice'
import { createTriage, type Snapshot } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'

const WAYS = ['nothing for a person', 'nothing certain', 'nothing free', 'planned', 'now'] as const

const certainly = (relations: readonly { readonly certainty: string }[]): boolean =>
  relations.some(({ certainty }) => certainty === 'certain')

/** Neither held nor covered nor asked for already. */
const isFree = ({ heldBy, coveredBy, underway }: Recommendation): boolean =>
  !certainly(heldBy) && !certainly(coveredBy) && underway === undefined

/** As the design has it: what is certain for the person, due, free, and does not wait for what is under way. */
function statusIn({ recommendations }: Advice): {
  readonly status: Advice['status']
  readonly why: (typeof WAYS)[number]
} {
  const people = recommendations.filter(({ level }) => level === 'person')
  const certain = people.filter(({ certainty }) => certainty === 'certain')
  const underway = new Set(certain.flatMap(({ service, underway }) => (underway ? [service] : [])))
  const free = certain.filter((one) => isFree(one) && !one.after.some(({ service }) => underway.has(service)))
  if (people.length === 0) return { status: 'no-referral', why: 'nothing for a person' }
  if (certain.length === 0) return { status: 'more-information-needed', why: 'nothing certain' }
  if (free.some(({ timing }) => timing.state !== 'planned')) return { status: 'refer-now', why: 'now' }
  return { status: 'plan-referral', why: free.length === 0 ? 'nothing free' : 'planned' }
}

describe('the status of an advice', () => {
  it('is what its recommendations come to, in full and in brief', () => {
    const seen = new Set<string>()
    const [brief, full] = [createBriefTriage({ audience: 'full' }), createTriage({ audience: 'full' })]
    const look = (snapshot: Snapshot) => {
      const advice = full(snapshot)
      const { status, why } = statusIn(advice)
      expect([advice.status, brief(snapshot).status]).toEqual([status, status])
      seen.add(why)
    }
    for (const { snapshot } of loadFixtures()) look(snapshot as Snapshot)
    fc.assert(fc.property(snapshotArbitrary(9), look), { numRuns: 200 })
    // Each way to come to one was seen, also the rarest.
    expect([...seen].sort()).toEqual([...WAYS].sort())
  })
})
