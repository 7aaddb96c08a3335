import type { RuleSet } from '../../core/rules/rule-set'
import { extensionPart } from './extension-part'
import {
  both,
  bullets,
  checklistLink,
  code,
  inEachLanguage,
  link,
  markdownPage,
  PAGES,
  plain,
  table,
  word,
} from './writer'

/** The way into the catalogue: the checklists, and the other pages. */
export function renderIndex(ruleSet: RuleSet): string {
  const { manifest, checklists, rules } = ruleSet
  return markdownPage(
    word((words) => words.headings.index),
    [
      `${plain(both(manifest.title))}, ${code(manifest.id)} ${manifest.version}.`,
      inEachLanguage(ruleSet, ({ words }) => words.intro.index),
      extensionPart(ruleSet),
      bullets(
        (['services', 'order', 'policy', 'deadlines', 'sources', 'coverage', 'savings'] as const).map(
          (page) =>
            `${link(
              word((words) => words.headings[page]),
              PAGES[page],
            )}: ${word((words) => words.intro[page])}`,
        ),
      ),
      `## ${word((words) => words.headings.checklists)}`,
      table(
        [word((words) => words.columns.checklist), '', word((words) => words.columns.rules)],
        checklists.map(({ id, title, description }) => [
          checklistLink(id),
          `**${plain(both(title))}**<br>${plain(description.nl)}<br>${plain(description.en)}`,
          String(rules.filter((rule) => rule.checklist === id).length),
        ]),
      ),
    ],
  )
}
