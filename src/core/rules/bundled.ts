import { perObject } from '../cache'
import { frozen } from '../frozen'
import { buildRuleSet } from './build-rule-set'
import type { RuleSet } from './rule-set'
import { FILES } from './shipped-files'

/** The files of the rule set that ships with the package, as `loadRuleSet` takes them: inlined, so that no file system is needed. */
export const SHIPPED_FILES: Readonly<Record<string, unknown>> = frozen(FILES)

/** The rule set that ships with the package; loaded when first asked for. */
export const shippedRuleSet = (): RuleSet => load(SHIPPED_FILES)

const load = perObject((files: typeof SHIPPED_FILES): RuleSet => {
  const loaded = buildRuleSet(files)
  if (!loaded.ok) throw new Error(`the shipped rule set has faults: ${JSON.stringify(loaded.issues[0])}`)
  return loaded.ruleSet
})
