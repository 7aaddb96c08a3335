import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { compareExpectation } from '../../../src/authoring/testing/compare-expectation'
import { expectation, saysSomething } from '../../../src/authoring/testing/expectation'
import { restateExpectation } from '../../../src/authoring/testing/restate-expectation'
import { look } from '../../../src/authoring/testing/run-fixture'
import { parseSnapshot, shippedRuleSet, TriageError } from '../../../src/index'
import {
  describeFixtures,
  type Expectation,
  ExpectationError,
  expectAdvice,
  snapshotArbitrary,
} from '../../../src/testing'
import { emptyDirectory, removeDirectory } from '../../support/directory'
import { loadFixtures } from '../../support/load-fixtures'
import { ROOT, run } from '../../support/run'

vi.setConfig({ testTimeout: 60_000 })

const CASE = {
  asOf: '2026-09-14',
  conflict: { status: 'established', handling: 'none' },
  returnToWork: { ownWork: 'expected' },
} as const

/** What an assertion throws. */
function failure(assert: () => unknown): ExpectationError {
  try {
    assert()
  } catch (error) {
    if (error instanceof ExpectationError) return error
    throw error
  }
  throw new Error('nothing failed')
}

describe('expectAdvice', () => {
  it('lets through what holds, one assertion after the other', () => {
    expectAdvice(CASE)
      .toRecommend('case-conference', { certainty: 'certain', startBy: '2026-09-28', state: 'due' })
      .toRecommend('case-conference')
      .notToRecommend('second-track')
      .toAsk('absence.spells')
      .notToAsk('conflict.status')
      .toHold('advice-conversation', { by: 'conflict/established-hold', reviewOn: '2026-09-28' })
      .toHold('advice-conversation')
      .toMatchExpectation({ status: 'refer-now', outcomes: { 'conflict/established-hold': 'met' } })
    expect(expectAdvice(CASE).advice.status).toBe('refer-now')
  })

  it('takes the options of triage', () => {
    expectAdvice(CASE, { policy: { 'conflict.holdIndividualAdvice': 0 }, audience: 'employer' }).toMatchExpectation({
      outcomes: { 'conflict/established-hold': 'not-met' },
    })
  })

  it('tells a wrong day with the same claim as it is found, and what decided', () => {
    const error = failure(() =>
      expectAdvice(CASE).toRecommend('case-conference', { startBy: '2026-10-01', state: 'due' }),
    )
    expect(error).toMatchObject({ name: 'AssertionError', code: 'ERR_ASSERTION' })
    expect(error.expected).toEqual({ service: 'case-conference', startBy: '2026-10-01', state: 'due' })
    expect(error.actual).toEqual({ service: 'case-conference', startBy: '2026-09-28', state: 'due' })
    expect(error.message).toContain(`expected the advice to recommend case-conference
  case-conference: startBy: expected 2026-10-01, got 2026-09-28`)
  })

  it('tells which services there are in the place of one that is missing', () => {
    const error = failure(() => expectAdvice(CASE).toRecommend('second-track'))
    expect(error.expected).toEqual(['second-track'])
    expect(error.actual).toEqual(expectAdvice(CASE).advice.recommendations.map(({ service }) => service))
    expect(error.message).toContain(
      'no-return-to-own-work/second-track: not-met\n      returnToWork.ownWork = "expected"',
    )
  })

  it.each<[string, () => unknown, string]>([
    ['a service too many', () => expectAdvice(CASE).notToRecommend('case-conference'), 'expected no case-conference'],
    ['a question not asked', () => expectAdvice(CASE).toAsk('conflict.status'), 'asked: expected conflict.status'],
    ['a question asked', () => expectAdvice(CASE).notToAsk('absence.spells'), 'asked: expected no absence.spells'],
    [
      'a service not held',
      () => expectAdvice({ ...CASE, health: { referralWithheld: 'none' } }).toHold('case-conference'),
      'case-conference: expected certain, got no hold',
    ],
    [
      'a hold by another rule',
      () => expectAdvice(CASE).toHold('advice-conversation', { by: 'conflict/signal' }),
      'advice-conversation: expected certain conflict/signal, got conflict/established-hold certain, until 2026-09-28',
    ],
    [
      'a hold on another day',
      () => expectAdvice(CASE).toHold('advice-conversation', { reviewOn: '2026-10-13' }),
      'until 2026-09-28',
    ],
    ['a status', () => expectAdvice(CASE).toMatchExpectation({ status: 'no-referral' }), 'got refer-now'],
    ['a misspelt service', () => expectAdvice(CASE).notToRecommend('secnd-track'), 'the nearest is second-track'],
    ['a misspelt rule', () => expectAdvice(CASE).toHold('file-check', { by: 'conflict/hold' }), 'there is no rule'],
    ['a misspelt fact', () => expectAdvice(CASE).notToAsk('conflict.state'), 'the nearest is conflict.status'],
    ['nothing expected', () => expectAdvice(CASE).toMatchExpectation({}), 'this expects nothing at all'],
    [
      'no expectation',
      () => expectAdvice(CASE).toMatchExpectation({ exclude: ['second-track'] } as Expectation),
      'this is no expectation',
    ],
  ])('fails on %s', (_, assert, told) => {
    expect(failure(assert).message).toContain(told)
  })

  it('never puts a medical value in a message, nor what follows from one', () => {
    const medical = { ...CASE, health: { permanentLimitation: true, course: 'worsening' } } as const
    for (const assert of [
      () => expectAdvice(medical).toMatchExpectation({ status: 'no-referral', complete: true }),
      () => expectAdvice(medical).notToRecommend('labour-expert-assessment'),
      () =>
        expectAdvice(medical).toMatchExpectation({ outcomes: { 'progressive-illness/worsening-absent': 'not-met' } }),
    ]) {
      const { message } = failure(assert)
      expect(message).not.toMatch(/health\.\w+ = /)
      expect(message).not.toContain('worsening"')
    }
  })

  it('throws what triage throws for a snapshot that is no case', () => {
    expect(() => expectAdvice({ asOf: 'soon' })).toThrow(TriageError)
  })
})

describe('restating an expectation', () => {
  const fixtures = loadFixtures()
  const ruleSet = shippedRuleSet()

  it('gives one of the right form that holds, about the same things', () => {
    let changed = 0
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.constantFrom(...fixtures), (claims, other) => {
        const { advice, seen } = look(other.snapshot, (other.options ?? {}) as object)
        const restated = restateExpectation(claims.expect, advice, seen.outcomes)
        if (!saysSomething(restated)) return
        expect(expectation.safeParse(restated).error).toBeUndefined()
        expect(compareExpectation(restated, advice, seen.outcomes, ruleSet)).toEqual([])
        if (compareExpectation(claims.expect, advice, seen.outcomes, ruleSet).length > 0) changed += 1
        else expect(restated).toEqual(claims.expect)
      }),
      { numRuns: 300, seed: 3, endOnFailure: true },
    )
    expect(changed).toBeGreaterThan(100)
  })
})

describe('snapshotArbitrary', () => {
  it('makes only cases that are accepted, with known, unknown and absent facts', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(snapshotArbitrary(fc), (snapshot) => {
        const parsed = parseSnapshot(snapshot)
        expect(parsed.ok ? [] : parsed.issues).toEqual([])
        const words = JSON.stringify(snapshot)
        if (words.includes('"unknown"')) kinds.add('unknown')
        if (words.includes('"unknown:refused"')) kinds.add('refused')
        if (!words.includes('"managerConcern"')) kinds.add('absent')
      }),
      { numRuns: 300, seed: 5, endOnFailure: true },
    )
    expect([...kinds].sort()).toEqual(['absent', 'refused', 'unknown'])
  })

  it('leaves more open when it is told to', () => {
    const answered = (known: number): number =>
      fc
        .sample(snapshotArbitrary(fc, { known }), { numRuns: 50, seed: 1 })
        .reduce((sum, snapshot) => sum + JSON.stringify(snapshot).length, 0)
    expect(answered(1)).toBeLessThan(answered(8))
  })
})

describe('describeFixtures', () => {
  let directory: string
  beforeAll(async () => {
    directory = await emptyDirectory()
    const note = 'A case that this suite runs in several ways.'
    const files = {
      'good/conflict/held.json': { note, snapshot: CASE, expect: { status: 'refer-now' } },
      'good/top.json': { note, snapshot: CASE, generated: true, expect: { excludes: ['second-track'] } },
      'bad/wrong.json': { note, snapshot: CASE, expect: { status: 'no-referral' } },
      'bad/broken.json': { note, expect: {} },
    }
    for (const [file, content] of Object.entries(files)) {
      await mkdir(join(directory, file, '..'), { recursive: true })
      await writeFile(join(directory, file), JSON.stringify(content))
    }
    await mkdir(join(directory, 'none'))
  })
  afterAll(() => removeDirectory(directory))

  /** Names and what came of them, as a test runner would show them. */
  function collect(folder: string): Record<string, string> {
    const found: Record<string, string> = {}
    const stack: string[] = []
    describeFixtures(folder, {
      describe: (name, body) => {
        stack.push(name === folder ? '' : name)
        body()
        stack.pop()
      },
      it: (name, body) => {
        const full = [...stack.slice(1), name].join(' > ')
        try {
          body()
          found[full] = 'passes'
        } catch (error) {
          found[full] = error instanceof Error ? error.message : String(error)
        }
      },
    })
    return found
  }

  it('makes a test of each fixture, in a suite for each folder', () => {
    expect(collect(join(directory, 'good'))).toEqual({
      'top (not confirmed yet)': 'passes',
      'conflict > held': 'passes',
    })
  })

  it('fails where a fixture does, where a file is none, and where there is none', () => {
    const found = collect(join(directory, 'bad'))
    expect(Object.keys(found)).toEqual(['wrong', 'broken.json'])
    expect(found.wrong).toContain('status: expected no-referral, got refer-now')
    expect(found['broken.json']).toContain('/snapshot give snapshot [missing-key]')
    expect(collect(join(directory, 'none'))['has fixtures']).toContain('there are no fixtures')
  })

  it('runs under node:test, which shows the difference', async () => {
    await build({
      entryPoints: [join(ROOT, 'src', 'testing.ts')],
      outfile: join(directory, 'testing.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    })
    const suite = (folder: string): string => `
      const { describe, it } = require('node:test')
      const { describeFixtures } = require('./testing.cjs')
      describeFixtures(${JSON.stringify(join(directory, folder))}, { describe, it })`
    await writeFile(join(directory, 'good.cjs'), suite('good'))
    await writeFile(join(directory, 'bad.cjs'), suite('bad'))
    const good = await run(process.execPath, ['--test', '--test-reporter=tap', 'good.cjs'], { cwd: directory })
    expect(good.stdout).toMatch(/ok 1 - held/)
    expect(good).toMatchObject({ code: 0 })
    const bad = await run(process.execPath, ['--test', '--test-reporter=tap', 'bad.cjs'], { cwd: directory })
    expect(bad.code).toBe(1)
    expect(bad.stdout).toContain("code: 'ERR_ASSERTION'")
    expect(bad.stdout).toContain('status: expected no-referral, got refer-now')
  })
})

// The same under vitest itself.
describeFixtures(join(ROOT, 'fixtures', 'cases', 'conflict'), { describe, it })
