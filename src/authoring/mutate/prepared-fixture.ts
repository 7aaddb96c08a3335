import { settingsFor, type View, viewCase } from '../../core/advise'
import { isKnown } from '../../core/diagram/diagram'
import { evaluateCompiled } from '../../core/evaluate/compiled/compiled-evaluator'
import type { Outcome } from '../../core/evaluate/outcome'
import type { TriageOptions } from '../../core/options'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { exists, windowDiagram } from '../../core/time/window'
import { mayLackWindow } from '../coverage/goals-of'
import type { Fixture } from '../testing/fixture'
import { namesIn } from '../testing/fixture-names'
import { outcomesById, type RuleOutcomes } from '../testing/rule-outcomes'
import { kleeneOutcomes } from './kleene'

/** A fixture that holds, read and with its facts derived once for all mutants. */
export interface PreparedFixture {
  readonly fixture: Fixture
  /** In full and, for the employer, also as the employer may know it. */
  readonly views: readonly View[]
  /** What its expectation names. */
  readonly names: readonly string[]
  /** By the rule set itself, on all facts. */
  readonly outcomes: RuleOutcomes
  /** Of a rule that may be changed, with its window. */
  outcomeOf(rule: Rule): Outcome
}

/** Throws TriageError for a fixture that cannot be run. */
export function prepareFixture(fixture: Fixture, ruleSet: RuleSet): PreparedFixture {
  const settings = settingsFor(fixture.snapshot, { ...fixture.options, ruleSet } as TriageOptions)
  const views = viewCase(fixture.snapshot, settings)
  const [full] = views
  if (!full) throw new RangeError('a case is always seen in full')
  const { facts, opened } = full
  const outcomes = outcomesById(ruleSet, evaluateCompiled(settings, facts, opened.asOf))
  const met = kleeneOutcomes(facts, settings.policy)
  const windowOf = ({ timing }: Rule): Outcome => {
    if (!timing) return 'met'
    const window = facts.forest.map(windowDiagram(timing, facts, opened.asOf, settings.policy), exists)
    return isKnown(window, true) ? 'met' : isKnown(window, false) ? 'not-met' : 'open'
  }
  const outcomeOf = (rule: Rule): Outcome => {
    const when = met(rule.when)
    if (when === 'not-met' || !mayLackWindow(rule)) return when
    const window = windowOf(rule)
    return when === 'met' || window === 'not-met' ? window : 'open'
  }
  const names = namesIn(fixture.expect).map(({ name }) => name)
  return { fixture, views, names, outcomes, outcomeOf }
}
