import type { Issue } from '../../core/issue/issue'
import type { ParseOptions } from '../../core/parse-snapshot'
import { isLoaded } from '../../core/rules/build-rule-set'
import { shippedRuleSet } from '../../core/rules/bundled'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'

/** How the answers of a form are read back. */
export interface ReadOptions extends ParseOptions {
  /** The rule set of the form, for an organisation's own questions; the shipped one by default. */
  readonly ruleSet?: RuleSet | undefined
}

/** The rule set to read with, or what is wrong with it. */
export function ruleSetIn(options: ReadOptions | null | undefined): RuleSet | { readonly issues: readonly Issue[] } {
  const ruleSet = options?.ruleSet ?? shippedRuleSet()
  if (isLoaded(ruleSet)) return ruleSet
  const message = 'give the ruleSet of a loadRuleSet that succeeded'
  return { issues: [{ code: 'rule-set-not-loaded', path: ['options', 'ruleSet'], message }] }
}

/** Facts of the case as a whole, by id: flags inside lists come with their list. */
export const wholeFacts = (ruleSet: RuleSet): ReadonlyMap<string, BaseFact> =>
  new Map([...factsOf(ruleSet)].filter(([id]) => id.split('.').length === 2))
