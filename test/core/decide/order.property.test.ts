import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Advice, Recommendation } from '../../../src/core/advice'
import { inOrderOfWeight } from '../../../src/core/decide/grounds'
import { earliest, type LiveReason } from '../../../src/core/decide/live-reasons'
import { windowAt } from '../../../src/core/decide/window-at'
import type { Diagram } from '../../../src/core/diagram/diagram'
import { growForest } from '../../../src/core/diagram/forest'
import { BASES } from '../../../src/core/rules/parameter'
import { decodeWindow, encodeWindow } from '../../../src/core/time/window'
import { shippedRuleSet, triageSync } from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'

const forest = growForest()
const OPEN = forest.split(
  { level: 1, owners: ['conflict.status'] },
  [true, false].map((yes) => forest.known(yes)),
)

const windowArbitrary: fc.Arbitrary<Diagram<number | null>> = fc.oneof(
  fc.constant(forest.known(null)),
  fc
    .record({ by: fc.integer({ min: -700, max: 60_000 }), length: fc.integer({ min: 0, max: 3 }) })
    .map(({ by, length }) => forest.known(encodeWindow({ from: by - length, by, state: 'due', basis: BASES[0] }))),
)

const reasonArbitrary = fc
  .record({ certain: fc.boolean(), window: windowArbitrary })
  .map(({ certain, window }) => ({ speaks: certain ? forest.known(true) : OPEN, window }) as unknown as LiveReason)

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)
const isPossible = ({ speaks }: LiveReason): number => (speaks.kind === 'known' ? 0 : 1)

describe('the order of reasons', () => {
  it('is certain before possible, then the earliest window, then as they were written', () => {
    fc.assert(
      fc.property(fc.array(reasonArbitrary, { maxLength: 20 }), (live) => {
        const before = [...live]
        const sorted = [...live].sort(
          (a, b) => compare(isPossible(a), isPossible(b)) || compare(earliest(a), earliest(b)),
        )
        const ordered = inOrderOfWeight(live)
        expect(ordered).toHaveLength(sorted.length)
        ordered.forEach((reason, place) => {
          expect(reason).toBe(sorted[place])
        })
        expect(live).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })
})

const CATALOGUE = shippedRuleSet().services.map(({ id }) => id)
const isHeld = ({ heldBy }: Recommendation): boolean => heldBy.some(({ certainty }) => certainty === 'certain')
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** As the contract has it: by certainty, held or not, the last day to start on, and the catalogue. */
const compareRecommendations = (a: Recommendation, b: Recommendation): number =>
  text(a.certainty, b.certainty) ||
  Number(isHeld(a)) - Number(isHeld(b)) ||
  text(a.timing.startBy, b.timing.startBy) ||
  CATALOGUE.indexOf(a.service) - CATALOGUE.indexOf(b.service)

/** How many differ from the one before them in the catalogue alone, and how many in being held. */
function expectOrdered({ recommendations }: Advice): { readonly equals: number; readonly held: number } {
  expect(recommendations).toEqual([...recommendations].sort(compareRecommendations))
  const pairs = recommendations.slice(1).map((one, at) => [recommendations[at] as Recommendation, one] as const)
  const alike = pairs.filter(([a, b]) => a.certainty === b.certainty)
  return {
    equals: alike.filter(([a, b]) => isHeld(a) === isHeld(b) && a.timing.startBy === b.timing.startBy).length,
    held: alike.filter(([a, b]) => isHeld(a) !== isHeld(b) && a.timing.startBy > b.timing.startBy).length,
  }
}

describe('the order of recommendations', () => {
  it('is that of the contract, in every fixture and any case', () => {
    const seen = { equals: 0, held: 0 }
    const look = (snapshot: unknown) => {
      const { equals, held } = expectOrdered(triageSync(snapshot))
      seen.equals += equals
      seen.held += held
    }
    for (const { snapshot } of loadFixtures()) look(snapshot)
    fc.assert(fc.property(snapshotArbitrary(), look), { numRuns: 200 })
    // Had none been alike, the order between them would not have shown.
    expect(seen.equals).toBeGreaterThan(100)
    expect(seen.held).toBeGreaterThan(10)
  })
})

describe('a window written out', () => {
  it('is that of its number, also where another stands in its place', () => {
    const codes = Array.from({ length: 100_000 }, (_, at) =>
      encodeWindow({ from: 20_000 + (at % 900), by: 20_000 + Math.floor(at / 7), state: 'due', basis: BASES[0] }),
    )
    const wrong = [...codes, ...codes].filter((code) => windowAt(code).startBy !== decodeWindow(code).startBy)
    expect(wrong).toEqual([])
  })
})
