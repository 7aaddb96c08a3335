import type { Coverage, CoverageItem, KindCoverage } from './coverage'
import { KIND_MEANINGS, KIND_TITLES } from './coverage-words'

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
