import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Advice } from '../../../src/core/advice'
import { createBriefTriage } from '../../../src/core/brief-advice'
import { openCase } from '../../../src/core/case/case'
import { type Snapshot, triageSync } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'

const WAYS = ['nothing', 'nothing certain', 'all held', 'planned', 'now', 'now, after one planned'] as const

/** As the contract has it: a certain recommendation whose window is there and that nothing certainly holds, first. */
function statusIn({ recommendations }: Advice): {
  readonly status: Advice['status']
  readonly why: (typeof WAYS)[number]
} {
  const certain = recommendations.filter(({ certainty }) => certainty === 'certain')
  const free = certain.filter(({ heldBy }) => heldBy.every(({ certainty }) => certainty === 'possible'))
  if (recommendations.length === 0) return { status: 'no-referral', why: 'nothing' }
  if (certain.length === 0) return { status: 'more-information-needed', why: 'nothing certain' }
  if (free.length === 0) return { status: 'plan-referral', why: 'all held' }
  if (free.every(({ timing }) => timing.state === 'planned')) return { status: 'plan-referral', why: 'planned' }
  return { status: 'refer-now', why: free[0]?.timing.state === 'planned' ? 'now, after one planned' : 'now' }
}

describe('the status of an advice', () => {
  it('is what its recommendations come to, in full and in brief', () => {
    const seen = new Set<string>()
    const brief = createBriefTriage({ audience: 'full' })
    const look = (snapshot: Snapshot) => {
      const advice = triageSync(snapshot, { audience: 'full' })
      const { status, why } = statusIn(advice)
      expect([advice.status, brief(openCase(snapshot)).status]).toEqual([status, status])
      seen.add(why)
    }
    for (const { snapshot } of loadFixtures()) look(snapshot as Snapshot)
    fc.assert(fc.property(snapshotArbitrary(9), look), { numRuns: 500 })
    // Each way to come to one was seen, also the rarest.
    expect([...seen].sort()).toEqual([...WAYS].sort())
  })
})
