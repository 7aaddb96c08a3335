import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIENCES } from '../../src/core/advice'
import { buildRuleSet } from '../../src/core/rules/build-rule-set'
import { SHIPPED_FILES } from '../../src/core/rules/bundled'
import { LOCALES } from '../../src/core/snapshot/fact'
import { type Advice, type RuleSet, type Snapshot, shippedRuleSet, triageSync } from '../../src/index'
import { snapshotArbitrary } from '../support/arbitrary-snapshot'
import { byNight } from '../support/by-night'
import { loadFixtures } from '../support/load-fixtures'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

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

describe('an advice', () => {
  it('shares nothing with another', () => {
    const seen = new Set<object>()
    const shared = new Set<object>()
    for (const snapshot of [...SNAPSHOTS.slice(0, 300), ...SNAPSHOTS.slice(0, 100)])
      for (const audience of AUDIENCES)
        for (const locale of LOCALES) {
          const parts = partsOf(triageSync(snapshot, { audience, locale }))
          for (const part of parts) (seen.has(part) ? shared : seen).add(part)
        }
    expect(seen.size).toBeGreaterThan(1000)
    expect([...shared]).toEqual([])
  })

  it('does not change with one that a caller changes', () => {
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
            JSON.stringify(triageSync(snapshot, { audience: 'full', ruleSet }))
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
    const snapshots = fc.sample(snapshotArbitrary(9), { numRuns: byNight({ night: 1_000, day: 300 }), seed: 20261122 })
    const [one, other] = [freshRuleSet(), freshRuleSet()]
    const said = (snapshot: Snapshot, ruleSet: RuleSet): string =>
      JSON.stringify(triageSync(snapshot, { audience: 'full', ruleSet }))
    const forwards = snapshots.map((snapshot) => said(snapshot, one))
    const backwards = [...snapshots].reverse().map((snapshot) => said(snapshot, other))
    expect(backwards.reverse().filter((advice, index) => advice !== forwards[index])).toEqual([])
  })
})
