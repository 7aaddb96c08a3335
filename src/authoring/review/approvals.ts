import { perRuleSet } from '../../core/cache'
import type { Approval } from '../../core/rules/approvals-document'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { ruleDigest } from './rule-digest'

/** How a rule stands: approved as it is now, changed since it was, or seen by nobody. */
export interface Standing {
  readonly state: 'approved' | 'changed' | 'unseen'
  /** Those of the rule as it is now; of one that changed, those of what it was. The latest last. */
  readonly approvals: readonly Approval[]
}

export function standingOf(rule: Rule, ruleSet: RuleSet): Standing {
  const all = approvalsByRule(ruleSet).get(rule.id) ?? []
  const now = all.length === 0 ? '' : ruleDigest(rule, ruleSet)
  const current = all.filter(({ digest }) => digest === now)
  if (current.length > 0) return { state: 'approved', approvals: current }
  return { state: all.length > 0 ? 'changed' : 'unseen', approvals: all }
}

const approvalsByRule = perRuleSet(({ approvals }: RuleSet): ReadonlyMap<string, readonly Approval[]> => {
  const byRule = new Map<string, Approval[]>()
  for (const approval of [...approvals].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    byRule.set(approval.rule, [...(byRule.get(approval.rule) ?? []), approval])
  return byRule
})

/** How many rules stand how. */
export function countStandings(ruleSet: RuleSet): Readonly<Record<Standing['state'], number>> {
  const states = ruleSet.rules.map((rule) => standingOf(rule, ruleSet).state)
  const count = (state: Standing['state']): number => states.filter((one) => one === state).length
  return { approved: count('approved'), changed: count('changed'), unseen: count('unseen') }
}
