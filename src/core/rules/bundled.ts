import { perObject } from '../cache'
import { buildRuleSet } from './build-rule-set'
import type { RuleSet } from './rule-set'
import { SHIPPED_FILES } from './shipped-files'

export { SHIPPED_FILES } from './shipped-files'

/** The rule set that ships with the package; loaded when first asked for. */
export const shippedRuleSet = (): RuleSet => load(SHIPPED_FILES)

const load = perObject((files: typeof SHIPPED_FILES): RuleSet => {
  const loaded = buildRuleSet(files)
  if (!loaded.ok) throw new Error(`the shipped rule set has faults: ${JSON.stringify(loaded.issues[0])}`)
  return loaded.ruleSet
})
