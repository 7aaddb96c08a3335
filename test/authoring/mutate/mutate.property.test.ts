import { describe, expect, it } from 'vitest'
import { ownParts } from '../../../src/authoring/coverage/goal'
import { diffRuleSets } from '../../../src/authoring/diff/diff-rule-sets'
import { applyMutant, withValue } from '../../../src/authoring/mutate/apply-mutant'
import { killMutant } from '../../../src/authoring/mutate/kill-mutant'
import { MUTANT_KINDS, type Mutant, mutantText } from '../../../src/authoring/mutate/mutant'
import { mutantsOf } from '../../../src/authoring/mutate/mutants-of'
import { durationsAround } from '../../../src/authoring/mutate/mutate-length'
import { mutateRuleSet, mutationScore } from '../../../src/authoring/mutate/mutate-rule-set'
import { prepareFixture } from '../../../src/authoring/mutate/prepared-fixture'
import type { Fixture } from '../../../src/authoring/testing/fixture'
import { runFixture } from '../../../src/authoring/testing/run-fixture'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import type { RuleSet } from '../../../src/core/rules/rule-set'
import { loadFixtures } from '../../support/load-fixtures'
import { ownFiles } from '../../support/own-rule-set'
import { shippedCopy } from '../../support/patch-rule-set'
import { questionFor, tinyRuleSet } from '../../support/tiny-rule-set'

const RULE_SET = shippedRuleSet()
const FIXTURES = loadFixtures()
const MUTANTS = mutantsOf(RULE_SET, ownParts(RULE_SET, undefined))

/** The mutant as the loader makes it, out of the changed file. */
function loaded({ place: { file, path }, to }: Mutant): RuleSet {
  const files = shippedCopy()
  const result = loadRuleSet({ ...files, [file]: withValue(files[file], path, to) })
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.ruleSet
}

/** A few of each kind, none that the loader would refuse for an empty group. */
const SAMPLE = MUTANT_KINDS.filter((kind) => kind !== 'rule').flatMap((kind) => {
  const all = MUTANTS.filter((mutant) => mutant.kind === kind)
  return [all[0], all[Math.floor(all.length / 2)]].filter((mutant) => mutant !== undefined)
})

describe('a mutant', () => {
  it('of each kind is made, each once', () => {
    expect(new Set(MUTANTS.map(({ kind }) => kind))).toEqual(new Set(MUTANT_KINDS))
    expect(new Set(MUTANTS.map(mutantText)).size).toBe(MUTANTS.length)
  })

  it('says the same as the changed files when they are loaded', () => {
    for (const mutant of SAMPLE) {
      const [made, read] = [applyMutant(mutant, RULE_SET).ruleSet, loaded(mutant)]
      const text = mutantText(mutant)
      expect(made.rules, text).toEqual(read.rules)
      expect(made.checklists, text).toEqual(read.checklists)
      expect(made.milestones, text).toEqual(read.milestones)
      expect(made.parameters, text).toEqual(read.parameters)
    }
  })

  it('that is killed fails the fixture that is named, also when it is loaded', () => {
    const prepared = FIXTURES.map((fixture) => prepareFixture(fixture, RULE_SET))
    for (const mutant of SAMPLE) {
      const by = killMutant(applyMutant(mutant, RULE_SET), RULE_SET, prepared)
      const fixture = FIXTURES.find(({ file }) => file === by)
      expect(fixture, mutantText(mutant)).toBeDefined()
      expect(runFixture(fixture as Fixture, loaded(mutant)).ok, mutantText(mutant)).toBe(false)
    }
  })

  it('is a difference between two rule sets', () => {
    for (const mutant of SAMPLE.filter(({ kind }) => ['operator', 'value', 'window', 'service'].includes(kind)))
      expect(diffRuleSets(RULE_SET, loaded(mutant)).sameInEveryCase, mutantText(mutant)).toBe(false)
  })
})

describe('a length of time is moved by a day', () => {
  it.each([
    ['P14D', ['P13D', 'P15D']],
    ['P6W', ['P41D', 'P43D']],
    ['P4M', ['P3M27D', 'P4M1D']],
    ['P1M1D', ['P1M', 'P1M2D']],
    ['P0D', ['P1D']],
  ])('%s', (length, moved) => {
    expect(durationsAround(length)).toEqual(moved)
  })
})

const CONFLICT = { fact: 'conflict.status', operator: 'equal', value: 'signal' }
const SHARE = { fact: 'absence.workedShare', operator: 'greaterThan', value: 50 }

function fixture(name: string, snapshot: object, outcome: 'met' | 'not-met' | 'open', more: object = {}): Fixture {
  return {
    file: `${name}.json`,
    path: name,
    note: 'A case to test mutants with.',
    snapshot: { asOf: '2026-09-14', ...snapshot },
    expect: { outcomes: { [questionFor(0)]: outcome } },
    ...more,
  }
}

/** Of the condition of the one rule alone. */
const fatesOf = (ruleSet: RuleSet, fixtures: readonly Fixture[]) =>
  mutateRuleSet(ruleSet, fixtures)
    .results.filter(({ mutant }) => mutant.place.path[0] === 'rules' && mutant.place.path[2] === 'conditions')
    .map((result) => [result.mutant.change, result.status === 'killed' ? result.by : result.status])

describe('mutants of one small rule', () => {
  const ruleSet = tinyRuleSet([{ all: [CONFLICT, SHARE] }])
  const signal = (workedShare: number) => ({ conflict: { status: 'signal' }, absence: { workedShare } })

  it('are killed by cases at the boundary alone', () => {
    const near = [fixture('met', signal(80), 'met'), fixture('not-met', signal(20), 'not-met')]
    const live = fatesOf(ruleSet, near).filter(([, fate]) => fate === 'survived')
    expect(live.map(([change]) => change)).toContain(
      'absence.workedShare greaterThan 50 -> absence.workedShare greaterThanInclusive 50',
    )
    const at = [fixture('at', signal(51), 'met'), fixture('short', signal(50), 'not-met')]
    const fates = new Map(fatesOf(ruleSet, at).map(([change, fate]) => [change, fate]))
    expect(fates.get('absence.workedShare greaterThan 50 -> absence.workedShare greaterThanInclusive 50')).toBe(
      'short.json',
    )
    expect(fates.get('absence.workedShare greaterThan 50 -> absence.workedShare greaterThan 51')).toBe('at.json')
    expect(fates.get('without conflict.status equal "signal"')).toBe('survived')
  })

  it('live when nobody confirmed the fixture, or when it fails already', () => {
    const generated = fixture('generated', signal(51), 'met', { generated: true })
    const failing = fixture('failing', signal(51), 'not-met')
    const run = mutateRuleSet(ruleSet, [generated, failing])
    expect(run).toMatchObject({ fixtures: 0, unconfirmed: ['generated.json'], failing: ['failing.json'] })
    expect(mutationScore(run).killed).toBe(0)
  })

  it('that nothing can tell apart are proved so, and do not count', () => {
    const both = tinyRuleSet([{ any: [SHARE, { ...SHARE, value: 80 }] }])
    const fates = fatesOf(both, [])
    expect(fates).toContainEqual(['without absence.workedShare greaterThan 80', 'equivalent'])
    expect(fates).toContainEqual(['without absence.workedShare greaterThan 50', 'survived'])
  })
})

describe('a rule set that extends another', () => {
  it('is mutated in what it adds or says otherwise', () => {
    const result = loadRuleSet(ownFiles())
    if (!result.ok) throw new Error(JSON.stringify(result.issues))
    const own = mutantsOf(result.ruleSet, ownParts(result.ruleSet, RULE_SET))
    expect(new Set(own.map(({ place }) => place.file))).toEqual(
      new Set(['checklists/shift-work.json', 'policy.json', 'services.json']),
    )
    const defaults = own.filter(({ kind }) => kind === 'default').map(({ change }) => change)
    expect(defaults).toContain('frequentAbsence.minReports: 4 -> 5')
    expect(defaults.some((change) => change.startsWith('promptReferral'))).toBe(false)
  })
})
