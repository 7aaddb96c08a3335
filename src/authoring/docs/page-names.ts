import type { RuleSet } from '../../core/rules/rule-set'
import { anchorOf, code, link } from './markdown'

/** The pages beside those of the checklists. */
export const PAGES = {
  index: 'README.md',
  services: 'services.md',
  order: 'why-this-first.md',
  policy: 'policy.md',
  sources: 'sources.md',
  deadlines: 'deadlines.md',
  coverage: 'coverage.md',
  savings: 'savings.md',
} as const

/** The page of a checklist; another name where it is called as one of the other pages. */
export function checklistPage(id: string): string {
  const name = `${id}.md`
  return (Object.values(PAGES) as string[]).includes(name) ? `${id}-checklist.md` : name
}

export const serviceLink = (id: string, text = code(id)): string => link(text, `${PAGES.services}#${anchorOf(id)}`)
export const parameterLink = (name: string): string => link(code(name), `${PAGES.policy}#${anchorOf(name)}`)
export const sourceLink = (id: string): string => link(code(id), `${PAGES.sources}#${anchorOf(id)}`)
export const deadlineLink = (id: string): string => link(code(id), `${PAGES.deadlines}#${anchorOf(id)}`)
export const checklistLink = (id: string): string => link(code(id), checklistPage(id))

/** Rules stand on the page of their checklist, under their whole id. */
export function ruleLink(id: string, ruleSet: RuleSet): string {
  const checklist = ruleSet.rules.find((rule) => rule.id === id)?.checklist ?? ''
  return link(code(id), `${checklistPage(checklist)}#${anchorOf(id)}`)
}

export const ruleLinks = (ids: Iterable<string>, ruleSet: RuleSet): string =>
  [...ids].map((id) => ruleLink(id, ruleSet)).join(', ')
