import type { Advice } from '../../core/advice'
import type { Case } from '../../core/case/case'
import { adviseCase } from '../../core/create-triage'
import { isKnown } from '../../core/diagram/diagram'
import { outcomesById, type RuleOutcomes } from '../../core/evaluate/conditions'
import { evaluateCompiled } from '../../core/evaluate/evaluate-compiled'
import type { Outcome } from '../../core/evaluate/outcome'
import type { ResolvedOptions } from '../../core/options'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { exists, windowDiagram } from '../../core/time/window'
import { openSnapshot, settingsFor, type View, viewCase } from '../../core/triage'
import { mayLackWindow } from '../coverage/goal'
import type { Fixture } from '../testing/fixture'
import { namesIn } from '../testing/fixture-names'
import { optionsOf } from '../testing/run-fixture'
import { kleeneOutcomes } from './kleene'

/** A fixture that holds, read and with its facts derived once for all mutants. */
export interface PreparedFixture {
  readonly fixture: Fixture
  readonly opened: Case
  readonly settings: ResolvedOptions
  /** Whatever its audience. */
  readonly full: View
  /** The services of its advice, and those that were asked for or delivered. */
  readonly services: ReadonlySet<string>
  /** What its expectation names. */
  readonly names: readonly string[]
  /** By the rule set itself, on all facts. */
  readonly outcomes: RuleOutcomes
  /** Of a rule that may be changed, with its window. */
  outcomeOf(rule: Rule): Outcome
}

/** Throws TriageError for a fixture that cannot be run. */
export function prepareFixture(fixture: Fixture, ruleSet: RuleSet, advice?: Advice): PreparedFixture {
  const settings = settingsFor(fixture.snapshot, optionsOf(fixture, ruleSet))
  const opened = openSnapshot(fixture.snapshot, settings)
  const full = viewCase(opened, { ...settings, audience: 'full' })
  const { facts } = full
  const { policy } = full.settings
  const outcomes = outcomesById(ruleSet, evaluateCompiled(full.settings, facts, opened.asOf))
  const met = kleeneOutcomes(facts, policy)
  const windowOf = ({ timing }: Rule): Outcome => {
    if (!timing) return 'met'
    const context = { asOf: opened.asOf, since: opened.asOf, policy, leave: undefined }
    const window = facts.diagrams.map(windowDiagram(timing, facts, context), exists)
    return isKnown(window, true) ? 'met' : isKnown(window, false) ? 'not-met' : 'open'
  }
  const outcomeOf = (rule: Rule): Outcome => {
    const when = met(rule.when)
    if (when === 'not-met' || !mayLackWindow(rule)) return when
    const window = windowOf(rule)
    return when === 'met' || window === 'not-met' ? window : 'open'
  }
  const names = namesIn(fixture.expect).map(({ name }) => name)
  const listed = (advice ?? adviseCase(opened, settings)).recommendations.map(({ service }) => service)
  const services = new Set([...listed, ...(opened.services ?? []).map(({ service }) => service)])
  return { fixture, full, opened, services, settings, names, outcomes, outcomeOf }
}
