import { factsOf } from '../../core/rules/facts-of'
import type { Checklist, RuleSet } from '../../core/rules/rule-set'
import { answersText } from './answers-text'
import { citationList } from './citation-list'
import { conditionText } from './condition-text'
import { ruleSection } from './rule-section'
import { both, code, inEachLanguage, markdownPage, plain, table, word } from './writer'

/** Everything about one checklist: what it asks, when it is positive, and each of its rules. */
export function renderChecklist(checklist: Checklist, ruleSet: RuleSet): string {
  const { id, title, description, sources, questions, positive } = checklist
  const rules = ruleSet.rules.filter((rule) => rule.checklist === id)
  return markdownPage(plain(both(title)), [
    inEachLanguage(ruleSet, ({ locale }) => plain(description[locale])),
    `${word((words) => words.columns.checklist)}: ${code(id)}. ${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
    `## ${word((words) => words.headings.questions)}`,
    table(
      [
        word((words) => words.columns.question),
        word((words) => words.columns.answers),
        word((words) => words.columns.asks),
        word((words) => words.columns.tier),
        word((words) => words.columns.fact),
      ],
      questions.map((question) => questionRow(question, ruleSet)),
    ),
    `## ${word((words) => words.headings.positive)}`,
    inEachLanguage(ruleSet, (writer) => conditionText(positive, writer)),
    `## ${word((words) => words.headings.rules)}`,
    ...rules.map((rule) => ruleSection(rule, ruleSet)),
  ])
}

function questionRow(id: string, ruleSet: RuleSet): string[] {
  const fact = factsOf(ruleSet).get(id)
  if (!fact) return [code(id), '', '', '', code(id)]
  return [
    `${plain(fact.question.nl)}<br>${plain(fact.question.en)}`,
    answersText(fact),
    fact.answeredBy.map((role) => word((words) => words.role[role])).join('<br>'),
    word((words) => words.tier[fact.tier]),
    code(id),
  ]
}
