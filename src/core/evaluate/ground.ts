import { type Ground, layGround } from '../facts/derive-facts'
import { perPolicy } from '../rules/per-policy'
import type { Policy } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import { compileRules } from './compiled/compile-rules'
import { rowTableOf } from './compiled/row-table'
import { marksOf } from './marks'

/** Diagrams and results that are kept for later cases: some tens of megabytes. Past it, all is worked out anew. */
const MOST_KEPT = 500_000

/** Rows of what facts can say that are kept. */
const MOST_ROWS = 30_000

const current = perPolicy((ruleSet: RuleSet, policy: Policy): { ground: Ground } => ({
  ground: layGround(policy, marksOf(ruleSet, policy), ruleSet.facts),
}))

/** Where the facts of cases under this rule set and policy grow. What it remembers changes no result. */
export function groundFor(ruleSet: RuleSet, policy: Policy): Ground {
  const holder = current(ruleSet, policy)
  const { forest } = holder.ground
  if (forest.size() > MOST_KEPT || rowTableOf(compileRules(ruleSet, policy), forest).size() > MOST_ROWS)
    holder.ground = layGround(policy, marksOf(ruleSet, policy), ruleSet.facts)
  return holder.ground
}
