import type { Advice } from '../../core/advice'
import { judge, settingsFor, viewCase } from '../../core/advise'
import { evaluateCompiled } from '../../core/evaluate/compiled/compiled-evaluator'
import { outcomeOf } from '../../core/evaluate/exact-evaluator'
import type { Judgement } from '../../core/evaluate/judgement'
import type { Outcome } from '../../core/evaluate/outcome'
import { TriageError } from '../../core/issue/triage-error'
import type { TriageOptions } from '../../core/options'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { triageSync } from '../../core/triage-sync'

/** What a rule set says of one case, by the same code that advises. */
export interface RunCase {
  readonly ruleSet: RuleSet
  readonly advice: Advice
  /** Of a rule, with its window; certain only where no unanswered fact can change it. */
  rule(id: string): Outcome
  condition(condition: Expanded): Outcome
}

/** Undefined for a snapshot that is not valid under the rule set. */
export function runCase(ruleSet: RuleSet, snapshot: unknown, policy?: PolicyOverrides): RunCase | undefined {
  try {
    const options = { ruleSet, ...(policy && { policy }) }
    const advice = triageSync(snapshot, options)
    const judgement = judgementOf(snapshot, options)
    return {
      ruleSet,
      advice,
      rule: (id) => judgement.outcome(id),
      condition: (condition) => outcomeOf(judgement.holds(condition)),
    }
  } catch (error) {
    if (error instanceof TriageError) return undefined
    throw error
  }
}

function judgementOf(snapshot: unknown, options: TriageOptions): Judgement {
  const settings = settingsFor(snapshot, options)
  const [view] = viewCase(snapshot, settings)
  if (!view) throw new RangeError('a case is always seen in full')
  return judge(view, evaluateCompiled(settings, view.facts, view.opened.asOf)).judgement
}
