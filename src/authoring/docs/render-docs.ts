import type { RuleSet } from '../../core/rules/rule-set'
import { renderChecklist } from './checklist-page'
import { renderCoverage } from './coverage-page'
import { renderDeadlines } from './deadlines-page'
import { renderIndex } from './index-page'
import { renderOrder } from './order-page'
import { renderPolicy } from './policy-page'
import { renderSavingsBasis } from './savings-page'
import { renderServices } from './services-page'
import { renderSources } from './sources-page'
import { checklistPage, PAGES } from './writer'

/**
 * The catalogue of a rule set for people: Markdown in Dutch and English, by file name, all in one folder.
 * Pure: the same rule set gives the same pages, whatever the order in its files.
 */
export function renderDocs(ruleSet: RuleSet): ReadonlyMap<string, string> {
  return new Map([
    [PAGES.index, renderIndex(ruleSet)],
    ...ruleSet.checklists.map(
      (checklist) => [checklistPage(checklist.id), renderChecklist(checklist, ruleSet)] as const,
    ),
    [PAGES.services, renderServices(ruleSet)],
    [PAGES.order, renderOrder(ruleSet)],
    [PAGES.policy, renderPolicy(ruleSet)],
    [PAGES.deadlines, renderDeadlines(ruleSet)],
    [PAGES.sources, renderSources(ruleSet)],
    [PAGES.coverage, renderCoverage(ruleSet)],
    [PAGES.savings, renderSavingsBasis(ruleSet)],
  ])
}
