import type { Advice, Audience } from '../../core/advice'
import type { Case } from '../../core/case/case'
import { decide } from '../../core/decide/decide'
import { outcomesById, type RuleOutcomes } from '../../core/evaluate/conditions'
import { evaluateCompiled } from '../../core/evaluate/evaluate-compiled'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { ResolvedOptions, TriageOptions } from '../../core/options'
import { shippedRuleSet } from '../../core/rules/bundled'
import type { RuleSet } from '../../core/rules/rule-set'
import { explain, judge, openSnapshot, settingsFor, settingsOf, viewCase } from '../../core/triage'
import { compareExpectation } from './compare-expectation'
import { type DecidedBy, decidedBy, type FactRead, factsNamed, type Seen } from './decided-by'
import type { Fixture } from './fixture'
import { strangersIn } from './fixture-names'
import type { Mismatch } from './mismatch'

/** What came of a fixture. */
export interface FixtureResult {
  readonly fixture: Fixture
  /** Whether all that it expects holds. */
  readonly ok: boolean
  readonly mismatches: readonly Mismatch[]
  /** Names that the rule set does not have, a sentence each. */
  readonly strangers: readonly string[]
  /** What is wrong with its snapshot or its options: then there is no advice. */
  readonly issues: readonly Issue[]
  /** The values on which the claims that do not hold were decided; medical ones only where the audience may see them. */
  readonly decided: readonly DecidedBy[]
  readonly facts: readonly FactRead[]
  readonly advice?: Advice
  /** In strong Kleene logic, on all facts whatever the audience. */
  readonly outcomes?: RuleOutcomes
}

/** Runs one fixture against a rule set: the advice of `triageSync`, compared with what is expected. Pure. */
export function runFixture(fixture: Fixture, ruleSet: RuleSet = shippedRuleSet()): FixtureResult {
  const strangers = strangersIn(fixture.expect, ruleSet)
  const nothing = { fixture, ok: false, mismatches: [], strangers, issues: [], decided: [], facts: [] }
  const options = optionsOf(fixture, ruleSet)
  try {
    const { advice, seen } = look(fixture.snapshot, options)
    const { outcomes } = seen
    const mismatches = compareExpectation(fixture.expect, advice, outcomes, ruleSet)
    const ok = mismatches.length === 0 && strangers.length === 0
    if (ok) return { ...nothing, ok, advice, outcomes }
    const medical = advice.audience === 'full'
    const shown = medical ? seen : withoutMedical(seen, options)
    return {
      ...nothing,
      mismatches,
      decided: decidedBy(mismatches, shown, medical),
      facts: factsNamed(mismatches, shown, medical),
      advice,
      outcomes,
    }
  } catch (error) {
    if (error instanceof TriageError) return { ...nothing, issues: error.issues }
    throw error
  }
}

/** In full, unless the fixture says for whom: what it expects is then judged on all facts. */
export const optionsOf = ({ options }: Pick<Fixture, 'options'>, ruleSet: RuleSet): TriageOptions =>
  // JSON has no undefined, so that an option that may be left out is never there without a value.
  ({ audience: 'full', ...options, ruleSet }) as TriageOptions

/** The advice on a case, and the case in full as its rules see it. Throws TriageError, as `triageSync` does. */
export function look(snapshot: unknown, options: TriageOptions): { readonly advice: Advice; readonly seen: Seen } {
  const settings = settingsFor(snapshot, options)
  const opened = openSnapshot(snapshot, settings)
  const seen = seeAs('full', opened, settings)
  const view = viewCase(opened, settings)
  const outcomes = evaluateCompiled(view.settings, view.facts, opened.asOf)
  return { advice: explain(decide(judge(view, outcomes)), opened, settings), seen }
}

function seeAs(audience: Audience, opened: Case, settings: ResolvedOptions): Seen {
  const { settings: inForce, facts, opened: known } = viewCase(opened, { ...settings, audience })
  const { ruleSet, policy } = inForce
  const outcomes = outcomesById(ruleSet, evaluateCompiled(inForce, facts, opened.asOf))
  return { ruleSet, policy, opened: known, facts, outcomes }
}

/** The same case as the employer may know it, for what is told of it where medical facts must not show. */
export function withoutMedical({ opened }: Seen, options: TriageOptions): Seen {
  return seeAs('employer', opened, settingsOf(options))
}

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
