import conflict from '../../rules/checklists/conflict.json'
import frequentAbsence from '../../rules/checklists/frequent-absence.json'
import noReturnToOwnWork from '../../rules/checklists/no-return-to-own-work.json'
import progressiveIllness from '../../rules/checklists/progressive-illness.json'
import taskLoad from '../../rules/checklists/task-load.json'
import manifest from '../../rules/manifest.json'
import milestones from '../../rules/milestones.json'
import policy from '../../rules/policy.json'
import services from '../../rules/services.json'
import sources from '../../rules/sources.json'
import { loadRuleSet } from './load-rule-set'
import type { RuleSet } from './rule-set'

/** The files of the rule set that ships with the package, as `loadRuleSet` takes them: inlined, so that no file system is needed. */
export const SHIPPED_FILES: Readonly<Record<string, unknown>> = {
  'manifest.json': manifest,
  'services.json': services,
  'policy.json': policy,
  'sources.json': sources,
  'milestones.json': milestones,
  'checklists/task-load.json': taskLoad,
  'checklists/conflict.json': conflict,
  'checklists/frequent-absence.json': frequentAbsence,
  'checklists/no-return-to-own-work.json': noReturnToOwnWork,
  'checklists/progressive-illness.json': progressiveIllness,
}

let shipped: RuleSet | undefined

/** The rule set that ships with the package; loaded when first asked for. */
export function shippedRuleSet(): RuleSet {
  if (!shipped) {
    const loaded = loadRuleSet(SHIPPED_FILES)
    if (!loaded.ok) throw new Error(`the shipped rule set has faults: ${JSON.stringify(loaded.issues[0])}`)
    shipped = loaded.ruleSet
  }
  return shipped
}
