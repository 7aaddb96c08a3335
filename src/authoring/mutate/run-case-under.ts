import { decide } from '../../core/decide/decide'
import { outcomeOf } from '../../core/evaluate/settle'
import { explainAdvice } from '../../core/explain/explain-advice'
import { TriageError } from '../../core/issue/issue'
import { inForce } from '../../core/options'
import { type PolicyOverrides, resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { judgeCase, openSnapshot, settingsFor } from '../../core/triage'
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
    const known = settingsFor(snapshot, { ruleSet: loaded, locale: 'en', audience: 'full' })
    const opened = openSnapshot(snapshot, known)
    const judgement = judgeCase(opened, { ...known, ruleSet, ...inForce(resolved) })
    return {
      ruleSet,
      advice: explainAdvice(decide(judgement), 'full', 'en'),
      rule: (id) => judgement.outcome(id),
      condition: (condition) => outcomeOf(judgement.holds(condition)),
    }
  } catch (error) {
    if (error instanceof TriageError) return undefined
    throw error
  }
}
