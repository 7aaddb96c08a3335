import type { Issue } from '../issue/issue'
import type { RuleDocument } from './document'
import { finding, inside, type Place } from './finding'
import type { RuleSetNames } from './names'

const PLACEHOLDER = /\{([^{}]*)\}/g

/** The names between braces in a text, each once, sorted. */
export const placeholdersOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] as string))].sort()

/** Placeholders are the same in every language, and name what the rule reads or a policy parameter. */
export function checkText(rule: RuleDocument, reads: readonly string[], place: Place, names: RuleSetNames): Issue[] {
  const [nl, en] = [placeholdersOf(rule.text.nl), placeholdersOf(rule.text.en)]
  const issues: Issue[] = []
  if (nl.join() !== en.join())
    issues.push(finding('placeholder-mismatch', inside(place, 'text'), 'the languages have different placeholders'))
  for (const name of new Set([...nl, ...en])) {
    const parameter = name.startsWith('policy.') && names.parameters.has(name.slice('policy.'.length))
    if (!parameter && !reads.includes(name))
      issues.push(finding('placeholder-mismatch', inside(place, 'text'), `{${name}} is nothing that this rule reads`))
    const withHold = rule.event.type === 'notice' && rule.event.params.withHold !== undefined
    if (withHold && names.facts.get(name)?.tier === 'medical')
      issues.push(
        finding('tier-conflict', inside(place, 'text'), `the employer reads this text, and {${name}} is medical`),
      )
  }
  return issues
}
