import { buildRuleSet, isLoaded, type LoadedRuleSet } from './build-rule-set'
import { shippedRuleSet } from './bundled'
import { asReadNow } from './older-rule-set'
import type { RuleSet } from './rule-set'

export type { LoadedRuleSet } from './build-rule-set'

/** What a rule set is loaded with. */
export interface LoadOptions {
  /** The rule set that the manifest's `extends` names; the shipped one by default. From `loadRuleSet`. */
  readonly base?: RuleSet
}

/**
 * Checks the files of a rule set and makes it ready for `triage`.
 *
 * @param files File contents (parsed JSON) by name: `manifest.json`, `services.json`, `policy.json`, `sources.json`,
 *   `milestones.json`, `checklists/<id>.json`; for facts of its own `facts.json`, for what became of old answers
 *   `migrations.json`, and for who approves of which rule `approvals.json`. Where the manifest has `extends`, the files add to the rule set that it names; then every one
 *   but the manifest may be left out, `policy.json` may override defaults, `texts.json` reword, and the manifest
 *   disable rules.
 * @returns The rule set, or every fault that can be found without running it: each with its file, JSON pointer, code
 *   and nearest valid name. Never throws. Rule documents are data: nothing in them is run.
 */
export function loadRuleSet(files: unknown, options?: LoadOptions): LoadedRuleSet {
  const base: unknown = options?.base
  if (base === undefined) return buildRuleSet(asReadNow(files), shippedRuleSet)
  if (isLoaded(base)) return buildRuleSet(files, () => base)
  const message = 'give as base the ruleSet of a loadRuleSet that succeeded'
  return { ok: false, issues: [{ code: 'rule-set-not-loaded', path: ['options', 'base'], message }] }
}
