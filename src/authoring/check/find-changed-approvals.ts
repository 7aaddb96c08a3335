import type { Documents } from '../../core/rules/read-documents'
import type { RuleSet } from '../../core/rules/rule-set'
import { ruleDigest, standingOf } from '../review/rule-digest'
import { type Finding, findingAt } from './finding'

/** Rules that somebody approved of and that are no longer what they were: told once a rule, at its last approval. */
export function findChangedApprovals({ approvals }: Documents, ruleSet: RuleSet): readonly Finding[] {
  return ruleSet.rules.flatMap((rule) => {
    const standing = standingOf(rule, ruleSet)
    const last = standing.approvals.at(-1)
    // By value: what a rule set extends has approvals of its own, which are checked there.
    const index = approvals.findIndex((one) => JSON.stringify(one) === JSON.stringify(last))
    if (standing.state !== 'changed' || !last || index < 0) return []
    const now = ruleDigest(rule, ruleSet)
    return [
      findingAt(
        'changed-since-approved',
        { file: 'approvals.json', path: ['approvals', index, 'digest'] },
        {
          nl: `${rule.id} is veranderd sinds ${last.by.pseudonym} er op ${last.on} mee instemde: het kenmerk was ${last.digest} en is nu ${now}. Leg de regel opnieuw voor (verwijswijzer review), of haal de instemming weg`,
          en: `${rule.id} was changed since ${last.by.pseudonym} approved of it on ${last.on}: its mark was ${last.digest} and is ${now} now. Have it reviewed again (verwijswijzer review), or take the approval away`,
        },
      ),
    ]
  })
}
