import type { Citation } from '../../core/advice'
import type { RuleSet, Source } from '../../core/rules/rule-set'
import {
  bullets,
  checklistLink,
  code,
  deadlineLink,
  inEachLanguage,
  link,
  markdownPage,
  PAGES,
  parameterLink,
  plain,
  ruleLink,
  serviceLink,
  table,
  word,
} from './writer'

/** Each source with its sections, and everything in the rule set that cites them. */
export function renderSources(ruleSet: RuleSet): string {
  const cited = citedBy(ruleSet)
  return markdownPage(
    word((words) => words.headings.sources),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.sources),
      ...[...ruleSet.sources.values()].map((source) => sourceSection(source, cited, ruleSet)),
    ],
  )
}

function sourceSection(source: Source, cited: ReadonlyMap<string, readonly string[]>, ruleSet: RuleSet): string {
  const { id, title, publisher, date, url, otherUrls = [], sections, note } = source
  return [
    `## ${code(id)}`,
    plain(title),
    bullets([
      `${word((words) => words.columns.publisher)}: ${plain(publisher)}, ${plain(date)}`,
      ...[...(url === undefined ? [] : [url]), ...otherUrls].map((address) => `<${address}>`),
      ...datesOf(source),
    ]),
    note ? inEachLanguage(ruleSet, ({ locale }) => plain(note[locale])) : '',
    table(
      [word((words) => words.columns.section), '', word((words) => words.columns.citedBy)],
      sections.map((section) => [
        plain(section.id),
        section.url === undefined ? plain(section.title) : link(plain(section.title), section.url),
        (cited.get(keyOf({ id, section: section.id })) ?? [word((words) => words.columns.nothing)]).join(', '),
      ]),
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** When what it says holds, and when somebody last looked. */
const datesOf = ({ validFrom, validUntil, checkedOn }: Source): readonly string[] => [
  ...(validFrom === undefined ? [] : [word((words) => words.heldFrom(validFrom))]),
  ...(validUntil === undefined ? [] : [word((words) => words.heldUntil(validUntil))]),
  ...(checkedOn === undefined ? [] : [`${word((words) => words.columns.checkedOn)}: ${checkedOn}`]),
]

/** Links to what cites a section: checklists, rules, services and their needs, parameters, deadlines. */
function citedBy(ruleSet: RuleSet): ReadonlyMap<string, readonly string[]> {
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
