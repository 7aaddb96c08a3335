import { CONDITION_FACTS } from '../../core/facts/fact-catalogue'
import type { Rule, RuleSet } from '../../core/rules/rule-set'
import { citationLinks } from './citation-list'
import type { Selector, Situation } from './situation'
import { SITUATIONS } from './situations'
import { OUTSIDE } from './situations-outside'
import { checklistLink, code, markdownPage, plain, ruleLinks, serviceLink, table, type Writer } from './writer'

/** The rules that lead from a situation to a recommendation or a notice, by id, in the order of the rule set. */
export function rulesCovering(
  { leadsTo }: Pick<Situation, 'leadsTo'>,
  { rules }: Pick<RuleSet, 'rules'>,
): readonly string[] {
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
export function renderCoverage(writer: Writer): string {
  return markdownPage(writer.words.headings.coverage, [
    writer.words.intro.coverage,
    table(
      [
        writer.words.columns.sources,
        writer.words.columns.situation,
        writer.words.columns.leadsTo,
        writer.words.columns.rules,
      ],
      SITUATIONS.map((situation) => [
        citationLinks([situation.source], writer.ruleSet),
        plain(situation.title[writer.locale]),
        situation.leadsTo.map((selector) => selectorText(selector, writer)).join('; '),
        orNothing(rulesCovering(situation, writer.ruleSet), writer),
      ]),
    ),
    `## ${writer.words.headings.servicesCovered}`,
    table(
      [writer.words.columns.services, writer.words.columns.recommendedBy],
      writer.ruleSet.services.map(({ id, title }) => [
        `${serviceLink(id)} ${plain(title[writer.locale])}`,
        orNothing(rulesCovering({ leadsTo: [{ service: id }] }, writer.ruleSet), writer),
      ]),
    ),
    `## ${writer.words.headings.outside}`,
    table(
      [writer.words.columns.sources, writer.words.columns.situation, writer.words.columns.reason],
      OUTSIDE.map(({ source, title, reason }) => [
        citationLinks([source], writer.ruleSet),
        plain(title[writer.locale]),
        plain(reason[writer.locale]),
      ]),
    ),
  ])
}

/** A link where the rule set has it. */
function selectorText({ checklist, service, fact }: Selector, { ruleSet: { checklists, services } }: Writer): string {
  const isIn = (list: readonly { readonly id: string }[], wanted: string): boolean =>
    list.some(({ id }) => id === wanted)
  return [
    ...(checklist === undefined ? [] : [isIn(checklists, checklist) ? checklistLink(checklist) : code(checklist)]),
    ...(service === undefined ? [] : [isIn(services, service) ? serviceLink(service) : code(service)]),
    ...(fact === undefined ? [] : [code(fact)]),
  ].join(' × ')
}

const orNothing = (rules: readonly string[], writer: Writer): string =>
  rules.length === 0 ? `**${writer.words.columns.nothing}**` : ruleLinks(rules, writer.ruleSet)
