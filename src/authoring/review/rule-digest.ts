import { perRuleSet } from '../../core/cache'
import { DERIVED_FACTS } from '../../core/facts/fact-catalogue'
import type { Approval } from '../../core/rules/approvals-document'
import { fingerprint } from '../../core/rules/digest'
import { conditionFactsOf, factsOf } from '../../core/rules/facts-of'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { parametersOf } from '../docs/uses'

/** As many hexadecimal digits as a person can compare; enough to tell two wordings of a rule apart. */
const DIGITS = 16

/**
 * What somebody approves of, as one mark: the rule with its words, its window and its sources, the questions that it reads
 * with their answers, the titles of its services and what they need, and the values of the policy that it turns on. Not
 * what is beside it for those who write rules: notes, and accepted findings.
 */
export function ruleDigest(rule: Rule, ruleSet: RuleSet): string {
  const { note: _note, accepted: _accepted, reads, ...said } = rule
  const services = 'services' in rule.event.params ? rule.event.params.services : []
  return fingerprint({
    said,
    reads: reads.map((id) => wordsOf(id, ruleSet)),
    services: ruleSet.services
      .filter(({ id }) => services.includes(id))
      .map(({ title, description, needs }) => ({ title, description, needs: needs.map(({ need }) => need.title) })),
    policy: [...new Set(parametersOf(rule))].sort().map((name) => {
      const parameter = ruleSet.parameters.get(name)
      return parameter && { name, value: parameter.dated ?? parameter.default, unit: parameter.unit }
    }),
  }).slice(0, DIGITS)
}

/** A fact as a reader of the rule knows it: its question with the answers, or the label of what is computed. */
function wordsOf(id: string, ruleSet: RuleSet): unknown {
  const asked = factsOf(ruleSet).get(id)
  return asked
    ? { id, question: asked.question, options: asked.options }
    : { id, label: DERIVED_FACTS.get(id)?.label, options: conditionFactsOf(ruleSet).get(id)?.options }
}

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
