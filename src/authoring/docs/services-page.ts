import type { Need, Service } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { rulesFor } from './uses'
import { bullets, code, markdownPage, plain, ruleLinks, type Writer } from './writer'

/** Each service: what it is, what must be in place first, and the rules that recommend, hold or waive it. */
export function renderServices(writer: Writer): string {
  return markdownPage(writer.words.headings.services, [
    writer.words.intro.services,
    ...writer.ruleSet.services.map((service) => serviceSection(service, writer)),
  ])
}

function serviceSection({ id, title, kind, description, needs, sources }: Service, writer: Writer): string {
  const rules = rulesFor(id, writer.ruleSet)
  const links = (ids: readonly string[]): string =>
    ids.length === 0 ? writer.words.columns.nothing : ruleLinks(ids, writer.ruleSet)
  return [
    `## ${code(id)}`,
    `**${plain(title[writer.locale])}**`,
    plain(description[writer.locale]),
    bullets([
      `${writer.words.columns.kind}: ${writer.words.kind[kind]}`,
      ...needs.map(({ need }) => `${writer.words.columns.needs}: ${needText(need, writer)}`),
      `${writer.words.columns.recommendedBy}: ${links(rules.recommend)}`,
      `${writer.words.columns.heldBy}: ${links(rules.hold)}`,
      `${writer.words.columns.waivedBy}: ${links(rules.waive)}`,
    ]),
    `${writer.words.columns.sources}:`,
    citationList(sources, writer),
  ].join('\n\n')
}

function needText({ title, firstStep, fact, basis }: Need, writer: Writer): string {
  return `${plain(title[writer.locale])} (${code(fact)}; ${writer.words.basis[basis]}). ${plain(firstStep[writer.locale])}`
}
