import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { COVERAGE_WORDS, type CoverageWords } from './coverage-words'
import { type Coverage, type CoverageItem, type KindCoverage, shortOf } from './coverage'
import type { Paint } from '../../reports/text/paint'

/** In which language, and with the sentences of which rule set beside its ids. */
export interface CoverageTelling {
  readonly locale: Locale
  readonly ruleSet?: RuleSet
}

/** One page that needs nothing else: no script, no network. The same coverage gives the same bytes. */
export function coverageHtml(coverage: Coverage, telling: CoverageTelling = { locale: 'en' }): string {
  const { locale } = telling
  const words = COVERAGE_WORDS[locale]
  const { ruleSet, fixtures, unconfirmed, refused, kinds } = coverage
  const title = escaped(words.title(`${ruleSet.id} ${ruleSet.version}`))
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${words.count(fixtures, unconfirmed.length, refused.length)}</p>
<table>
<thead><tr>${heads(words.summary)}</tr></thead>
<tbody>
${kinds.map((kind) => summaryRow(kind, words)).join('\n')}
</tbody>
</table>
${kinds.map((kind) => kindSection(kind, telling)).join('\n')}
</main>
</body>
</html>
`
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main{max-width:72rem;margin:auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.number{text-align:right}tr.missing{background:#d4331c26}tr.impossible{opacity:.75}code{overflow-wrap:anywhere}summary{cursor:pointer;font-weight:bold}`

function summaryRow({ kind, covered, total, percentage, items }: KindCoverage, words: CoverageWords): string {
  const impossible = items.filter(({ outcome }) => outcome === 'impossible').length
  const numbers = [covered, total, `${percentage.toFixed(1)}%`, impossible]
  const missing = covered < total ? ' class="missing"' : ''
  return `<tr${missing}><th scope="row"><a href="#${kind}">${words.kinds[kind]}</a></th>${numbers.map((one) => `<td class="number">${one}</td>`).join('')}</tr>`
}

function kindSection({ kind, items, covered, total }: KindCoverage, telling: CoverageTelling): string {
  const words = COVERAGE_WORDS[telling.locale]
  const subjects = [...new Set(items.map(({ of }) => of))]
  return `<section>
<h2 id="${kind}">${words.kinds[kind]}</h2>
<p>${words.meanings[kind]}</p>
<details${covered < total ? ' open' : ''}><summary>${words.subjects(subjects.length, kind)}</summary>
<table>
<thead><tr>${heads(words.items)}</tr></thead>
<tbody>
${items.map((item) => itemRow(item, telling)).join('\n')}
</tbody>
</table>
</details>
</section>`
}

const heads = (names: readonly string[]): string => names.map((name) => `<th scope="col">${name}</th>`).join('')

function itemRow(
  { of, condition = '', state, outcome, by = '' }: CoverageItem,
  { locale, ruleSet }: CoverageTelling,
): string {
  const words = COVERAGE_WORDS[locale]
  const sentence = ruleSet && sentenceOf(of, ruleSet, locale)
  const subject = sentence === undefined ? escaped(of) : `${escaped(of)}<br>${escaped(sentence)}`
  return `<tr class="${outcome}"><td>${subject}</td><td><code>${escaped(condition)}</code></td><td>${words.state[state] ?? state}</td><td>${words.outcome[outcome]}</td><td>${escaped(by)}</td></tr>`
}

/** What the reader of an advice is told by a rule, or the title of a service. */
function sentenceOf(id: string, { rules, services }: RuleSet, locale: Locale): string | undefined {
  const rule = rules.find((one) => one.id === id)
  return rule?.text[locale].replace(/\{[^}]*\}/g, '…') ?? services.find((one) => one.id === id)?.title[locale]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** For people: a line a kind, and what is missing by name. */
export function renderCoverage(
  coverage: Coverage,
  least: number | undefined,
  paint: Paint,
  locale: Locale,
): string {
  const words = COVERAGE_WORDS[locale]
  const { kinds, fixtures, unconfirmed, refused } = coverage
  const missing = kinds.flatMap((kind) => missingLines(kind, paint, words))
  const short = least === undefined ? [] : shortOf(coverage, least)
  return `${[
    paint.bold(words.by(`${coverage.ruleSet.id} ${coverage.ruleSet.version}`, fixtures)),
    ...kinds.map((kind) => kindLine(kind, paint, words)),
    ...(unconfirmed.length > 0
      ? [paint.yellow(words.unconfirmed(unconfirmed.length))]
      : []),
    ...(refused.length > 0 ? [paint.yellow(words.refused(refused.length))] : []),
    ...missing,
    ...short.map(({ kind, percentage }) => paint.red(words.short(words.kinds[kind], percentage, least ?? 0))),
  ].join('\n')}\n`
}

function kindLine({ kind, covered, total, percentage, items }: KindCoverage, paint: Paint, words: CoverageWords): string {
  const impossible = items.filter(({ outcome }) => outcome === 'impossible').length
  const proved = impossible > 0 ? paint.dim(`, ${words.impossible(impossible)}`) : ''
  const share = `${percentage.toFixed(1).padStart(5)}%`
  const colour = covered === total ? paint.green : paint.red
  return `  ${words.kinds[kind].padEnd(12)} ${colour(share)}  ${words.of(covered, total)}${proved}`
}

function missingLines({ kind, items }: KindCoverage, paint: Paint, words: CoverageWords): readonly string[] {
  const missing = items.filter(({ outcome }) => outcome === 'missing')
  if (missing.length === 0) return []
  return ['', paint.bold(words.missing(words.kinds[kind])), ...missing.map((item) => `  ${itemText(item, words)}`)]
}

export const itemText = ({ of, condition, state }: CoverageItem, words = COVERAGE_WORDS.en): string =>
  [of, ...(condition === undefined ? [] : [condition]), words.state[state] ?? state].join(': ')
