import { REVIEW_WORDS } from '../review/review-words'
import { countStandings } from '../review/rule-digest'
import { extensionPart } from './extension-part'
import { bullets, checklistLink, code, link, markdownPage, PAGES, plain, table, type Writer } from './writer'

/** The way into the catalogue: the checklists, and the other pages. */
export function renderIndex(writer: Writer): string {
  const { manifest, checklists, rules } = writer.ruleSet
  return markdownPage(writer.words.headings.index, [
    `${plain(manifest.title[writer.locale])}, ${code(manifest.id)} ${manifest.version}.`,
    writer.words.intro.index,
    approvalPart(writer),
    extensionPart(writer),
    bullets(
      (['services', 'order', 'policy', 'deadlines', 'sources', 'coverage', 'savings'] as const).map(
        (page) => `${link(writer.words.headings[page], PAGES[page])}: ${writer.words.intro[page]}`,
      ),
    ),
    `## ${writer.words.headings.checklists}`,
    table(
      [writer.words.columns.checklist, '', writer.words.columns.rules],
      checklists.map(({ id, title, description }) => [
        checklistLink(id),
        `**${plain(title[writer.locale])}**<br>${plain(description[writer.locale])}`,
        String(rules.filter((rule) => rule.checklist === id).length),
      ]),
    ),
  ])
}

/** How many rules somebody who answers for them has approved of. */
function approvalPart({ ruleSet, locale }: Writer): string {
  const { approved, changed, unseen } = countStandings(ruleSet)
  return REVIEW_WORDS[locale].standing(approved, changed, unseen)
}
