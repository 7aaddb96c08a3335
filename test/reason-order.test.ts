import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Diagram } from '../src/facts/diagram'
import { growForest } from '../src/facts/forest'
import { BASES } from '../src/policy/parameter'
import { inOrderOfWeight } from '../src/recommend/grounds'
import { earliest, type LiveReason } from '../src/recommend/live-reasons'
import { encodeWindow } from '../src/schedule/window'

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
