import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTriage } from '../../../src/core/create-triage'
import type { RulesInForce } from '../../../src/core/evaluate/conditions'
import { evaluateCompiled } from '../../../src/core/evaluate/evaluate-compiled'
import { evaluateReference as evaluate } from '../../../src/core/evaluate/evaluate-reference'
import type { Leaf } from '../../../src/core/rules/document'
import type { Expanded } from '../../../src/core/rules/rule-set'
import { triage } from '../../../src/core/triage-by-engine'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { byNight } from '../../support/by-night'
import { type Evaluator, findDisagreement } from '../../support/differential'

/** `npm run differential` runs a million. */
const PAIRS = Number(process.env.DIFFERENTIAL_PAIRS ?? byNight({ night: 100_000, day: 10_000 }))
const SEED = 20_261_122

describe('the two evaluators', () => {
  it(`say the same of ${PAIRS} pairs of a rule set and a snapshot`, { timeout: 3_600_000 }, async () => {
    expect(await findDisagreement(PAIRS, SEED)).toBeUndefined()
  })

  it('give the same advice over the shipped rule set, to the byte', { timeout: 3_600_000 }, async () => {
    const options = [
      { audience: 'full', locale: 'nl' },
      { audience: 'employer', locale: 'en' },
    ] as const
    const advise = options.map((option) => createTriage(option))
    const snapshots = fc.sample(snapshotArbitrary(), { numRuns: Math.ceil(PAIRS / 500), seed: SEED })
    for (const snapshot of snapshots)
      for (const [index, option] of options.entries())
        expect(JSON.stringify(advise[index]?.(snapshot))).toBe(JSON.stringify(await triage(snapshot, option)))
  })
})

/** The rules as they would be with something wrong in them, for one of the two evaluators only. */
function withFault(change: (leaf: Leaf) => Expanded): (rules: RulesInForce) => RulesInForce {
  const faulty = new WeakMap<RulesInForce, RulesInForce>()
  const changed = (condition: Expanded): Expanded => {
    if ('all' in condition) return { all: condition.all.map(changed) }
    if ('any' in condition) return { any: condition.any.map(changed) }
    return change(condition)
  }
  return (rules) => {
    const { ruleSet, policy } = rules
    const found = faulty.get(rules) ?? {
      policy,
      ruleSet: { ...ruleSet, rules: ruleSet.rules.map((rule) => ({ ...rule, when: changed(rule.when) })) },
    }
    faulty.set(rules, found)
    return found
  }
}

const FAULTS: Readonly<Record<string, (leaf: Leaf) => Expanded>> = {
  'a limit that is not included': (leaf) =>
    leaf.operator === 'greaterThanInclusive' ? { ...leaf, operator: 'greaterThan' } : leaf,
  'a limit that is off by one': (leaf) =>
    leaf.operator === 'lessThan' && typeof leaf.value === 'number' ? { ...leaf, value: leaf.value + 1 } : leaf,
  'a list that lost its last value': (leaf) =>
    leaf.operator === 'in' && Array.isArray(leaf.value) ? { ...leaf, value: leaf.value.slice(0, -1) as never } : leaf,
  'a value that is taken for its opposite': (leaf) =>
    leaf.operator === 'equal' ? { ...leaf, operator: 'notEqual' } : leaf,
  'an unknown that is taken for no': (leaf) =>
    leaf.fact === 'conflict.status' ? { all: [leaf, { ...leaf, operator: 'equal', value: 'nothing' }] } : leaf,
}

describe('a fault in one of them is found', () => {
  const planted = Object.entries(FAULTS).map(([name, change], index) => {
    const fault = withFault(change)
    const compiled: Evaluator = (rules, facts, asOf) => evaluateCompiled(fault(rules), facts, asOf)
    const reference: Evaluator = (rules, facts, asOf) => evaluate(fault(rules), facts, asOf)
    return index % 2 === 0
      ? ([`${name}, in the compiled one`, { compiled }] as const)
      : ([`${name}, in json-rules-engine's`, { reference }] as const)
  })

  it.each(planted)('%s', { timeout: 600_000 }, async (_, evaluators) => {
    const found = await findDisagreement(25_000, SEED, evaluators)
    expect(found?.reference).not.toBe(found?.compiled)
    // As small as can be: one rule of one comparison.
    expect(found?.rules).toHaveLength(1)
    expect(JSON.stringify(found?.rules)).not.toMatch(/"(all|any)"/)
    expect(Object.keys(found?.snapshot ?? {}).length).toBeLessThanOrEqual(2)
  })
})
