import { conditionFactsOf } from '../../core/rules/facts-of'
import type { MilestoneRule, RuleSet } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { conditionText } from './condition-text'
import { subjectText } from './leaf-text'
import { anchorText, lengthText } from './length-text'
import { code, markdownPage, plain } from './markdown'
import { both, inEachLanguage, type Writer, word } from './writer'

/** The statutory calendar: each deadline with the day it falls on, for whom, and its sources. */
export function renderDeadlines(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.deadlines),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.deadlines),
      ...ruleSet.milestones.map((milestone) => deadlineSection(milestone, ruleSet)),
      `## ${word((words) => words.headings.doubts)}`,
      ...Object.entries(ruleSet.doubts).flatMap(([id, { text, sources }]) => [
        `### ${code(id)}`,
        inEachLanguage(ruleSet, ({ locale }) => plain(text[locale])),
        citationList(sources, ruleSet),
      ]),
    ],
  )
}

function deadlineSection(milestone: MilestoneRule, ruleSet: RuleSet): string {
  const { id, title, text, appliesWhen, basis, sources } = milestone
  return [
    `## ${code(id)}`,
    `**${plain(both(title))}**. ${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}.`,
    inEachLanguage(ruleSet, (writer) =>
      [conditionText(appliesWhen, writer), dayText(milestone, writer), `> ${plain(text[writer.locale])}`].join('\n\n'),
    ),
    `${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
  ].join('\n\n')
}

function dayText({ after, otherwise, windowFrom, doneBy }: MilestoneRule, writer: Writer): string {
  const { words } = writer
  const subject =
    doneBy === undefined || !conditionFactsOf(writer.ruleSet).has(doneBy) ? undefined : subjectText(doneBy, writer)
  return [
    words.deadline(lengthText(after.length, writer), anchorText(after.anchor, writer)),
    ...(otherwise
      ? [
          words.deadlineOtherwise(
            lengthText(otherwise.length, writer),
            anchorText(otherwise.anchor, writer),
            words.basis[otherwise.basis],
          ),
        ]
      : []),
    ...(windowFrom === undefined ? [] : [words.deadlineFrom(lengthText(windowFrom, writer))]),
    ...(subject === undefined ? [] : [words.doneBy(subject)]),
  ].join(' ')
}
