import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Engine, type RuleProperties } from 'json-rules-engine'
import { describe, expect, it } from 'vitest'
import { triageSync } from '../../../src/core/create-triage'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'
import { triage } from '../../../src/core/triage-by-engine'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { seeBoth } from '../../support/both-evaluators'
import { ROOT, run } from '../../support/run'
import { MEDICAL_SNAPSHOT } from '../../support/sample-snapshot'
import { questionFor, tinyFiles, tinyRuleSet } from '../../support/tiny-rule-set'

// Why the rules do not run on json-rules-engine as it comes. Each test shows first what the engine does with the
// rule as written, and then what the library makes of the same rule.

const STATUS = 'conflict.status'
const rule = (name: string, conditions: unknown, priority = 1): RuleProperties => ({
  name,
  priority,
  conditions: conditions as RuleProperties['conditions'],
  event: { type: name },
})

/** The names of the rules that fire when the engine is used as its own documentation shows. */
async function fired(engine: Engine, facts: Record<string, unknown>): Promise<string[]> {
  const { events } = await engine.run(facts)
  return events.map(({ type }) => type)
}

const outcomeOf = async (condition: unknown, snapshot: unknown) =>
  (await seeBoth(tinyRuleSet([condition]), snapshot)).outcomes.get(questionFor(0))

const codesOf = (files: unknown): string[] => {
  const loaded = loadRuleSet(files)
  return loaded.ok ? [] : loaded.issues.map(({ code }) => code)
}

describe('a fact that nobody answered', () => {
  const negative = [
    { fact: STATUS, operator: 'notEqual', value: 'none' },
    { fact: STATUS, operator: 'notIn', value: ['none', 'signal'] },
  ]

  it.each(negative)('the engine fires $operator on it; here it is open', async (condition) => {
    const naive = new Engine([rule('refer', { all: [condition] })], { allowUndefinedFacts: true })
    expect(await fired(naive, {})).toEqual(['refer'])
    expect(await outcomeOf({ all: [condition] }, { asOf: '2026-11-22' })).toBe('open')
    expect(await outcomeOf({ all: [condition] }, { asOf: '2026-11-22', conflict: { status: 'unknown' } })).toBe('open')
  })

  it('the engine fires "not equal" on it; here there is no "not"', async () => {
    const condition = { not: { fact: STATUS, operator: 'equal', value: 'none' } }
    const naive = new Engine([rule('refer', condition)], { allowUndefinedFacts: true })
    expect(await fired(naive, {})).toEqual(['refer'])
    expect(codesOf(tinyFiles([condition]))).toContain('unknown-key')
  })

  it('"unknown" is a value to the engine, and different from "none"; here it is open', async () => {
    const condition = { fact: STATUS, operator: 'notEqual', value: 'none' }
    const naive = new Engine([rule('refer', { all: [condition] })])
    expect(await fired(naive, { [STATUS]: 'unknown' })).toEqual(['refer'])
    expect(await outcomeOf({ all: [condition] }, { asOf: '2026-11-22', conflict: { status: 'unknown' } })).toBe('open')
  })

  it('as the engine comes, one absent fact loses every rule; here it leaves its own rule open', async () => {
    const [urgent, other] = [
      { all: [{ fact: 'signals.employeeAsks', operator: 'equal', value: true }] },
      { all: [{ fact: STATUS, operator: 'equal', value: 'signal' }] },
    ]
    const naive = new Engine([rule('urgent', urgent), rule('other', other)])
    await expect(naive.run({ 'signals.employeeAsks': true })).rejects.toThrow(/Undefined fact/)
    const { outcomes } = await seeBoth(tinyRuleSet([urgent, other]), {
      asOf: '2026-11-22',
      signals: { employeeAsks: true },
    })
    expect([outcomes.get(questionFor(0)), outcomes.get(questionFor(1))]).toEqual(['met', 'open'])
  })
})

describe('runs in flight together', () => {
  /** One rule a priority; a case of the short kind is decided at once, one of the long kind at the last comparison. */
  const ladder = (): Engine =>
    new Engine(
      [5, 4, 3, 2, 1].map((priority) =>
        rule(
          `priority ${priority}`,
          {
            any: [
              { fact: 'kind', operator: 'equal', value: 'short', priority: 9 },
              ...[1, 2, 3, 4].map((value) => ({ fact: 'step', operator: 'equal', value, priority: 5 - value })),
            ],
          },
          priority,
        ),
      ),
    )
  const cases = [
    { kind: 'short', step: 0 },
    { kind: 'long', step: 4 },
    { kind: 'short', step: 0 },
  ]

  it('one engine loses rules of a run while another ends, with plain values and without stop()', async () => {
    const alone = await Promise.all(cases.map((facts) => fired(ladder(), facts)))
    expect(alone.map(({ length }) => length)).toEqual([5, 5, 5])
    const shared = ladder()
    const together = await Promise.all(cases.map((facts) => fired(shared, facts)))
    expect(together.map(({ length }) => length)).toEqual([5, 3, 5])
  })

  it('one engine loses the urgent rule of a run whose fact is slow', async () => {
    const condition = { all: [{ fact: 'report', operator: 'equal', value: 'in' }] }
    const shared = new Engine([rule('note', condition, 2), rule('urgent', condition, 1)])
    const slow = fired(shared, { report: () => new Promise((resolve) => setTimeout(resolve, 20, 'in')) })
    expect(await fired(shared, { report: 'in' })).toEqual(['note', 'urgent'])
    expect(await slow).toEqual(['note'])
  })

  it('fifty cases together get the same advice, to the byte, as one after the other', async () => {
    const snapshots: Snapshot[] = fc.sample(snapshotArbitrary(), { numRuns: 50, seed: 50 })
    for (const audience of ['full', 'employer'] as const) {
      const sequential: string[] = []
      for (const snapshot of snapshots) sequential.push(JSON.stringify(await triage(snapshot, { audience })))
      const concurrent = await Promise.all(snapshots.map((snapshot) => triage(snapshot, { audience })))
      expect(concurrent.map((advice) => JSON.stringify(advice))).toEqual(sequential)
      expect(snapshots.map((snapshot) => JSON.stringify(triageSync(snapshot, { audience })))).toEqual(sequential)
      expect(new Set(sequential).size).toBe(50)
    }
  }, 60_000)
})

describe('a rule set with a fault', () => {
  const leaf = { fact: STATUS, operator: 'equal', value: 'signal' }

  it('an empty "any" fires on the engine, always; here it is refused', async () => {
    expect(await fired(new Engine([rule('refer', { any: [] })]), {})).toEqual(['refer'])
    expect(codesOf(tinyFiles([{ any: [] }]))).toEqual(['empty-group', 'empty-group'])
  })

  it('of "all" beside "any" the engine ignores one in silence; here it is refused', async () => {
    const both = { any: [leaf], all: [{ ...leaf, value: 'none' }] }
    expect(await fired(new Engine([rule('refer', both)]), { [STATUS]: 'signal' })).toEqual(['refer'])
    expect(codesOf(tinyFiles([both]))).toContain('unknown-key')
  })

  it('a misspelt operator stops the engine while it runs, and every rule with it; here it is found when loading', async () => {
    const misspelt = { all: [{ ...leaf, operator: 'equals' }] }
    // Accepted without a word, and not noticed in a run either until the rule is reached.
    const naive = new Engine([rule('fine', { all: [leaf] }), rule('misspelt', misspelt)])
    await expect(naive.run({ [STATUS]: 'signal' })).rejects.toThrow(/Unknown operator/)
    const loaded = loadRuleSet(tinyFiles([{ all: [leaf] }, misspelt]))
    expect(loaded).toMatchObject({ ok: false, issues: [{ code: 'unknown-operator', nearest: 'equal' }] })
  })

  it('a misspelt key is accepted by the engine; here it is refused', async () => {
    const misspelt = { all: [{ ...leaf, paht: '$.status' }] }
    expect(await fired(new Engine([rule('refer', misspelt)]), { [STATUS]: 'signal' })).toEqual(['refer'])
    expect(codesOf(tinyFiles([misspelt]))).toContain('unknown-key')
  })

  it('a circle of named conditions overflows the stack of the engine; here it is found when loading', async () => {
    const [one, two] = [{ all: [{ condition: 'two' }] }, { all: [{ condition: 'one' }] }]
    const naive = new Engine([rule('refer', { all: [{ condition: 'one' }] })])
    naive.setCondition('one', one as never)
    naive.setCondition('two', two as never)
    const ended = await Promise.resolve()
      .then(() => naive.run({}))
      .then(() => 'an answer')
      .catch((error: unknown) => error)
    expect(ended).toBeInstanceOf(RangeError)
    const loaded = loadRuleSet(tinyFiles([{ condition: 'one' }], { one, two }))
    expect(loaded).toMatchObject({ ok: false, issues: [{ code: 'cyclic-condition', pointer: '/conditions/one' }] })
  })

  it('a list that is null loses the whole run of the engine; here it is refused', async () => {
    const broken = { all: [{ ...leaf, operator: 'in', value: null }] }
    const naive = new Engine([rule('urgent', { all: [leaf] }), rule('broken', broken)])
    await expect(naive.run({ [STATUS]: 'signal' })).rejects.toThrow(TypeError)
    expect(codesOf(tinyFiles([broken]))).toContain('value-type')
  })
})

describe('with DEBUG=json-rules-engine', () => {
  const BUILT = join(ROOT, 'dist', 'index.js')
  const snapshot = JSON.stringify(MEDICAL_SNAPSHOT)
  /** The values of the medical facts that are no plain yes or no. */
  const medical = Object.values(MEDICAL_SNAPSHOT.health).filter((value) => typeof value === 'string')

  const output = async (code: string): Promise<string> => {
    const done = await run(process.execPath, ['--input-type=module', '--eval', code], {
      env: { DEBUG: 'json-rules-engine' },
    })
    expect(done.code).toBe(0)
    return done.stdout + done.stderr
  }

  it('the engine prints the facts of a case', async () => {
    const log = await output(`
      import { Engine } from 'json-rules-engine'
      const all = [{ fact: 'health.course', operator: 'equal', value: 'stable' }]
      const engine = new Engine([{ conditions: { all }, event: { type: 'refer' } }])
      await engine.run({ 'health.course': 'worsening' })
    `)
    expect(log).toContain('worsening')
    expect(log).toContain('stable')
  })

  it.skipIf(!existsSync(BUILT))('triage prints nothing at all (needs dist: npm run build)', async () => {
    expect(medical.length).toBeGreaterThan(5)
    const log = await output(`
      import { triage } from './dist/index.js'
      const advice = await triage(${snapshot}, { audience: 'full' })
      if (advice.recommendations.length === 0) process.exit(1)
    `)
    expect(log).toBe('')
  })

  it.skipIf(!existsSync(BUILT))('triageSync prints nothing at all (needs dist: npm run build)', async () => {
    const log = await output(`
      import { triageSync } from './dist/index.js'
      if (triageSync(${snapshot}, { audience: 'full' }).recommendations.length === 0) process.exit(1)
    `)
    expect(log).toBe('')
  })
})
