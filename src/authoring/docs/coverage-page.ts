import { CONDITION_FACTS } from '../../core/facts/fact-catalogue'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { citationLinks } from './citation-list'
import type { Selector, Situation } from './situation'
import { SITUATIONS } from './situations'
import { OUTSIDE } from './situations-outside'
import {
  both,
  checklistLink,
  code,
  inEachLanguage,
  markdownPage,
  plain,
  ruleLinks,
  serviceLink,
  table,
  word,
} from './writer'

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

/** Each situation and service that the sources name, with the rules that cover it; and what no rule takes up, and why. */
export function renderCoverage(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.coverage),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.coverage),
      table(
        [
          word((words) => words.columns.sources),
          word((words) => words.columns.situation),
          word((words) => words.columns.leadsTo),
          word((words) => words.columns.rules),
        ],
        SITUATIONS.map((situation) => [
          citationLinks([situation.source], ruleSet),
          plain(both(situation.title)),
          situation.leadsTo.map((selector) => selectorText(selector, ruleSet)).join('; '),
          orNothing(rulesCovering(situation, ruleSet), ruleSet),
        ]),
      ),
      `## ${word((words) => words.headings.servicesCovered)}`,
      table(
        [word((words) => words.columns.services), word((words) => words.columns.recommendedBy)],
        ruleSet.services.map(({ id, title }) => [
          `${serviceLink(id)} ${plain(both(title))}`,
          orNothing(rulesCovering({ leadsTo: [{ service: id }] }, ruleSet), ruleSet),
        ]),
      ),
      `## ${word((words) => words.headings.outside)}`,
      table(
        [
          word((words) => words.columns.sources),
          word((words) => words.columns.situation),
          word((words) => words.columns.reason),
        ],
        OUTSIDE.map(({ source, title, reason }) => [
          citationLinks([source], ruleSet),
          plain(both(title)),
          plain(both(reason)),
        ]),
      ),
    ],
  )
}

/** A link where the rule set has it. */
function selectorText({ checklist, service, fact }: Selector, { checklists, services }: RuleSet): string {
  const isIn = (list: readonly { readonly id: string }[], wanted: string): boolean =>
    list.some(({ id }) => id === wanted)
  return [
    ...(checklist === undefined ? [] : [isIn(checklists, checklist) ? checklistLink(checklist) : code(checklist)]),
    ...(service === undefined ? [] : [isIn(services, service) ? serviceLink(service) : code(service)]),
    ...(fact === undefined ? [] : [code(fact)]),
  ].join(' × ')
}

const orNothing = (rules: readonly string[], ruleSet: RuleSet): string =>
  rules.length === 0 ? `**${word((words) => words.columns.nothing)}**` : ruleLinks(rules, ruleSet)
