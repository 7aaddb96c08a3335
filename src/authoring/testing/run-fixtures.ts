import { shippedRuleSet } from '../../core/rules/bundled'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Fixture } from './fixture'
import { type FixtureResult, runFixture } from './run-fixture'

/** What came of many fixtures, in their order. */
export interface FixtureRun {
  readonly results: readonly FixtureResult[]
  readonly failed: readonly FixtureResult[]
  /** Written by a program and not confirmed by a person yet, whether they hold or not. */
  readonly unconfirmed: readonly Fixture[]
}

/** Runs fixtures against a rule set, the shipped one unless given. Pure: the same fixtures give the same run. */
export function runFixtures(fixtures: readonly Fixture[], ruleSet: RuleSet = shippedRuleSet()): FixtureRun {
  const results = fixtures.map((fixture) => runFixture(fixture, ruleSet))
  return {
    results,
    failed: results.filter(({ ok }) => !ok),
    unconfirmed: fixtures.filter(({ generated }) => generated),
  }
}
