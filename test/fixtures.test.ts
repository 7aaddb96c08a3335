import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareExpectation } from '../src/authoring/testing/compare-expectation'
import { strangersIn } from '../src/authoring/testing/fixture-names'
import { runFixture } from '../src/authoring/testing/run-fixture'
import type { Outcome } from '../src/core/evaluate/outcome'
import { conditionFactsOf } from '../src/core/rules/facts-of'
import type { Expanded } from '../src/core/rules/rule-set'
import { shippedRuleSet, type TriageOptions, triage, triageSync } from '../src/index'
import { emptyDirectory, removeDirectory } from './support/directory'
import { outcomesFor } from './support/fixture-outcomes'
import { type Fixture, loadFixtures } from './support/load-fixtures'

const FIXTURES = loadFixtures()
const RULE_SET = shippedRuleSet()
const RULES = RULE_SET.rules.map(({ id }) => id)

/** Folders beside those of the checklists. */
const OTHER_FOLDERS = ['audience', 'calendar', 'deadlines', 'needs', 'policy', 'practice', 'decision', 'relations']

// JSON has no undefined, so that an option that may be left out is never there without a value.
const optionsOf = ({ options }: Fixture): TriageOptions => ({ audience: 'full', ...options }) as TriageOptions
const foldersOf = ({ path }: Fixture): string[] => path.split('/').slice(0, -1)

describe('each fixture', () => {
  it.each(FIXTURES.map((fixture) => [fixture.path, fixture] as const))('%s', async (_, fixture) => {
    const options = optionsOf(fixture)
    const outcomes = await outcomesFor(fixture.snapshot, options)
    const advice = await triage(fixture.snapshot, options)
    const found = compareExpectation(fixture.expect, advice, outcomes, RULE_SET).map(({ text }) => text)
    expect(found, [fixture.note, ...found].join('\n  ')).toEqual([])
    expect(triageSync(fixture.snapshot, options)).toEqual(advice)
    expect(runFixture(fixture)).toMatchObject({ ok: true, advice, issues: [] })
  })
})

describe('what the employer reads', () => {
  /** Whether a condition can be met where nobody may read a medical fact. */
  const canBeMet = (condition: Expanded): boolean => {
    if ('all' in condition) return condition.all.every(canBeMet)
    if ('any' in condition) return condition.any.some(canBeMet)
    return conditionFactsOf(RULE_SET).get(condition.fact)?.tier !== 'medical'
  }
  const medical = RULE_SET.rules.filter(({ when }) => !canBeMet(when)).map(({ id }) => `"${id}"`)
  const forEmployer = FIXTURES.filter(({ options }) => options?.audience === 'employer')

  it.each(forEmployer.map((fixture) => [fixture.path, fixture] as const))(
    'names no rule that takes a medical fact: %s',
    async (_, fixture) => {
      const advice = JSON.stringify(await triage(fixture.snapshot, optionsOf(fixture)))
      expect(medical.filter((id) => advice.includes(id))).toEqual([])
    },
  )
})

/** They read what the physician released only, and what was not released is no open question. */
const NEVER_OPEN = ['no-return-to-own-work/wage-sanction-risk-released']

describe('the fixtures together', () => {
  it('are many, a good part of them whole stories from practice', () => {
    expect(FIXTURES.length).toBeGreaterThanOrEqual(40)
    expect(FIXTURES.filter(({ path }) => path.startsWith('practice/')).length).toBeGreaterThanOrEqual(20)
  })

  it.each<Outcome>(['met', 'not-met', 'open'])('show every rule %s', async (outcome) => {
    const shown = new Set<string>()
    for (const fixture of FIXTURES) {
      const claimed = Object.entries(fixture.expect.outcomes ?? {}).filter(
        ([rule, claim]) => claim === outcome && !shown.has(rule),
      )
      if (claimed.length === 0) continue
      const found = await outcomesFor(fixture.snapshot, optionsOf(fixture))
      for (const [rule] of claimed) if (found.get(rule) === outcome) shown.add(rule)
    }
    const never = outcome === 'open' ? NEVER_OPEN : []
    expect(RULES.filter((rule) => !shown.has(rule))).toEqual(never)
  })

  it('stand in a folder of their rule and claim its outcome, or in one of the other folders', () => {
    const misplaced = FIXTURES.filter((fixture) => {
      const folders = foldersOf(fixture)
      if (OTHER_FOLDERS.includes(folders[0] ?? '')) return false
      const rule = folders.join('/')
      return !RULES.includes(rule) || !fixture.expect.outcomes?.[rule]
    })
    expect(misplaced.map(({ path }) => path)).toEqual([])
  })

  it('have a folder for every rule', () => {
    const folders = new Set(FIXTURES.map((fixture) => foldersOf(fixture).join('/')))
    expect(RULES.filter((rule) => !folders.has(rule))).toEqual([])
  })

  it('are named in words, never in numbers but for the number of the finding that a decision stands for', () => {
    const named = /^(decision\/[dp]\d\d-)?[a-z]+([-/][a-z]+)*$/
    expect(FIXTURES.filter(({ path }) => !named.test(path)).map(({ path }) => path)).toEqual([])
  })

  it('name only what exists', () => {
    const strange = FIXTURES.flatMap(({ path, expect: claims, source }) => [
      ...strangersIn(claims, RULE_SET).map((stranger) => `${path}: ${stranger}`),
      ...(source && !RULE_SET.sources.has(source.id) ? [`${path}: there is no source ${source.id}`] : []),
    ])
    expect(strange).toEqual([])
  })
})

describe('a file that is not a fixture is refused', () => {
  let directory: string
  beforeAll(async () => {
    directory = await emptyDirectory()
  })
  afterAll(() => removeDirectory(directory))

  const good = {
    note: 'A case that is good enough to load.',
    snapshot: { asOf: '2026-09-14' },
    expect: { excludes: ['second-track'] },
  }
  const { note, expect: claims, ...rest } = good

  it.each([
    ['without a note', { ...rest, expect: claims }],
    ['without expectations', { ...rest, note }],
    ['with empty expectations', { ...good, expect: { outcomes: {}, excludes: [] } }],
    ['with an unknown key', { ...good, extra: true }],
    ['with an unknown expectation', { ...good, expect: { ...claims, exclude: ['second-track'] } }],
    [
      'with a recommendation without reasons',
      { ...good, expect: { recommendations: [{ service: 'file-check', certainty: 'certain' }] } },
    ],
  ])('%s', async (_, document) => {
    await writeFile(join(directory, 'one.json'), JSON.stringify(good))
    expect(loadFixtures(directory).map(({ path }) => path)).toEqual(['one'])
    await writeFile(join(directory, 'one.json'), JSON.stringify(document))
    expect(() => loadFixtures(directory)).toThrow('one.json')
  })
})
