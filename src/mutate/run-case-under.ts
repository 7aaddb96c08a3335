import { advise, judge, settingsFor, viewCase } from '../advise'
import type { RunCase } from '../analyse/run-case'
import { evaluateCompiled } from '../evaluate/compiled/compiled-evaluator'
import { outcomeOf } from '../evaluate/exact-evaluator'
import { TriageError } from '../issue/triage-error'
import { type PolicyOverrides, resolvePolicy } from '../policy/policy'
import type { RuleSet } from '../rule-set/rule-set'
import type { Snapshot } from '../snapshot/snapshot'

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
