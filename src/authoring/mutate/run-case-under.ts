import { advise, judge, settingsFor, viewCase } from '../../core/advise'
import { evaluateCompiled } from '../../core/evaluate/compiled/compiled-evaluator'
import { outcomeOf } from '../../core/evaluate/exact-evaluator'
import { TriageError } from '../../core/issue/triage-error'
import { type PolicyOverrides, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import type { RunCase } from '../check/run-case'

/** What a rule set says of a case, also one that was made of another and not loaded. Undefined for a wrong snapshot. */
export function runCaseUnder(
  ruleSet: RuleSet,
  loaded: RuleSet,
  overrides: PolicyOverrides,
  snapshot: Snapshot,
): RunCase | undefined {
  const resolved = resolvePolicy(ruleSet.parameters, overrides)
  if (!resolved.ok) return undefined
  try {
    const settings = { ...settingsFor(snapshot, { ruleSet: loaded, locale: 'en' }), ruleSet, policy: resolved.policy }
    const [view] = viewCase(snapshot, settings)
    if (!view) throw new RangeError('a case is always seen in full')
    const judged = judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf))
    const { judgement } = judged
    return {
      ruleSet,
      advice: advise([judged]).advice,
      rule: (id) => judgement.outcome(id),
      condition: (condition) => outcomeOf(judgement.holds(condition)),
    }
  } catch (error) {
    if (error instanceof TriageError) return undefined
    throw error
  }
}
