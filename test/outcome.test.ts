import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsIn } from '../src/evaluate/compiled/clause-index'
import { areUnmet, type Outcome, outcomeAt, outcomesFrom } from '../src/evaluate/outcome'

const outcomes = fc.array(fc.constantFrom<Outcome>('met', 'not-met', 'open'), { minLength: 1, maxLength: 100 })

describe('outcomes as bits', () => {
  it('are those that went in, whatever the number of words', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const packed = outcomesFrom(given)
        expect(given.map((_, place) => outcomeAt(packed, place))).toEqual(given)
      }),
      { seed: 1 },
    )
  })

  it('tell of some questions whether none is met or open', () => {
    const someOf = (given: readonly Outcome[]) => fc.subarray([...given.keys()]).map((places) => ({ given, places }))
    fc.assert(
      fc.property(outcomes.chain(someOf), ({ given, places }) => {
        const asked = bitsIn(places, Math.ceil(given.length / 32))
        expect(areUnmet(outcomesFrom(given), asked)).toBe(places.every((place) => given[place] === 'not-met'))
      }),
      { seed: 1 },
    )
  })
})
