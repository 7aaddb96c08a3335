import type { Advice } from '../../core/advice'
import { decide } from '../../core/decide/decide'
import type { Outcome } from '../../core/evaluate/outcome'
import { outcomeOf } from '../../core/evaluate/settle'
import { TriageError } from '../../core/issue/issue'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { Expanded, RuleSet } from '../../core/rules/rule-set'
import { explain, judgeCase, openSnapshot, settingsFor } from '../../core/triage'

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
    const settings = settingsFor(snapshot, { ruleSet, audience: 'full', ...(policy && { policy }) })
    const opened = openSnapshot(snapshot, settings)
    const judgement = judgeCase(opened, settings)
    return {
      ruleSet,
      advice: explain(decide(judgement), opened, settings),
      rule: (id) => judgement.outcome(id),
      condition: (condition) => outcomeOf(judgement.holds(condition)),
    }
  } catch (error) {
    if (error instanceof TriageError) return undefined
    throw error
  }
}
