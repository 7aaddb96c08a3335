import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import { type Coverage, type CoverageItem, type KindCoverage, shortOf } from './coverage'
import type { Paint } from '../../reports/text/lay-out'
import type { CoverageKind } from './goal'

/** In which language, and with the sentences of which rule set beside its ids. */
interface CoverageTelling {
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

/** What is told of coverage. */
interface CoverageWords {
  readonly title: (ruleSet: string) => string
  readonly by: (ruleSet: string, fixtures: number) => string
  readonly kinds: Readonly<Record<CoverageKind, string>>
  /** What counts as shown, a sentence a kind. */
  readonly meanings: Readonly<Record<CoverageKind, string>>
  readonly count: (fixtures: number, unconfirmed: number, refused: number) => string
  readonly summary: readonly string[]
  readonly items: readonly string[]
  readonly subjects: (count: number, kind: CoverageKind) => string
  readonly of: (covered: number, total: number) => string
  readonly impossible: (count: number) => string
  readonly unconfirmed: (count: number) => string
  readonly refused: (count: number) => string
  readonly missing: (kind: string) => string
  readonly short: (kind: string, percentage: number, least: number) => string
  readonly outcome: Readonly<Record<CoverageItem['outcome'], string>>
  readonly state: Readonly<Record<string, string>>
}

const cases = (count: number): string => `${count} ${count === 1 ? 'voorbeeldgeval' : 'voorbeeldgevallen'}`
const fixtures = (count: number): string => `${count} fixture${count === 1 ? '' : 's'}`

const DUTCH: CoverageWords = {
  title: (ruleSet) => `Dekking van ${ruleSet}`,
  by: (ruleSet, count) => `dekking van ${ruleSet} door ${cases(count)}`,
  kinds: {
    rules: 'regels',
    conditions: 'voorwaarden',
    services: 'diensten',
    holds: 'aanhouden',
    waivers: 'vervallen',
  },
  meanings: {
    rules: 'In een voorbeeldgeval geldt de regel, in een ander niet, en in een beslist een antwoord dat niet bekend is.',
    conditions:
      'In een voorbeeldgeval beslist de vergelijking, of het venster, alleen over de regel: waar, zodat de regel zonder haar niet zou gelden; niet waar, zodat de regel met haar zou gelden; en niet bekend, zodat de regel precies dan geldt als de vergelijking waar is.',
    services: 'Een voorbeeldgeval beveelt de dienst zeker aan: ooit, voor het venster, erin en erna.',
    holds:
      'Een voorbeeldgeval houdt een aanbevolen dienst zeker aan, en in een beslist een antwoord dat niet bekend is.',
    waivers: 'Een voorbeeldgeval laat een reden zeker vervallen, en in een beslist een antwoord dat niet bekend is.',
  },
  count: (all, unconfirmed, refused) =>
    `${cases(all)} tellen mee. ${unconfirmed} zijn niet bevestigd en ${refused} geweigerd: die tellen niet mee.`,
  summary: ['Soort', 'Gedekt', 'Van', 'Percentage', 'Bewezen onmogelijk'],
  items: ['Van', 'Wat', 'Toestand', 'Uitkomst', 'Eerste voorbeeldgeval'],
  subjects: (count, kind) => `${count} ${kind === 'services' ? 'diensten' : 'regels'}`,
  of: (covered, total) => `${covered} van ${total}`,
  impossible: (count) => `${count} bewezen onmogelijk`,
  unconfirmed: (count) => `${cases(count)} niet bevestigd, telt niet mee`,
  refused: (count) => `${cases(count)} geweigerd, telt niet mee`,
  missing: (kind) => `ontbreekt: ${kind}`,
  short: (kind, percentage, least) => `${kind}: ${percentage}% is minder dan de gevraagde ${least}%`,
  outcome: { covered: 'gedekt', missing: 'ontbreekt', impossible: 'onmogelijk' },
  state: {
    met: 'geldt',
    'not-met': 'geldt niet',
    open: 'nog open',
    true: 'waar',
    false: 'niet waar',
    unknown: 'niet bekend',
    reached: 'ooit aanbevolen',
    planned: 'voor het venster',
    due: 'in het venster',
    overdue: 'na het venster',
    certain: 'zeker',
  },
}

const ENGLISH: CoverageWords = {
  title: (ruleSet) => `Coverage of ${ruleSet}`,
  by: (ruleSet, count) => `coverage of ${ruleSet} by ${fixtures(count)}`,
  kinds: { rules: 'rules', conditions: 'conditions', services: 'services', holds: 'holds', waivers: 'waivers' },
  meanings: {
    rules: 'Some fixture meets the rule, some does not, and in some an answer that is not known decides.',
    conditions:
      'In some fixture the comparison, or the window, decides the rule on its own: true, so that the rule would not be met without it; false, so that the rule would be met with it; and not known, so that the rule is met exactly if the comparison is.',
    services: 'Some fixture recommends the service for certain: at all, before its window, inside it and after it.',
    holds: 'Some fixture holds a recommended service for certain, and in some an answer that is not known decides.',
    waivers: 'Some fixture withdraws a reason for certain, and in some an answer that is not known decides.',
  },
  count: (all, unconfirmed, refused) =>
    `${all} fixtures count. ${unconfirmed} are not confirmed and ${refused} are refused: these do not.`,
  summary: ['Kind', 'Covered', 'Of', 'Percentage', 'Proved impossible'],
  items: ['Of', 'What', 'State', 'Outcome', 'First fixture'],
  subjects: (count, kind) => `${count} ${kind === 'services' ? 'services' : 'rules'}`,
  of: (covered, total) => `${covered} of ${total}`,
  impossible: (count) => `${count} proved impossible`,
  unconfirmed: (count) => `${fixtures(count)} not confirmed, not counted`,
  refused: (count) => `${fixtures(count)} refused, not counted`,
  missing: (kind) => `missing: ${kind}`,
  short: (kind, percentage, least) => `${kind}: ${percentage}% is less than the ${least}% asked for`,
  outcome: { covered: 'covered', missing: 'missing', impossible: 'impossible' },
  state: {},
}

const COVERAGE_WORDS: Readonly<Record<Locale, CoverageWords>> = { nl: DUTCH, en: ENGLISH }
