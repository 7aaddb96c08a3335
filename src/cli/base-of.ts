import { shippedRuleSet } from '../core/rules/bundled'
import type { RuleSet } from '../core/rules/rule-set'
import type { Locale } from '../core/snapshot/fact'
import { type RulesFlags, rulesOf } from './rules-options'

/** What a rule set extends, by the options that it was read with; undefined for one that stands alone. */
export async function baseOf(
  ruleSet: RuleSet,
  { base = [] }: RulesFlags,
  locale: Locale,
): Promise<RuleSet | undefined> {
  if (!ruleSet.extension) return undefined
  const last = base.at(-1)
  if (last === undefined) return shippedRuleSet()
  return rulesOf({ rules: last, base: base.slice(0, -1) }, locale)
}
