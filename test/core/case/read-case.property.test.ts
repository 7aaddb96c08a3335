import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as arbitrary from '../../../src/authoring/testing/arbitrary-snapshot'
import { openCase } from '../../../src/core/case/case'
import { readCase } from '../../../src/core/case/read-case'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { BASE_FACTS, type BaseFact } from '../../../src/core/snapshot/catalogue'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'
import { loadRuleSet } from '../../../src/index'
import { setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { loadFixtures } from '../../support/load-fixtures'
import { ownFiles } from '../../support/own-rule-set'

const FIXTURES = loadFixtures()

const extended = loadRuleSet(ownFiles())
if (!extended.ok) throw new Error(JSON.stringify(extended.issues))
const OWN = extended.ruleSet

/** What the full check makes of an input. */
const opened = (input: unknown, ruleSet = shippedRuleSet()) => {
  const parsed = checkSnapshot(input, { ruleSet })
  return parsed.ok ? openCase(parsed.snapshot, ruleSet.facts) : undefined
}

function expectSame(input: unknown, ruleSet = shippedRuleSet()): boolean {
  const expected = opened(input, ruleSet)
  const read = readCase(input, ruleSet.facts)
  if (read) expect(read).toEqual(expected)
  return read !== undefined
}

/** Values that hardly any fact can have. */
const ODD = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'ja', 'yes', 'none', 'unknown', 'unknown:refused', 0, -1, 101, 50.5, true, {}, []),
  fc.constantFrom('2026-02-30', '1899-12-31', '2200-01-01', '2026-2-1', '2026-02-01T00:00'),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53),
  fc.jsonValue(),
  fc.array(fc.constantFrom('1.1', '1.2', 'high', 'low')),
  fc.record({
    type: fc.constantFrom('FML', 'ABC'),
    on: fc.constantFrom('2026-01-01', 'soon'),
    more: fc.constant(1),
  }),
)

describe('the quick reading of a case', () => {
  it('gives what the full check gives, or leaves the case to it', () => {
    let [quick, all] = [0, 0]
    fc.assert(
      fc.property(snapshotArbitrary(), (snapshot) => {
        all += 1
        if (expectSame(snapshot)) quick += 1
      }),
      { numRuns: 1_000 },
    )
    // Had everything been left to the full check, this would have proved nothing.
    expect(quick / all).toBeGreaterThan(0.5)
  })

  it('reads every fixture that is not unusual', () => {
    const left = FIXTURES.filter(({ snapshot }) => opened(snapshot) && !expectSame(snapshot))
    expect(left.length / FIXTURES.length).toBeLessThan(0.05)
  })

  it('takes no value that the vocabulary does not have', () => {
    let refused = 0
    fc.assert(
      fc.property(snapshotArbitrary(), fc.constantFrom(...BASE_FACTS.keys()), ODD, (snapshot, fact, value) => {
        const input = structuredClone(snapshot) as Record<string, unknown>
        if (fact.split('.').length === 2) setFact(input, fact, value)
        expectSame(input)
        if (!opened(input)) refused += 1
      }),
      { numRuns: 2_000 },
    )
    expect(refused).toBeGreaterThan(500)
  })

  it('reads the own facts of a rule set as the full check does', () => {
    const names = [...OWN.facts.keys()].map((id) => id.slice('own.'.length))
    const own = fc.oneof(ODD, fc.constantFrom<unknown>(['late', 'night'], ['late', 'late'], 'rest', 8, '2026-08-31'))
    let [quick, refused] = [0, 0]
    fc.assert(
      fc.property(
        arbitrary.snapshotArbitrary(fc, { ruleSet: OWN, known: 3 }),
        fc.option(fc.tuple(fc.constantFrom(...names, 'constructor', 'more'), own), { nil: undefined, freq: 2 }),
        (snapshot, changed) => {
          const input = structuredClone(snapshot) as { own?: Record<string, unknown> }
          if (changed) input.own = { ...input.own, [changed[0]]: changed[1] }
          if (expectSame(input, OWN)) quick += 1
          if (!opened(input, OWN)) refused += 1
          // Answers to facts that a rule set does not have are wrong under it.
          if (input.own) expect(readCase(input)).toBeUndefined()
        },
      ),
      { numRuns: 1_000 },
    )
    expect(quick / (1_000 - refused)).toBeGreaterThan(0.5)
    expect(refused).toBeGreaterThan(100)
  })

  it('takes no key of an own fact that no object of an input may have', () => {
    const fact = { ...(OWN.facts.get('own.rosterAgreed') as BaseFact), id: 'own.constructor' }
    const own = new Map([[fact.id, fact]])
    expect(readCase({ asOf: '2026-06-01', own: { constructor: true } }, own)).toBeUndefined()
  })

  it('takes no key that the vocabulary does not have, nor one item too odd', () => {
    const item = fc.oneof(
      fc.record({ firstDay: fc.constantFrom('2026-01-01', '2026-03-01', '2027-01-01', 3, null) }),
      fc.record({
        firstDay: fc.constant('2026-01-05'),
        recoveredOn: fc.constantFrom('2026-01-05', '2026-01-01', '2026-02-01'),
      }),
      fc.record({
        firstDay: fc.constant('2026-02-05'),
        notCounted: fc.constantFrom(true, 'unknown', 'no', undefined),
      }),
      fc.record({
        from: fc.constant('2026-02-05'),
        until: fc.constantFrom('2026-02-10', '2026-01-01'),
        oneCase: fc.constantFrom('yes', 'unknown', 'perhaps'),
      }),
      fc.constantFrom<unknown>(null, [], 'x', { firstDay: '2026-01-01', note: 'x' }),
    )
    const input = fc.record(
      {
        asOf: fc.constantFrom('2026-06-01', '2026-02-30', 5),
        caseId: fc.constantFrom('a', 'a b', '', undefined),
        absence: fc.record(
          { spells: fc.array(item, { maxLength: 4 }), leaves: fc.array(item, { maxLength: 3 }), extra: fc.constant(1) },
          { requiredKeys: [] },
        ),
        constructor: fc.constant(1),
      },
      { requiredKeys: ['asOf'] },
    )
    fc.assert(
      fc.property(input, (value) => {
        expectSame(value)
      }),
      { numRuns: 2_000 },
    )
  })

  it('calls no getter, also below the root and in lists, and reads nothing hidden or by a symbol', () => {
    let called = false
    const get = () => {
      called = true
      return true
    }
    const accessor = (target: object, key: string) => Object.defineProperty(target, key, { get, enumerable: true })
    const inSection = (signals: unknown) => ({ asOf: '2026-06-01', signals })
    const inSpells = (spells: unknown) => ({ asOf: '2026-06-01', absence: { spells } })
    const spell = { firstDay: '2026-01-01' }
    const hidden = Object.defineProperty({ employeeAsks: true }, 'tasksDropped', { value: true })
    const inputs: unknown[] = [
      accessor({}, 'asOf'),
      accessor({ asOf: '2026-06-01' }, 'caseId'),
      inSection(accessor({}, 'employeeAsks')),
      inSection(Object.defineProperty({}, 'employeeAsks', { set: get, enumerable: true })),
      inSection(hidden),
      inSection({ employeeAsks: true, [Symbol('x')]: true }),
      inSection(Object.create({ employeeAsks: true })),
      inSection(Object.create(null)),
      inSection([]),
      inSpells([accessor({ ...spell }, 'recoveredOn')]),
      inSpells([{ ...spell, [Symbol('x')]: true }]),
      inSpells([Object.defineProperty({ ...spell }, 'note', { value: 'x' })]),
      inSpells(accessor([spell], '1')),
      inSpells(Object.assign([spell], { note: 'x' })),
      inSpells(Object.assign([spell], { [Symbol('x')]: 'x' })),
      inSpells(new (class extends Array {})()),
      inSpells(new Array(1)),
      { asOf: '2026-06-01', process: { capacityDocument: accessor({ type: 'FML' }, 'on') } },
    ]
    for (const input of inputs) expect(readCase(input)).toBeUndefined()
    expect(called).toBe(false)
  })

  it('reads nothing that is hung on every object', () => {
    const input = { asOf: '2026-06-01', signals: { employeeAsks: true } }
    for (const key of ['tasksDropped', 'signals', 'other']) {
      Object.defineProperty(Object.prototype, key, { value: true, enumerable: true, configurable: true })
      const read = readCase(input)
      delete (Object.prototype as Record<string, unknown>)[key]
      expect(read).toBeUndefined()
    }
    expect(readCase(input)).toBeDefined()
  })

  it('calls no getter, and leaves what is not plain data to the full check', () => {
    let called = false
    const getter = {
      asOf: '2026-06-01',
      get employment() {
        called = true
        return {}
      },
    }
    class Case {
      asOf = '2026-06-01'
    }
    const list = Object.assign([], { 1: { firstDay: '2026-01-01' } })
    const inputs: unknown[] = [
      getter,
      new Case(),
      Object.create({ asOf: '2026-06-01' }),
      { asOf: '2026-06-01', [Symbol('x')]: 1 },
      { asOf: '2026-06-01', absence: { spells: list } },
      Object.defineProperty({ asOf: '2026-06-01' }, 'employment', { value: { olderWorker: true }, enumerable: false }),
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no')
          },
        },
      ),
      null,
      [],
      'text',
    ]
    for (const input of inputs) expect(readCase(input)).toBeUndefined()
    expect(called).toBe(false)
  })
})
