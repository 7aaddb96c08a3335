import type { Case } from '../case/case'
import type { Issue } from '../issue/issue'
import { nearestName } from '../issue/nearest-name'
import type { Locale } from '../snapshot/fact'
import type { RuleSet } from './rule-set'

/** A delivered service that the rule set does not have would count for nothing without a word. */
export function unknownServices(
  { services }: Case,
  { ruleSet, locale }: { readonly ruleSet: RuleSet; readonly locale: Locale },
): readonly Issue[] {
  if (!services || services.length === 0) return []
  const ids = ruleSet.services.map(({ id }) => id)
  return services.flatMap(({ service }, index): Issue[] => {
    if (ids.includes(service)) return []
    const nearest = nearestName(service, ids)
    const hint = nearest === undefined ? '' : `: ${nearest}`
    const message = { nl: `geef een dienst uit de regelset${hint}`, en: `give a service of the rule set${hint}` }[
      locale
    ]
    const path = ['process', 'services', index, 'service']
    return [{ code: 'unknown-service', path, message, ...(nearest === undefined ? {} : { nearest }) }]
  })
}
