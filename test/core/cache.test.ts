import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheStats, clearCaches, limitCaches, lru, memo, perObject, perPolicy, perRuleSet } from '../../src/core/cache'

const { limit } = cacheStats()
beforeEach(clearCaches)
afterEach(() => limitCaches(limit))

/** Counts how often a result was computed for each key. */
function counted<Key, Result>(compute: (key: Key) => Result) {
  const times = new Map<Key, number>()
  return {
    times: (key: Key): number => times.get(key) ?? 0,
    compute: (key: Key): Result => {
      times.set(key, (times.get(key) ?? 0) + 1)
      return compute(key)
    },
  }
}

type Caching = <Result>(compute: (key: object) => Result) => (key: object) => Result

describe.each<[string, Caching]>([
  ['perRuleSet', perRuleSet],
  ['perObject', perObject],
  ['memo', memo],
])('%s', (_, caching) => {
  it('computes once for each key, in whatever order they are asked for, also where the result is undefined', () => {
    const keys = [{ at: 1 }, { at: 2 }, { at: 3 }]
    const { times, compute } = counted((key: object) => (key === keys[1] ? undefined : keys.indexOf(key as never) + 1))
    const of = caching(compute)
    for (const order of [
      [0, 0, 1, 1, 2, 0],
      [2, 1, 0, 1, 2],
    ])
      for (const index of order) expect(of(keys[index] as object)).toBe(index === 1 ? undefined : index + 1)
    for (const key of keys) expect(times(key)).toBe(1)
  })

  it('remembers nothing of what failed', () => {
    const wrong = {}
    const { times, compute } = counted((key: object) => {
      if (key === wrong) throw new RangeError('wrong')
      return 'right'
    })
    const of = caching(compute)
    for (let time = 1; time <= 2; time++) {
      expect(of({})).toBe('right')
      expect(() => of(wrong)).toThrow('wrong')
      expect(times(wrong)).toBe(time)
    }
  })

  it('is right where one result asks for another', () => {
    const [outer, inner] = [{}, {}]
    const of: (key: object) => string = caching((key: object) => (key === outer ? `outer of ${of(inner)}` : 'inner'))
    expect([of(outer), of(inner), of(outer)]).toEqual(['outer of inner', 'inner', 'outer of inner'])
  })
})

/** At once, in the same turn: when the machine would do it by itself differs from one version of Node to the next. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

describe('perPolicy', () => {
  it('tells results apart by the policy and by the part of the rule set', () => {
    const [parts, policies] = [
      [{}, {}],
      [{}, {}],
    ]
    let computed = 0
    const of = perPolicy((part: object, policy: object) => {
      computed++
      return `${parts.indexOf(part)} ${policies.indexOf(policy)}`
    })
    for (let time = 0; time < 2; time++)
      for (const part of parts)
        for (const policy of policies)
          expect(of(part, policy)).toBe(`${parts.indexOf(part)} ${policies.indexOf(policy)}`)
    expect(computed).toBe(4)
  })

  it('keeps the limit where many rule sets go with one policy, as when each is a copy with one fault', () => {
    limitCaches(100_000)
    const policy = {}
    const parts = Array.from({ length: 200 }, (_, at) => ({ at }))
    const { times, compute } = counted(({ at }: { at: number }) => at)
    const of = perPolicy(
      (part: { at: number }, _: object) => compute(part),
      () => 5_000,
    )
    for (const part of parts) expect(of(part, policy)).toBe(part.at)
    expect(cacheStats().bytes).toBeLessThanOrEqual(100_000 + 5_000)
    for (const part of parts.slice(-8)) of(part, policy)
    expect(parts.slice(-8).map(times)).toEqual(Array(8).fill(1))
  })
})

describe('lru', () => {
  it('holds what was used most recently, and no more than twice its limit', () => {
    const results = lru<string, number>(10)
    for (let at = 0; at < 1_000; at++) {
      results.set(String(at), at)
      results.get('0')
    }
    expect(results.get('0')).toBe(0)
    expect(results.get('999')).toBe(999)
    expect(results.get('500')).toBeUndefined()
    expect(results.size).toBeLessThanOrEqual(20)
  })
})

describe('the limit', () => {
  /** Owners that the host still has, so that nothing goes because they do. */
  const owners = Array.from({ length: 200 }, (_, at) => ({ at }))

  it('holds for all owners together, and forgets none of those used last', () => {
    limitCaches(100_000)
    const { times, compute } = counted(({ at }: { at: number }) => at)
    const of = perRuleSet(compute, () => 5_000)
    for (const owner of owners) expect(of(owner)).toBe(owner.at)
    expect(cacheStats()).toMatchObject({ limit: 100_000, owners: 21, results: 21 })
    // The owner that came last is not weighed before its results are there.
    expect(cacheStats().bytes).toBeLessThanOrEqual(100_000 + 5_000)
    for (const owner of owners.slice(-8)) of(owner)
    expect(owners.slice(-8).map(times)).toEqual(Array(8).fill(1))
  })

  it('makes nobody compute everything again who goes round a few owners more than fit', () => {
    limitCaches(150 * 5_000)
    const { times, compute } = counted(({ at }: { at: number }) => at)
    const of = perRuleSet(compute, () => 5_000)
    const rounds = 20
    for (let round = 0; round < rounds; round++) for (const owner of owners) of(owner)
    const computed = owners.reduce((sum, owner) => sum + times(owner), 0)
    expect(computed / (rounds * owners.length)).toBeLessThan(0.6)
  })

  it('sees results that grow after they were computed', () => {
    limitCaches(1_000_000)
    const sizes = new Map<object, number>()
    const of = perRuleSet(
      (owner: object) => owner,
      (owner) => sizes.get(owner) ?? 0,
    )
    for (const owner of owners.slice(0, 50)) of(owner)
    expect(cacheStats()).toMatchObject({ bytes: 0, owners: 50 })
    for (const owner of owners.slice(0, 50)) sizes.set(owner, 50_000)
    for (let time = 0; time < 10_000; time++) of(owners[0] as object)
    expect(cacheStats().bytes).toBeLessThanOrEqual(1_000_000)
  })

  it('is given in bytes', () => {
    for (const wrong of [-1, Number.NaN]) expect(() => limitCaches(wrong)).toThrow(RangeError)
    limitCaches(0)
    expect(cacheStats().limit).toBe(0)
  })

  it('lets go of what is forgotten within a call that never gives the host a turn', () => {
    limitCaches(1_000_000)
    const of = perRuleSet(
      (_: object) => new Uint8Array(100_000),
      () => 100_000,
    )
    const before = process.memoryUsage().arrayBuffers
    for (let at = 0; at < 2_000; at++) of({ at })
    collectGarbage()
    // Two hundred megabytes were made.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  it('forgets everything on demand', () => {
    const { times, compute } = counted((_: object) => 'computed')
    const of = perRuleSet(compute)
    const owner = {}
    of(owner)
    clearCaches()
    expect(cacheStats()).toMatchObject({ bytes: 0, owners: 0, results: 0 })
    of(owner)
    expect(times(owner)).toBe(2)
  })
})
