import { describe, expect, it } from 'vitest'
import { type CoverageItem, type KindCoverage, percentageOf, shortOf, coverageOf } from '../../../src/authoring/coverage/coverage'
import { coverageHtml, itemText, renderCoverage } from '../../../src/authoring/coverage/coverage-report'
import { COVERAGE_KINDS, type CoverageKind } from '../../../src/authoring/coverage/goal'
import type { Fixture } from '../../../src/authoring/testing/fixture'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { PLAIN } from '../../../src/reports/text/lay-out'
import { loadFixtures } from '../../support/load-fixtures'
import { ownFiles } from '../../support/own-rule-set'
import { questionFor, tinyRuleSet } from '../../support/tiny-rule-set'

const RULE_SET = shippedRuleSet()
const FIXTURES = loadFixtures()

function itemsOf(kind: CoverageKind, ruleSet: RuleSet, fixtures: readonly Fixture[]): readonly CoverageItem[] {
  return (coverageOf(ruleSet, fixtures).kinds.find((one) => one.kind === kind) as KindCoverage).items
}

const textsOf = (items: readonly CoverageItem[], outcome: CoverageItem['outcome']): readonly string[] =>
  items.filter((item) => item.outcome === outcome).map((item) => itemText(item))

describe('the fixtures of the shipped rule set', () => {
  it('cover all of every kind, apart from what is proved impossible', () => {
    const coverage = coverageOf(RULE_SET, FIXTURES)
    expect(coverage.refused).toEqual([])
    expect(coverage.kinds.map(({ kind, percentage }) => [kind, percentage])).toEqual(
      COVERAGE_KINDS.map((kind) => [kind, 100]),
    )
    expect(coverage.kinds.flatMap(({ items }) => textsOf(items, 'missing'))).toEqual([])
    expect(shortOf(coverage, 100)).toEqual([])
    const [rules, , services] = coverage.kinds
    // What the physician did not release is nothing: whether it was released is never open.
    expect(textsOf(rules?.items ?? [], 'impossible')).toEqual([
      'no-return-to-own-work/wage-sanction-risk-released: open',
    ])
    expect(rules?.total).toBe(3 * RULE_SET.rules.length - 1)
    // What is over with its window is never overdue, and nobody's leave puts off what is for a job group.
    expect(textsOf(services?.items ?? [], 'impossible')).toEqual([
      'action-plan-scan: overdue',
      'early-wvp-check: overdue',
      'job-group-advice: planned',
      'job-structure-advice: planned',
    ])
    expect(textsOf(services?.items ?? [], 'covered')).toContain('file-check: planned')
  })

  it('cover less without the one that shows something alone', () => {
    const coverage = coverageOf(
      RULE_SET,
      FIXTURES.filter(({ path }) => path !== 'locomotor-complaints/workplace/absence-not-asked'),
    )
    expect(coverage.kinds.flatMap(({ items }) => textsOf(items, 'missing'))).toEqual([
      'locomotor-complaints/workplace: absence.ongoing equal true: unknown',
    ])
    expect(shortOf(coverage, 100).map(({ kind }) => kind)).toEqual(['conditions'])
    expect(shortOf(coverage, 99)).toEqual([])
  })
})

const RULE = questionFor(0)
const SIGNAL = { fact: 'conflict.status', operator: 'equal', value: 'signal' }
const DISPUTE = { fact: 'conflict.disputeOverAdjustments', operator: 'equal', value: true }

const fixture = (snapshot: object, options?: Fixture['options']): Fixture => ({
  file: 'case.json',
  path: 'case',
  note: 'A case that shows something.',
  snapshot: { asOf: '2026-09-14', ...snapshot },
  expect: { complete: true },
  ...(options && { options }),
})

/** What one case shows of the one rule with this condition. */
const shown = (condition: unknown, snapshot: object): readonly string[] =>
  textsOf(itemsOf('conditions', tinyRuleSet([condition]), [fixture(snapshot)]), 'covered').map((text) =>
    text.replace(`${RULE}: `, '').replace(/^\S+\.(\w+) .*: (\w+)$/, '$1 $2'),
  )

describe('a fixture does not count', () => {
  const ruleSet = tinyRuleSet([SIGNAL])
  const good = fixture({ conflict: { status: 'signal' } })
  const covered = (fixtures: readonly Fixture[]) => coverageOf(ruleSet, fixtures).kinds.map((kind) => kind.covered)

  it('while nobody confirmed it', () => {
    const generated = { ...good, generated: true as const }
    expect(covered([good])).toEqual([1, 1, 0, 0, 0])
    expect(covered([generated])).toEqual([0, 0, 0, 0, 0])
    expect(coverageOf(ruleSet, [generated])).toMatchObject({ fixtures: 0, unconfirmed: ['case.json'] })
  })

  it('where its snapshot or its policy is refused', () => {
    const broken = [fixture({ conflict: 3 }), fixture({}, { policy: { 'no.such': 1 } })]
    expect(coverageOf(ruleSet, broken)).toMatchObject({ fixtures: 0, refused: ['case.json', 'case.json'] })
  })
})

describe('a comparison decides its rule on its own', () => {
  const [both, either] = [{ all: [SIGNAL, DISPUTE] }, { any: [SIGNAL, DISPUTE] }]

  it.each([
    [
      'both true, in all',
      both,
      { status: 'signal', disputeOverAdjustments: true },
      ['status true', 'disputeOverAdjustments true'],
    ],
    ['one false, in all', both, { status: 'signal', disputeOverAdjustments: false }, ['disputeOverAdjustments false']],
    ['both false, in all: each masks the other', both, { status: 'none', disputeOverAdjustments: false }, []],
    ['one not known beside a true one, in all', both, { status: 'signal' }, ['disputeOverAdjustments unknown']],
    ['one not known beside a false one, in all', both, { status: 'none' }, []],
    ['neither known, in all', both, {}, []],
    ['both true, in any: each masks the other', either, { status: 'signal', disputeOverAdjustments: true }, []],
    ['one true, in any', either, { status: 'signal', disputeOverAdjustments: false }, ['status true']],
    [
      'both false, in any',
      either,
      { status: 'none', disputeOverAdjustments: false },
      ['status false', 'disputeOverAdjustments false'],
    ],
    ['one not known beside a false one, in any', either, { disputeOverAdjustments: false }, ['status unknown']],
  ])('%s', (_, condition, conflict, expected) => {
    expect(shown(condition, { conflict })).toEqual(expected)
  })

  it('once, however often it is written', () => {
    const twice = { all: [SIGNAL, { any: [SIGNAL, DISPUTE] }] }
    expect(shown(twice, { conflict: { status: 'signal', disputeOverAdjustments: false } })).toEqual(['status true'])
  })
})

describe('what is proved impossible', () => {
  const impossible = (condition: unknown): readonly string[] =>
    textsOf(itemsOf('conditions', tinyRuleSet([condition]), []), 'impossible').map((text) =>
      text.replace(`${RULE}: `, ''),
    )

  it.each([
    ['nothing, of comparisons of different facts', { all: [SIGNAL, DISPUTE] }, []],
    [
      'two values of one fact, neither of which decides alone while it is not known',
      { any: [SIGNAL, { ...SIGNAL, value: 'established' }] },
      ['conflict.status equal "signal": unknown', 'conflict.status equal "established": unknown'],
    ],
    [
      'a bound behind another one',
      {
        all: [
          { fact: 'absence.workedShare', operator: 'greaterThan', value: 50 },
          { fact: 'absence.workedShare', operator: 'greaterThan', value: 20 },
        ],
      },
      ['absence.workedShare greaterThan 20: false', 'absence.workedShare greaterThan 20: unknown'],
    ],
    [
      'a policy value that is not known',
      { all: [{ fact: 'policy.conflict.holdIndividualAdvice', operator: 'equal', value: 1 }, SIGNAL] },
      ['policy.conflict.holdIndividualAdvice equal 1: unknown'],
    ],
  ])('%s', (_, condition, expected) => {
    expect(impossible(condition)).toEqual(expected)
  })

  it('is not asked of the fixtures, and a rule that no case meets is', () => {
    const ruleSet = tinyRuleSet([{ all: [SIGNAL, { ...SIGNAL, value: 'none' }] }])
    expect(textsOf(itemsOf('rules', ruleSet, []), 'impossible')).toEqual([`${RULE}: met`, `${RULE}: open`])
    expect(textsOf(itemsOf('rules', ruleSet, []), 'missing')).toEqual([`${RULE}: not-met`])
  })
})

describe('a rule set that extends another', () => {
  it('is asked for what it adds', () => {
    const loaded = loadRuleSet(ownFiles())
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
    const { kinds } = coverageOf(loaded.ruleSet, [], {}, RULE_SET)
    const rules = kinds.find(({ kind }) => kind === 'rules')?.items.map(({ of }) => of) ?? []
    expect(new Set(rules.map((id) => id.split('/')[0]))).toEqual(new Set(['shift-work']))
    expect(kinds.find(({ kind }) => kind === 'services')?.items.map(({ of }) => of)).toContain('roster-scan')
  })
})

describe('a percentage', () => {
  it.each([
    [0, 3, 0],
    [2, 3, 66.6],
    [2_999, 3_000, 99.9],
    [999_999, 1_000_000, 99.9],
    [3, 3, 100],
    [0, 0, 100],
  ])('of %i of %i is never rounded up', (covered, total, percentage) => {
    expect(percentageOf(covered, total)).toBe(percentage)
  })
})

describe('the report', () => {
  const coverage = coverageOf(tinyRuleSet([{ all: [SIGNAL, DISPUTE] }]), [fixture({ conflict: { status: 'signal' } })])

  it('names for people what is missing', () => {
    const text = renderCoverage(coverage, 100, PLAIN, 'en')
    expect(text).toContain('conditions    16.6%  1 of 6')
    expect(text).toContain(`  ${RULE}: met\n`)
    expect(text).toContain(`${RULE}: conflict.status equal "signal": true\n`)
    expect(text).toContain('conditions: 16.6% is less than the 100% asked for')
  })

  it('is one page that needs nothing else', () => {
    const page = coverageHtml(coverage)
    expect(page).not.toMatch(/<script|https?:|src=|@import|url\(/i)
    expect(page).toContain('conflict.status equal &quot;signal&quot;')
    expect(page).toContain("default-src 'none'")
    expect(coverageHtml(coverage)).toBe(page)
    const opened = [...page.matchAll(/<([a-z][a-z0-9]*)[^>]*>/g)].map(([, tag]) => tag).filter((tag) => tag !== 'meta')
    const closed = [...page.matchAll(/<\/([a-z][a-z0-9]*)>/g)].map(([, tag]) => tag)
    expect(opened.sort()).toEqual(closed.sort())
  })
})
