import { factsOf } from '../../core/rules/facts-of'
import type { Checklist } from '../../core/rules/rule-set'
import { answersText } from './answers-text'
import { citationList } from './citation-list'
import { conditionText } from './condition-text'
import { ruleSection } from './rule-section'
import { code, markdownPage, plain, table, type Writer } from './writer'

/** Everything about one checklist: what it asks, when it is positive, and each of its rules. */
export function renderChecklist(checklist: Checklist, writer: Writer): string {
  const { id, title, description, sources, questions, positive } = checklist
  const rules = writer.ruleSet.rules.filter((rule) => rule.checklist === id)
  return markdownPage(plain(title[writer.locale]), [
    plain(description[writer.locale]),
    `${writer.words.columns.checklist}: ${code(id)}. ${writer.words.columns.sources}:`,
    citationList(sources, writer),
    `## ${writer.words.headings.questions}`,
    table(
      [
        writer.words.columns.question,
        writer.words.columns.answers,
        writer.words.columns.asks,
        writer.words.columns.tier,
        writer.words.columns.fact,
      ],
      questions.map((question) => questionRow(question, writer)),
    ),
    `## ${writer.words.headings.positive}`,
    conditionText(positive, writer),
    `## ${writer.words.headings.rules}`,
    ...rules.map((rule) => ruleSection(rule, writer)),
  ])
}

function questionRow(id: string, writer: Writer): string[] {
  const fact = factsOf(writer.ruleSet).get(id)
  if (!fact) return [code(id), '', '', '', code(id)]
  return [
    plain(fact.question[writer.locale]),
    answersText(fact, writer),
    fact.answeredBy.map((role) => writer.words.role[role]).join('<br>'),
    writer.words.tier[fact.tier],
    code(id),
  ]
}
