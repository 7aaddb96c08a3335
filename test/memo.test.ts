import { describe, expect, it } from 'vitest'
import { memoByObject, memoByObjects } from '../src/core/memo'

describe('what is kept for an object', () => {
  it('is worked out once for each, in whatever order they are asked for', () => {
    const keys = [{ at: 1 }, { at: 2 }, { at: 3 }]
    let computed = 0
    const of = memoByObject(({ at }: { at: number }) => {
      computed += 1
      return at === 2 ? undefined : at
    })
    for (const order of [
      [0, 0, 1, 1, 2, 0],
      [2, 1, 0, 1, 2],
    ])
      for (const place of order) expect(of(keys[place] as { at: number })).toBe(place === 1 ? undefined : place + 1)
    expect(computed).toBe(3)
  })

  it('is nothing of what failed, nor of what was asked for before it', () => {
    const [right, wrong] = [{}, {}]
    let failures = 0
    const of = memoByObject((key: object) => {
      if (key !== wrong) return 'right'
      failures += 1
      throw new RangeError('wrong')
    })
    for (let time = 1; time <= 2; time++) {
      expect(of(right)).toBe('right')
      expect(() => of(wrong)).toThrow('wrong')
      expect(failures).toBe(time)
    }
  })

  it('is right where working out one asks for another', () => {
    const [outer, inner] = [{}, {}]
    const of: (key: object) => string = memoByObject((key: object) =>
      key === outer ? `outer of ${of(inner)}` : 'inner',
    )
    expect(of(outer)).toBe('outer of inner')
    expect(of(inner)).toBe('inner')
    expect(of(outer)).toBe('outer of inner')
  })

  it('is told apart by both of two objects', () => {
    const ones = [{}, {}]
    const others = [{}, {}]
    const of = memoByObjects((one: object, other: object) => `${ones.indexOf(one)} ${others.indexOf(other)}`)
    for (let time = 0; time < 2; time++)
      for (const one of ones)
        for (const other of others) expect(of(one, other)).toBe(`${ones.indexOf(one)} ${others.indexOf(other)}`)
  })
})
