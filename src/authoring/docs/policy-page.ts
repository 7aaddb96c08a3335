import type { Parameter } from '../../core/rules/parameter'
import type { RuleSet } from '../../core/rules/rule-set'
import { citationList } from './citation-list'
import { valueText } from './parameter-text'
import { usesOf } from './uses'
import { bullets, code, deadlineLink, inEachLanguage, markdownPage, plain, ruleLinks, word } from './writer'

/** Each policy parameter: its value, unit and range, on whose authority it stands, and what uses it. */
export function renderPolicy(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.policy),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.policy),
      ...[...ruleSet.parameters.values()].map((parameter) => parameterSection(parameter, ruleSet)),
    ],
  )
}

function parameterSection(parameter: Parameter, ruleSet: RuleSet): string {
  const { name, description, basis, sources, checkedOn } = parameter
  return [
    `## ${code(name)}`,
    inEachLanguage(ruleSet, ({ locale }) => plain(description[locale])),
    bullets([
      `${word((words) => words.columns.value)}: ${valueText(parameter, ruleSet)}`,
      `${word((words) => words.columns.range)}: ${rangeText(parameter)}`,
      `${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}`,
      `${word((words) => words.columns.checkedOn)}: ${checkedOn}`,
      `${word((words) => words.columns.usedBy)}: ${usesText(name, ruleSet)}`,
    ]),
    `${word((words) => words.columns.sources)}:`,
    citationList(sources, ruleSet),
  ].join('\n\n')
}

/** Of a length of time in days, months counted as thirty. */
function rangeText({ unit, range: [least, most] }: Parameter): string {
  const numbers = word((words) => words.range(String(least), String(most)))
  return unit === 'duration' ? `${numbers} (${word((words) => words.unit['day-count'])})` : numbers
}

function usesText(name: string, ruleSet: RuleSet): string {
  const { rules, deadlines, library } = usesOf(name, ruleSet)
  const users = [
    ...(rules.length > 0 ? [ruleLinks(rules, ruleSet)] : []),
    ...deadlines.map(deadlineLink),
    ...(library ? [word((words) => words.columns.library)] : []),
  ]
  return users.length === 0 ? word((words) => words.columns.nothing) : users.join(', ')
}
