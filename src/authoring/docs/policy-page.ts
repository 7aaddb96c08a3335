import type { Parameter } from '../../core/rules/parameter'
import { citationList } from './citation-list'
import { valueText } from './parameter-text'
import { usesOf } from './uses'
import { bullets, code, deadlineLink, markdownPage, plain, ruleLinks, type Writer } from './writer'

/** Each policy parameter: its value, unit and range, on whose authority it stands, and what uses it. */
export function renderPolicy(writer: Writer): string {
  return markdownPage(writer.words.headings.policy, [
    writer.words.intro.policy,
    ...[...writer.ruleSet.parameters.values()].map((parameter) => parameterSection(parameter, writer)),
  ])
}

function parameterSection(parameter: Parameter, writer: Writer): string {
  const { name, description, basis, sources, checkedOn } = parameter
  return [
    `## ${code(name)}`,
    plain(description[writer.locale]),
    bullets([
      `${writer.words.columns.value}: ${valueText(parameter, writer)}`,
      `${writer.words.columns.range}: ${rangeText(parameter, writer)}`,
      `${writer.words.columns.basis}: ${writer.words.basis[basis]}`,
      `${writer.words.columns.checkedOn}: ${checkedOn}`,
      `${writer.words.columns.usedBy}: ${usesText(name, writer)}`,
    ]),
    `${writer.words.columns.sources}:`,
    citationList(sources, writer),
  ].join('\n\n')
}

/** Of a length of time in days, months counted as thirty. */
function rangeText({ unit, range: [least, most] }: Parameter, writer: Writer): string {
  const numbers = writer.words.range(String(least), String(most))
  return unit === 'duration' ? `${numbers} (${writer.words.unit['day-count']})` : numbers
}

function usesText(name: string, writer: Writer): string {
  const { rules, deadlines, library } = usesOf(name, writer.ruleSet)
  const users = [
    ...(rules.length > 0 ? [ruleLinks(rules, writer.ruleSet)] : []),
    ...deadlines.map(deadlineLink),
    ...(library ? [writer.words.columns.library] : []),
  ]
  return users.length === 0 ? writer.words.columns.nothing : users.join(', ')
}
