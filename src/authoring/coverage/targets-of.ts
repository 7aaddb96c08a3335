import type { Rule, RuleSet } from '../../core/rules/rule-set'

/** The rules whose recommendations a waiver withdraws. */
export function targetsOf({ event }: Rule, { rules }: RuleSet): readonly Rule[] {
  if (event.type !== 'waive') return []
  const { params } = event
  return rules.filter(({ id, event: other }) => {
    if (other.type !== 'recommend') return false
    return 'rules' in params
      ? params.rules.includes(id)
      : params.services.some((service) => other.params.services.includes(service))
  })
}
