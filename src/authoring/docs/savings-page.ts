import { ASSUMPTION_NAMES, ASSUMPTIONS, type Assumption, type AssumptionName } from '../../reports/savings/assumptions'
import { CAVEAT } from '../../reports/savings/savings-text'
import { citationLinks } from './citation-list'
import { bullets, code, markdownPage, plain, type Writer } from './writer'

/** Each number of the savings estimate, on whose authority it stands, and where the report contradicts itself. */
export function renderSavingsBasis(writer: Writer): string {
  return markdownPage(writer.words.headings.savings, [
    writer.words.intro.savings,
    plain(CAVEAT[writer.locale]),
    ...ASSUMPTION_NAMES.map((name) => assumptionSection(name, writer)),
  ])
}

function assumptionSection(name: AssumptionName, writer: Writer): string {
  const { label, default: value, unit, range, basis, source, note }: Assumption = ASSUMPTIONS[name]
  return [
    `## ${code(`savings.${name}`)}`,
    plain(label[writer.locale]),
    bullets([
      `${writer.words.columns.value}: ${value} (${plain(unit[writer.locale])})`,
      `${writer.words.columns.range}: ${writer.words.range(String(range[0]), String(range[1]))}`,
      `${writer.words.columns.basis}: ${writer.words.basis[basis]}`,
      `${writer.words.columns.sources}: ${citationLinks([source], writer.ruleSet)}`,
    ]),
    ...(note ? [plain(note[writer.locale])] : []),
  ].join('\n\n')
}
