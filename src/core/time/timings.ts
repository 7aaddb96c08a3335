import type { TimingDocument } from '../rules/document'
import { perRuleSet } from '../rules/per-rule-set'
import type { Rule } from '../rules/rule-set'

/** One and the same object for timings that say the same, so that a window is worked out once for all their rules. */
export const timingsOf = perRuleSet(({ rules }): ReadonlyMap<Rule, TimingDocument> => {
  const distinct = new Map<string, TimingDocument>()
  const timings = new Map<Rule, TimingDocument>()
  for (const rule of rules) {
    if (!rule.timing) continue
    const key = JSON.stringify(rule.timing)
    const timing = distinct.get(key) ?? rule.timing
    distinct.set(key, timing)
    timings.set(rule, timing)
  }
  return timings
})

/** Each of them once. */
export const distinctTimings = perRuleSet((ruleSet): readonly TimingDocument[] => [
  ...new Set(timingsOf(ruleSet).values()),
])

/** Where the timing of a rule stands among them. */
export const timingPlaces = perRuleSet(
  (ruleSet): ReadonlyMap<Rule, number> =>
    new Map([...timingsOf(ruleSet)].map(([rule, timing]) => [rule, distinctTimings(ruleSet).indexOf(timing)])),
)
