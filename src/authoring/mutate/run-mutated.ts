import { advise, judge, type View, viewOpened } from '../../core/advise'
import { evaluateCompiled } from '../../core/evaluate/compiled/compiled-evaluator'
import { marksOf } from '../../core/evaluate/marks'
import type { Marks } from '../../core/facts/context'
import { type PolicyOverrides, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import { compareExpectation } from '../testing/compare-expectation'
import { outcomesById } from '../testing/rule-outcomes'
import type { Mutated } from './apply-mutant'
import type { PreparedFixture } from './prepared-fixture'

/** Whether what a fixture expects fails under a mutant: its whole advice is worked out. */
export function failsUnder({ fixture, views }: PreparedFixture, { ruleSet, parameter }: Mutated): boolean {
  const mutated = views.map((view) =>
    parameter === undefined ? viewUnder(view, ruleSet) : viewAnew(view, ruleSet, fixture.options?.policy),
  )
  const judged = mutated.map((view) => ({
    view,
    outcomes: evaluateCompiled(view.settings, view.facts, view.opened.asOf),
  }))
  const { advice } = advise(judged.map(({ view, outcomes }) => judge(view, outcomes)))
  const [full] = judged
  if (!full) throw new RangeError('a case is always seen in full')
  const outcomes = outcomesById(ruleSet, full.outcomes)
  return compareExpectation(fixture.expect, advice, outcomes, ruleSet).length > 0
}

/** Facts are those that they were, unless something that is not answered is now tried in other states. */
function viewUnder(view: View, ruleSet: RuleSet): View {
  const { policy } = view.settings
  const settings = { ...view.settings, ruleSet }
  const [before, after] = [marksOf(view.settings.ruleSet, policy), marksOf(ruleSet, policy)]
  const moved = factsMoved(before, after)
  if (moved.some((fact) => view.facts.fact(fact).kind === 'split')) return viewAgain(view, settings)
  // Copied: what facts say of the rules is remembered by the facts.
  return { ...view, settings, facts: { ...view.facts } }
}

function viewAnew(view: View, ruleSet: RuleSet, overrides: PolicyOverrides | undefined): View {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  if (!resolved.ok) throw new RangeError('a policy that was not checked')
  return viewAgain(view, { ...view.settings, ruleSet, policy: resolved.policy })
}

/** The case is what the audience may know of it already. */
function viewAgain({ opened, settings }: View, changed: View['settings']): View {
  const [view] = viewOpened(opened, { ...changed, audience: 'full' })
  if (!view) throw new RangeError('a case is always seen in full')
  return { ...view, settings: { ...changed, audience: settings.audience } }
}

/** Facts with another turn or number in their marks. */
function factsMoved(before: Marks, after: Marks): readonly string[] {
  const moved = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): readonly string[] =>
    [...new Set([...one.keys(), ...other.keys()])].filter(
      (fact) => JSON.stringify(one.get(fact)) !== JSON.stringify(other.get(fact)),
    )
  return [...moved(before.turns, after.turns), ...moved(before.numbers, after.numbers)].filter(
    (fact) => fact !== 'asOf',
  )
}
