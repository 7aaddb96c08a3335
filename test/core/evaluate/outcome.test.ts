import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Outcome, outcomeAt, outcomesFrom } from '../../../src/core/evaluate/outcome'

const outcomes = fc.array(fc.constantFrom<Outcome>('met', 'not-met', 'open'), { minLength: 1, maxLength: 100 })

it('outcomes as bits are those that went in, whatever the number of words', () => {
  fc.assert(
    fc.property(outcomes, (given) => {
      const packed = outcomesFrom(given)
      expect(given.map((_, place) => outcomeAt(packed, place))).toEqual(given)
    }),
    { seed: 1 },
  )
})
