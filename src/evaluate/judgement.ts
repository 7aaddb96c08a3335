import type { Case } from '../case/case'
import type { Facts } from '../facts/derive-facts'
import type { Diagram } from '../facts/diagram'
import { memo } from '../facts/memo'
import type { Policy } from '../policy/policy'
import type { Expanded, Rule, RuleSet } from '../rule-set/rule-set'
import { windowDiagram } from '../schedule/window'
import { conditionDiagrams, outcomeOf } from './exact-evaluator'
import type { Outcome, Outcomes } from './outcome'
import { questionsOf } from './question'
import type { RulesInForce } from './rules-in-force'

/** What the rules say of one case: the outcome of each question, and on what it still depends. */
export interface Judgement {
  readonly ruleSet: RuleSet
  readonly policy: Policy
  readonly opened: Case
  readonly facts: Facts
  /** By question id. Open only where some completion of the snapshot meets it and some does not. */
  outcome(question: string): Outcome
  /** True in the completions that meet it. */
  met(question: string): Diagram<boolean>
  /** True in the completions that meet a condition of the rule set. */
  holds(condition: Expanded): Diagram<boolean>
  /** The window of a rule that recommends; null where it has none. */
  window(rule: Rule): Diagram<string | null>
}

/**
 * Settles what Kleene logic left open: it looks at each comparison alone, and so calls some conditions open that
 * no completion of the snapshot can meet, or that every one meets. Without outcomes, settles every question so.
 */
export function settle({ ruleSet, policy }: RulesInForce, opened: Case, facts: Facts, outcomes?: Outcomes): Judgement {
  const { forest } = facts
  const windows = memo((rule: Rule) =>
    rule.timing ? windowDiagram(rule.timing, facts, opened.asOf, policy) : forest.known(null),
  )
  const holds = conditionDiagrams(facts, policy)
  const questions = new Map(questionsOf(ruleSet).map((question) => [question.id, question]))
  const met = memo((id: string): Diagram<boolean> => {
    const decided = outcomes?.get(id) ?? 'open'
    if (decided !== 'open') return forest.known(decided === 'met')
    const question = questions.get(id)
    if (!question) throw new RangeError(`no question ${id}`)
    const { condition, window } = question
    const when = holds(condition)
    return window ? forest.all([when, forest.map(windows(window), (at) => at !== null)]) : when
  })
  return { ruleSet, policy, opened, facts, met, holds, window: windows, outcome: (id) => outcomeOf(met(id)) }
}
