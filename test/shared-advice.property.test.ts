import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIENCES, RECENTLY_DELIVERED } from '../src/core/advice'
import { keepByRow } from '../src/core/diagram/kept-rows'
import { buildRuleSet } from '../src/core/rules/build-rule-set'
import { SHIPPED_FILES } from '../src/core/rules/bundled'
import { LOCALES } from '../src/core/snapshot/fact'
import { type Advice, type RuleSet, type Snapshot, shippedRuleSet, triageSync } from '../src/index'
import { snapshotArbitrary } from './support/arbitrary-snapshot'
import { loadFixtures } from './support/load-fixtures'
import { SAMPLE_SNAPSHOT } from './support/sample-snapshot'

const MINUTES = 60_000
const SNAPSHOTS = loadFixtures().map(({ snapshot }) => snapshot as Snapshot)

/** Every object and list in an advice. */
function partsOf(value: unknown, parts = new Set<object>()): ReadonlySet<object> {
  if (typeof value !== 'object' || value === null || parts.has(value)) return parts
  parts.add(value)
  for (const part of Object.values(value)) partsOf(part, parts)
  return parts
}

/** A caller who changes whatever can be changed. */
function spoil(advice: Advice): void {
  for (const part of partsOf(advice)) {
    if (Array.isArray(part)) Reflect.set(part, part.length, 'spoilt')
    for (const key of Object.keys(part))
      if (typeof Reflect.get(part, key) !== 'object') Reflect.set(part, key, 'spoilt')
  }
}

/** The rule set that ships with the package, for which nothing is remembered yet. */
function freshRuleSet(): RuleSet {
  const built = buildRuleSet(SHIPPED_FILES)
  if (!built.ok) throw new Error('the shipped rule set was not built')
  return built.ruleSet
}

describe('what advices share', () => {
  it('is frozen, down to the last list', () => {
    const seen = new Set<object>()
    const shared = new Set<object>()
    for (const snapshot of [...SNAPSHOTS, ...SNAPSHOTS.slice(0, 100)])
      for (const audience of AUDIENCES)
        for (const locale of LOCALES) {
          const parts = partsOf(triageSync(snapshot, { audience, locale }))
          for (const part of parts) (seen.has(part) ? shared : seen).add(part)
        }
    expect(shared.size).toBeGreaterThan(1000)
    expect([...shared].filter((part) => !Object.isFrozen(part))).toEqual([])
    for (const part of shared) for (const within of partsOf(part)) expect(Object.isFrozen(within)).toBe(true)
  })

  it('does not change with an advice that a caller changes', () => {
    for (const snapshot of [SAMPLE_SNAPSHOT, ...SNAPSHOTS.slice(0, 60)])
      for (const audience of AUDIENCES) {
        const advice = triageSync(snapshot, { audience })
        const before = JSON.stringify(advice)
        spoil(advice)
        expect(JSON.stringify(advice)).not.toBe(before)
        expect(JSON.stringify(triageSync(snapshot, { audience }))).toBe(before)
      }
  })
})

describe('what is remembered', () => {
  it(
    'changes nothing: an advice is the same whatever cases came before',
    () => {
      fc.assert(
        fc.property(fc.array(snapshotArbitrary(60), { minLength: 20, maxLength: 20 }), (snapshots) => {
          const remembering = shippedRuleSet()
          const said = (snapshot: Snapshot, ruleSet: RuleSet): string =>
            JSON.stringify(triageSync(snapshot, { ruleSet }))
          const first = snapshots.map((snapshot) => said(snapshot, remembering))
          const fresh = freshRuleSet()
          const backwards = [...snapshots].reverse().map((snapshot) => said(snapshot, fresh))
          expect(backwards.reverse()).toEqual(first)
        }),
        { numRuns: 5, seed: 20261122 },
      )
    },
    MINUTES,
  )

  it('changes nothing over many cases of which a tenth is not known, in whatever order they come', () => {
    const snapshots = fc.sample(snapshotArbitrary(9), { numRuns: 1_000, seed: 20261122 })
    const [one, other] = [freshRuleSet(), freshRuleSet()]
    const said = (snapshot: Snapshot, ruleSet: RuleSet): string => JSON.stringify(triageSync(snapshot, { ruleSet }))
    const forwards = snapshots.map((snapshot) => said(snapshot, one))
    const backwards = [...snapshots].reverse().map((snapshot) => said(snapshot, other))
    expect(backwards.reverse().filter((advice, index) => advice !== forwards[index])).toEqual([])
  })

  it('is told from every other row, also from those that have the same hash', () => {
    const results = keepByRow<number>(1_000_000)
    const rowOf = (number: number) => ({ numbers: [number, number * 31], length: 2 })
    // So many that some share one of the 2^30 hashes: 40 of them, on average.
    const numbers = Array.from({ length: 300_000 }, (_, number) => number)
    for (const number of numbers) results.keep(rowOf(number), number)
    expect(numbers.filter((number) => results.find(rowOf(number)) !== number)).toEqual([])
  })

  it('is told from a row that goes on after it and has the same hash', () => {
    const PRIME = 0x01000193
    const hashOf = (numbers: number[]) => numbers.reduce((hash, one) => Math.imul(hash ^ one, PRIME), 0x811c9dc5)
    // What undoes a multiplication by the prime, in 32 bits (Newton).
    let inverse = PRIME
    for (let time = 0; time < 5; time++) inverse = Math.imul(inverse, 2 - Math.imul(PRIME, inverse))
    const short = [12, 34]
    const hash = hashOf(short)
    const long = [...short, Math.imul(hash, inverse) ^ hash]
    expect(hashOf(long)).toBe(hash)
    const rows = { short: { numbers: short, length: 2 }, long: { numbers: long, length: 3 } }
    for (const [first, second] of [['short', 'long'] as const, ['long', 'short'] as const]) {
      const results = keepByRow<string>(100)
      results.keep(rows[first], first)
      expect(results.find(rows[second])).toBeUndefined()
      results.keep(rows[second], second)
      expect([results.find(rows.short), results.find(rows.long)]).toEqual(['short', 'long'])
    }
  })

  it('is found by its whole row, and forgotten when much else came after it', () => {
    const results = keepByRow<number>(100)
    const rowOf = (...numbers: number[]) => ({ numbers, length: numbers.length })
    for (let number = 0; number < 40; number++) results.keep(rowOf(number, number * 7), number)
    expect([0, 20, 39].map((number) => results.find(rowOf(number, number * 7)))).toEqual([0, 20, 39])
    expect([rowOf(3), rowOf(3, 22), rowOf(3, 21, 0), rowOf()].map(results.find)).toEqual(
      Array.from({ length: 4 }, () => undefined),
    )
    // What was asked for meanwhile stays.
    for (let number = 1000; number < 1200; number++) {
      results.keep(rowOf(number), number)
      results.find(rowOf(7, 49))
    }
    expect([results.find(rowOf(7, 49)), results.find(rowOf(8, 56)), results.find(rowOf(1199))]).toEqual([
      7,
      undefined,
      1199,
    ])
  })

  it('takes what is in a row as far as its length, and copies it', () => {
    const results = keepByRow<string>(10)
    const row = { numbers: [1, 2, 3], length: 2 }
    results.keep(row, 'one and two')
    row.numbers[0] = 9
    expect(results.find({ numbers: [1, 2], length: 2 })).toBe('one and two')
    expect(results.find(row)).toBeUndefined()
  })
})

describe('a delivery that nobody told of', () => {
  /** In the first contact moment, which comes back whatever was delivered. */
  const contactMoment = loadFixtures().find(({ path }) => path === 'practice/care-worker-partly-at-work-no-way-back')
    ?.snapshot as Snapshot
  const told = (service: string, snapshot: Snapshot = contactMoment) =>
    triageSync(snapshot).recommendations.find((recommendation) => recommendation.service === service)
  const caveats = (service: string): readonly string[] | undefined => told(service)?.waivedBy.map(({ rule }) => rule)

  it('is a caveat exactly where it can change what is recommended', () => {
    for (const snapshot of SNAPSHOTS) {
      const { recommendations, openQuestions } = triageSync(snapshot)
      const asked = openQuestions.find(({ fact }) => fact === 'process.services')?.decides ?? []
      for (const { service, waivedBy } of recommendations)
        expect(waivedBy.some(({ rule }) => rule === RECENTLY_DELIVERED)).toBe(asked.includes(service))
    }
  })

  it('is none where a fixed moment asks for the service as early anyway', () => {
    const services = [{ service: 'advice-conversation', on: '2026-09-10' }]
    const delivered: Snapshot = { ...contactMoment, process: { ...contactMoment.process, services } }
    const [before, after] = [told('advice-conversation'), told('advice-conversation', delivered)]
    const reasons = before?.reasons.map(({ rule }) => rule)
    expect(reasons).toContain('early-process-moments/first-contact-moment')
    expect(reasons).toContain('unclear-suitable-work/conversation-first')
    expect(after?.timing).toEqual(before?.timing)
    expect(caveats('advice-conversation')).toEqual([])
    expect(caveats('file-check')).toContain(RECENTLY_DELIVERED)
  })
})
