import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { renderChecklist } from './checklist-page'
import { renderCoverage } from './coverage-page'
import { renderDeadlines } from './deadlines-page'
import { renderIndex } from './index-page'
import { renderOrder } from './order-page'
import { renderPolicy } from './policy-page'
import { renderSavingsBasis } from './savings-page'
import { renderServices } from './services-page'
import { renderSources } from './sources-page'
import { checklistPage, PAGES, writerFor } from './writer'

/**
 * The catalogue of a rule set for people: Markdown in one language, by file name, all in one folder.
 * Pure: the same rule set gives the same pages, whatever the order in its files.
 */
export function renderDocs(ruleSet: RuleSet, locale: Locale): ReadonlyMap<string, string> {
  const writer = writerFor(ruleSet, locale)
  return new Map([
    [PAGES.index, renderIndex(writer)],
    ...ruleSet.checklists.map(
      (checklist) => [checklistPage(checklist.id), renderChecklist(checklist, writer)] as const,
    ),
    [PAGES.services, renderServices(writer)],
    [PAGES.order, renderOrder(writer)],
    [PAGES.policy, renderPolicy(writer)],
    [PAGES.deadlines, renderDeadlines(writer)],
    [PAGES.sources, renderSources(writer)],
    [PAGES.coverage, renderCoverage(writer)],
    [PAGES.savings, renderSavingsBasis(writer)],
  ])
}
