import { BASE_FACTS, OVERRIDE_REASONS, shippedRuleSet } from 'verwijswijzer'

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text in HTML: everything that comes from outside goes through this. */
export const esc = (text) => String(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign])

const STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }
  li, p { max-width: 44rem } textarea { width: 100%; font-family: ui-monospace, monospace } form { margin: 0.5rem 0 }
  table { border-collapse: collapse } td, th { text-align: left; padding: 0.25rem 1rem 0.25rem 0; vertical-align: top }
  code { overflow-wrap: anywhere }`

export const page = (title, body) => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${esc(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${esc(title)}</h1>
${body}
</main></body></html>`

const caseLinks = (id, role) =>
  role === 'occupational-physician'
    ? `<a href="/cases/${id}/physician">bedrijfsarts</a>`
    : `<a href="/cases/${id}/employer">advies</a>, <a href="/cases/${id}/record">dossier</a>`

export const homePage = (role, asOf, ids) =>
  page(
    'Dossiers',
    `<p>Vandaag is ${esc(asOf)}.${role === 'case-manager' ? ' <a href="/worklist">Werklijst</a>' : ''}</p>
<ul>${ids.map((id) => `<li>${esc(id)}: ${caseLinks(id, role)}</li>`).join('')}</ul>
${role === 'case-manager' ? `<form method="post" action="/nightly"><button>Draai de nacht</button></form>${newCase}` : ''}`,
  )

const answersBox = (name, label, example) =>
  `<p><label for="${name}">${label}</label></p><textarea id="${name}" name="answers" rows="8">${esc(example)}</textarea>`

const newCase = `<h2>Nieuw dossier of nieuwe antwoorden</h2>
<form method="post" action="/answers"><p><label>Dossier <input name="id" required pattern="[A-Za-z0-9_\\-]{1,64}"></label></p>
${answersBox('answers', 'Antwoorden, als JSON', '{ "absence": { "spells": [], "leaves": [] } }')}<button>Bewaar</button></form>`

/** What the physician could release, each with what the employer then reads. Nothing is chosen beforehand. */
export const physicianPage = (id, advice, choices) =>
  page(
    `Dossier ${id}, voor de bedrijfsarts`,
    `<p id="step">${esc(advice.next.text)}</p>
<h2>Vrijgeven aan de werkgever</h2>
${
  choices.length === 0
    ? '<p>Er is niets om vrij te geven.</p>'
    : choices
        .map(
          ({ text, after }, at) => `<form method="post" action="/cases/${esc(id)}/release">
<p><strong>${esc(text)}</strong><br>De werkgever leest dan: ${esc(after.text)}</p>
<button name="choice" value="${at}">Geef vrij</button></form>`,
        )
        .join('')
}
<h2>Antwoorden van de bedrijfsarts</h2>
<form method="post" action="/answers"><input type="hidden" name="id" value="${esc(id)}">
${answersBox('answers', 'Antwoorden, als JSON', '{ "health": { "course": "stable" } }')}<button>Bewaar</button></form>
<details><summary>Vragen</summary><ul>${[...BASE_FACTS]
      .filter(([, fact]) => fact.tier === 'medical')
      .map(([fact, { question }]) => `<li><code>${esc(fact)}</code>: ${esc(question.nl)}</li>`)
      .join('')}</ul></details>`,
  )

const SAME = { same: 'klopt', cannot: 'niet na te gaan' }
const verdict = (verified) =>
  verified === undefined
    ? ''
    : (SAME[verified.outcome] ?? `wijkt af: ${verified.at.map((at) => at.join('.')).join(', ')}`)
const whatOf = (record) =>
  record.kind === 'decision'
    ? `advies: ${record.next.kind} ${record.next.service ?? ''} ${record.next.by ?? ''}`
    : `besluit: ${record.outcome} ${record.services.join(', ')} ${record.reason ?? ''}`

const options = (values) => values.map((value) => `<option>${esc(value)}</option>`).join('')

/** What was advised and decided, and whether it still comes out so. */
export const recordPage = (id, records) =>
  page(
    `Dossier ${id}: wat is geadviseerd en besloten`,
    `<table><tr><th>wanneer</th><th>wat</th><th>opnieuw gedraaid</th></tr>
${records
  .map(
    ({ record, verified }) =>
      `<tr><td>${esc(record.recordedAt ?? record.decidedAt)}</td><td>${esc(whatOf(record))}</td><td>${esc(verdict(verified))}</td></tr>`,
  )
  .join('\n')}</table>
<h2>Besluit</h2>
<form method="post" action="/cases/${esc(id)}/decision">
<label>Uitkomst <select name="outcome">${options(['accepted', 'partly', 'overridden', 'deferred'])}</select></label>
<label>Dienst <select name="service"><option></option>${options(shippedRuleSet().services.map((one) => one.id))}</select></label>
<label>Reden <select name="reason"><option></option>${options(OVERRIDE_REASONS)}</select></label>
<button>Leg vast</button></form>`,
  )

/** Every issue of a refused call, in the words of the library. */
export const problemPage = (issues) =>
  page(
    'Dit kan niet',
    `<ul>${issues.map(({ path, message }) => `<li><code>${esc(path.join('.'))}</code> ${esc(message)}</li>`).join('')}</ul>
<p><a href="/">terug</a></p>`,
  )
