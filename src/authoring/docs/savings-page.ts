import type { RuleSet } from '../../core/rules/rule-set'
import { ASSUMPTION_NAMES, ASSUMPTIONS, type Assumption, type AssumptionName } from '../../reports/savings/assumptions'
import { CAVEAT } from '../../reports/savings/savings-text'
import { citationLinks } from './citation-list'
import { both, bullets, code, inEachLanguage, markdownPage, plain, word } from './writer'

/** Each number of the savings estimate, on whose authority it stands, and where the report contradicts itself. */
export function renderSavingsBasis(ruleSet: RuleSet): string {
  return markdownPage(
    word((words) => words.headings.savings),
    [
      inEachLanguage(ruleSet, ({ words }) => words.intro.savings),
      inEachLanguage(ruleSet, ({ locale }) => plain(CAVEAT[locale])),
      ...ASSUMPTION_NAMES.map((name) => assumptionSection(name, ruleSet)),
    ],
  )
}

function assumptionSection(name: AssumptionName, ruleSet: RuleSet): string {
  const { label, default: value, unit, range, basis, source, note }: Assumption = ASSUMPTIONS[name]
  return [
    `## ${code(`savings.${name}`)}`,
    plain(both(label)),
    bullets([
      `${word((words) => words.columns.value)}: ${value} (${plain(both(unit))})`,
      `${word((words) => words.columns.range)}: ${word((words) => words.range(String(range[0]), String(range[1])))}`,
      `${word((words) => words.columns.basis)}: ${word((words) => words.basis[basis])}`,
      `${word((words) => words.columns.sources)}: ${citationLinks([source], ruleSet)}`,
    ]),
    ...(note ? [inEachLanguage(ruleSet, ({ locale }) => plain(note[locale]))] : []),
  ].join('\n\n')
}
