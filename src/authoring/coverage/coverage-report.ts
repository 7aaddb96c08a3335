import type { CoverageKind } from './goal'
import { type Coverage, type CoverageItem, type KindCoverage, shortOf } from './coverage'
import type { Paint } from '../../reports/text/paint'

export const KIND_TITLES: Readonly<Record<CoverageKind, string>> = {
  rules: 'rules',
  conditions: 'conditions',
  services: 'services',
  holds: 'holds',
  waivers: 'waivers',
}

/** What counts as shown, a sentence a kind. */
export const KIND_MEANINGS: Readonly<Record<CoverageKind, string>> = {
  rules: 'Some fixture meets the rule, some does not, and in some an answer that is not known decides.',
  conditions:
    'In some fixture the comparison, or the window, decides the rule on its own: true, so that the rule would not be met without it; false, so that the rule would be met with it; and not known, so that the rule is met exactly if the comparison is.',
  services: 'Some fixture recommends the service for certain: at all, before its window, inside it and after it.',
  holds: 'Some fixture holds a recommended service for certain, and in some an answer that is not known decides.',
  waivers: 'Some fixture withdraws a reason for certain, and in some an answer that is not known decides.',
}

/** One page that needs nothing else: no script, no network. The same coverage gives the same bytes. */
export function coverageHtml(coverage: Coverage): string {
  const { ruleSet, fixtures, unconfirmed, refused, kinds } = coverage
  const title = escaped(`Coverage of ${ruleSet.id} ${ruleSet.version}`)
  return `<!doctype html>
<html lang="en">
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
<p>${fixtures} fixtures count. ${unconfirmed.length} are not confirmed and ${refused.length} are refused: these do not.</p>
<table>
<thead><tr><th scope="col">Kind</th><th scope="col">Covered</th><th scope="col">Of</th><th scope="col">Percentage</th><th scope="col">Proved impossible</th></tr></thead>
<tbody>
${kinds.map(summaryRow).join('\n')}
</tbody>
</table>
${kinds.map(kindSection).join('\n')}
</main>
</body>
</html>
`
}

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0}main{max-width:72rem;margin:auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #8886;padding:.25rem .5rem;text-align:left;vertical-align:top}
td.number{text-align:right}tr.missing{background:#d4331c26}tr.impossible{opacity:.75}code{overflow-wrap:anywhere}summary{cursor:pointer;font-weight:bold}`

function summaryRow({ kind, covered, total, percentage, items }: KindCoverage): string {
  const impossible = items.filter(({ outcome }) => outcome === 'impossible').length
  const numbers = [covered, total, `${percentage.toFixed(1)}%`, impossible]
  const missing = covered < total ? ' class="missing"' : ''
  return `<tr${missing}><th scope="row"><a href="#${kind}">${KIND_TITLES[kind]}</a></th>${numbers.map((one) => `<td class="number">${one}</td>`).join('')}</tr>`
}

function kindSection({ kind, items, covered, total }: KindCoverage): string {
  const subjects = [...new Set(items.map(({ of }) => of))]
  return `<section>
<h2 id="${kind}">${KIND_TITLES[kind]}</h2>
<p>${KIND_MEANINGS[kind]}</p>
<details${covered < total ? ' open' : ''}><summary>${subjects.length} ${kind === 'services' ? 'services' : 'rules'}</summary>
<table>
<thead><tr><th scope="col">Of</th><th scope="col">What</th><th scope="col">State</th><th scope="col">Outcome</th><th scope="col">First fixture</th></tr></thead>
<tbody>
${items.map(itemRow).join('\n')}
</tbody>
</table>
</details>
</section>`
}

const itemRow = ({ of, condition = '', state, outcome, by = '' }: CoverageItem): string =>
  `<tr class="${outcome}"><td>${escaped(of)}</td><td><code>${escaped(condition)}</code></td><td>${state}</td><td>${outcome}</td><td>${escaped(by)}</td></tr>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** For people: a line a kind, and what is missing by name. */
export function renderCoverage(coverage: Coverage, least: number | undefined, paint: Paint): string {
  const { kinds, fixtures, unconfirmed, refused } = coverage
  const missing = kinds.flatMap((kind) => missingLines(kind, paint))
  const short = least === undefined ? [] : shortOf(coverage, least)
  return `${[
    paint.bold(`coverage of ${coverage.ruleSet.id} ${coverage.ruleSet.version} by ${counted(fixtures, 'fixture')}`),
    ...kinds.map((kind) => kindLine(kind, paint)),
    ...(unconfirmed.length > 0
      ? [paint.yellow(`${counted(unconfirmed.length, 'fixture')} not confirmed, not counted`)]
      : []),
    ...(refused.length > 0 ? [paint.yellow(`${counted(refused.length, 'fixture')} refused, not counted`)] : []),
    ...missing,
    ...short.map(({ kind, percentage }) => paint.red(`${kind}: ${percentage}% is less than the ${least}% asked for`)),
  ].join('\n')}\n`
}

function kindLine({ kind, covered, total, percentage, items }: KindCoverage, paint: Paint): string {
  const impossible = items.filter(({ outcome }) => outcome === 'impossible').length
  const proved = impossible > 0 ? paint.dim(`, ${impossible} proved impossible`) : ''
  const share = `${percentage.toFixed(1).padStart(5)}%`
  const colour = covered === total ? paint.green : paint.red
  return `  ${KIND_TITLES[kind].padEnd(12)} ${colour(share)}  ${covered} of ${total}${proved}`
}

function missingLines({ kind, items }: KindCoverage, paint: Paint): readonly string[] {
  const missing = items.filter(({ outcome }) => outcome === 'missing')
  if (missing.length === 0) return []
  return ['', paint.bold(`missing: ${KIND_TITLES[kind]}`), ...missing.map((item) => `  ${itemText(item)}`)]
}

export const itemText = ({ of, condition, state }: CoverageItem): string =>
  condition === undefined ? `${of}: ${state}` : `${of}: ${condition}: ${state}`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
