import type { Citation } from '../../core/advice'
import type { Source } from '../../core/rules/rule-set'
import {
  bullets,
  checklistLink,
  code,
  deadlineLink,
  link,
  markdownPage,
  PAGES,
  parameterLink,
  plain,
  ruleLink,
  serviceLink,
  table,
  type Writer,
} from './writer'

/** Each source with its sections, and everything in the rule set that cites them. */
export function renderSources(writer: Writer): string {
  const cited = citedBy(writer)
  return markdownPage(writer.words.headings.sources, [
    writer.words.intro.sources,
    ...[...writer.ruleSet.sources.values()].map((source) => sourceSection(source, cited, writer)),
  ])
}

function sourceSection(source: Source, cited: ReadonlyMap<string, readonly string[]>, writer: Writer): string {
  const { id, title, publisher, date, url, otherUrls = [], sections, note } = source
  return [
    `## ${code(id)}`,
    plain(title),
    bullets([
      `${writer.words.columns.publisher}: ${plain(publisher)}, ${plain(date)}`,
      ...[...(url === undefined ? [] : [url]), ...otherUrls].map((address) => `<${address}>`),
      ...datesOf(source, writer),
    ]),
    note ? plain(note[writer.locale]) : '',
    table(
      [writer.words.columns.section, '', writer.words.columns.citedBy],
      sections.map((section) => [
        plain(section.id),
        [
          section.url === undefined ? plain(section.title) : link(plain(section.title), section.url),
          ...(section.says ? [plain(section.says[writer.locale])] : []),
        ].join('<br>'),
        (cited.get(keyOf({ id, section: section.id })) ?? [writer.words.columns.nothing]).join(', '),
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** When what it says holds, and when somebody last looked. */
const datesOf = ({ validFrom, validUntil, checkedOn }: Source, writer: Writer): readonly string[] => [
  ...(validFrom === undefined ? [] : [writer.words.heldFrom(validFrom)]),
  ...(validUntil === undefined ? [] : [writer.words.heldUntil(validUntil)]),
  ...(checkedOn === undefined ? [] : [`${writer.words.columns.checkedOn}: ${checkedOn}`]),
]

/** Links to what cites a section: checklists, rules, services and their needs, parameters, deadlines. */
function citedBy({ ruleSet }: Writer): ReadonlyMap<string, readonly string[]> {
  const { checklists, rules, services, needs, parameters, milestones, doubts } = ruleSet
  const citing: readonly (readonly [string, readonly Citation[]])[] = [
    ...checklists.map(({ id, sources }) => [checklistLink(id), sources] as const),
    ...rules.map(({ id, sources }) => [ruleLink(id, ruleSet), sources] as const),
    ...services.map(({ id, sources }) => [serviceLink(id), sources] as const),
    ...[...needs.values()].map(({ id, sources }) => [link(code(id), PAGES.services), sources] as const),
    ...[...parameters.values()].map(
      ({ name, sources, dated = [] }) =>
        [parameterLink(name), [...sources, ...dated.map(({ source }) => source)]] as const,
    ),
    ...milestones.map(({ id, sources }) => [deadlineLink(id), sources] as const),
    ...Object.entries(doubts).map(([id, { sources }]) => [deadlineLink(id), sources] as const),
  ]
  const cited = new Map<string, string[]>()
  for (const [from, sources] of citing)
    for (const key of new Set(sources.map(keyOf))) cited.set(key, [...(cited.get(key) ?? []), from])
  return cited
}

const keyOf = ({ id, section }: Citation): string => `${id}\n${section}`
