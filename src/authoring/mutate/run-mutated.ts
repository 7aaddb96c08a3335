import { decide } from '../../core/decide/decide'
import { outcomesById } from '../../core/evaluate/conditions'
import { evaluateCompiled } from '../../core/evaluate/evaluate-compiled'
import { explainAdvice } from '../../core/explain/explain-advice'
import { inForce } from '../../core/options'
import { resolvePolicy } from '../../core/rules/policy'
import { judge, viewCase } from '../../core/triage'
import { compareExpectation } from '../testing/compare-expectation'
import type { Mutated } from './apply-mutant'
import type { PreparedFixture } from './prepared-fixture'

/** Whether what a fixture expects fails under a mutant: its whole advice is worked out. */
export function failsUnder({ fixture, opened, settings }: PreparedFixture, { ruleSet, parameter }: Mutated): boolean {
  const policy = parameter === undefined ? {} : policyUnder(ruleSet, fixture.options?.policy)
  const changed = { ...settings, ruleSet, ...policy }
  const full = viewCase(opened, { ...changed, audience: 'full' })
  const outcomes = evaluateCompiled(full.settings, full.facts, opened.asOf)
  const view = settings.audience === 'full' ? full : viewCase(opened, changed)
  const known = view === full ? outcomes : evaluateCompiled(view.settings, view.facts, opened.asOf)
  const advice = explainAdvice(decide(judge(view, known)), settings.audience, settings.locale)
  return compareExpectation(fixture.expect, advice, outcomesById(ruleSet, outcomes), ruleSet).length > 0
}

function policyUnder(ruleSet: Mutated['ruleSet'], overrides: Parameters<typeof resolvePolicy>[1]) {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  if (!resolved.ok) throw new RangeError('a policy that was not checked')
  return inForce(resolved)
}
