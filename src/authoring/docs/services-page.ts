import type { Need, RuleSet, Service } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { rulesFor } from './uses'
import { both, bullets, code, inEachLanguage, markdownPage, plain, ruleLinks, word } from './writer'

/** Each service: what it is, what must be in place first, and the rules that recommend, hold or waive it. */
export function renderServices(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.services),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.services),
      ...ruleSet.services.map((service) => serviceSection(service, ruleSet)),
    ],
  )
}

function serviceSection({ id, title, kind, description, needs, sources }: Service, ruleSet: RuleSet): string {
  const rules = rulesFor(id, ruleSet)
  const links = (ids: readonly string[]): string =>
    ids.length === 0 ? word((words) => words.columns.nothing) : ruleLinks(ids, ruleSet)
  return [
    `## ${code(id)}`,
    `**${plain(both(title))}**`,
    inEachLanguage(ruleSet, ({ locale }) => plain(description[locale])),
    bullets([
      `${word((words) => words.columns.kind)}: ${word((words) => words.kind[kind])}`,
      ...needs.map(({ need }) => `${word((words) => words.columns.needs)}: ${needText(need)}`),
      `${word((words) => words.columns.recommendedBy)}: ${links(rules.recommend)}`,
      `${word((words) => words.columns.heldBy)}: ${links(rules.hold)}`,
      `${word((words) => words.columns.waivedBy)}: ${links(rules.waive)}`,
    ]),
    `${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
  ].join('\n\n')
}

function needText({ title, firstStep, fact, basis }: Need): string {
  return `${plain(both(title))} (${code(fact)}; ${word((words) => words.basis[basis])}). ${plain(both(firstStep))}`
}
