import { CONDITION_FACTS } from '../../core/facts/fact-catalogue'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import type { Selector, Situation } from './situation'

/** The rules that lead from a situation to a recommendation or a notice, by id, in the order of the rule set. */
export function rulesCovering({ leadsTo }: Pick<Situation, 'leadsTo'>, { rules }: RuleSet): readonly string[] {
  return rules.filter((rule) => leadsTo.some((selector) => matches(rule, selector))).map(({ id }) => id)
}

/** A rule that only holds or waives covers nothing. */
function matches({ checklist, event, reads }: Rule, selector: Selector): boolean {
  if (event.type !== 'recommend' && event.type !== 'notice') return false
  const services: readonly string[] = event.type === 'recommend' ? event.params.services : []
  return (
    (selector.checklist === undefined || selector.checklist === checklist) &&
    (selector.service === undefined || services.includes(selector.service)) &&
    (selector.fact === undefined || reads.some((id) => id === selector.fact || asks(id, selector.fact)))
  )
}

/** A derived fact is read for what it is derived from. */
const asks = (read: string, fact: string | undefined): boolean =>
  fact !== undefined && (CONDITION_FACTS.get(read)?.asks.includes(fact) ?? false)
