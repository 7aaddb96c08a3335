import { content, element } from '../picture/svg'
import type { Entry, Line, Part, Sheet } from './sheet'

/**
 * A page to read, to print and to send: one file without a script, a font or an address, on one sheet of paper where it
 * is brief. Escaped throughout, and its policy allows nothing but its own styles.
 */
export function sheetHtml(sheet: Sheet): string {
  const { locale, headline, stand, lead, steps, parts, audience, more, personDecides } = sheet
  const head = element(
    'head',
    {},
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    element('title', {}, content(`${headline}, ${stand}`)),
    element('style', {}, STYLE),
  )
  const body = element(
    'body',
    {},
    element(
      'header',
      {},
      element('h1', {}, content(headline)),
      element('p', { class: 'stand' }, content(stand)),
      ...(lead === undefined ? [] : [element('p', { class: 'lead' }, content(lead))]),
    ),
    element(
      'main',
      {},
      ...(steps.length === 0
        ? []
        : [element('ol', { class: 'steps' }, ...steps.map((entry) => element('li', {}, entryHtml(entry, 'h2'))))]),
      ...parts.map(partHtml),
    ),
    element(
      'footer',
      {},
      element('p', {}, content(audience)),
      element('p', {}, content(more)),
      element('p', {}, element('strong', {}, content(personDecides))),
    ),
  )
  return `<!doctype html>\n${element('html', { lang: locale }, head, body)}\n`
}

function partHtml({ heading, entries, layout }: Part): string {
  const items =
    layout === 'section'
      ? entries.map((entry) => element('div', { class: 'entry' }, entryHtml(entry, 'h3')))
      : [element('ul', {}, ...entries.map((entry) => element('li', {}, briefHtml(entry))))]
  return element('section', {}, element('h2', {}, content(heading)), ...items)
}

function entryHtml({ title, when, late, lines }: Entry, heading: 'h2' | 'h3'): string {
  const plain = heading === 'h3' && lines.length === 0
  return [element(plain ? 'p' : heading, {}, content(title), ...whenHtml(when, late)), ...lines.map(lineHtml)].join('')
}

const briefHtml = ({ title, when, late, lines }: Entry): string =>
  [
    content(title),
    ...whenHtml(when, late),
    ...lines.map(({ text }) => ` ${element('span', { class: 'quiet' }, content(text))}`),
  ].join('')

const whenHtml = (when: string | undefined, late: boolean | undefined): readonly string[] =>
  when === undefined ? [] : [' ', element('span', { class: late ? 'when late' : 'when' }, content(when))]

const lineHtml = ({ label, text, quiet }: Line): string =>
  element(
    'p',
    { class: quiet ? 'quiet' : undefined },
    ...(label === undefined ? [] : [element('b', {}, content(`${label}:`)), ' ']),
    content(text),
  )

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.5 Georgia,"Times New Roman",serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.2rem 0 .3rem}h3{font-size:1rem;margin:.9rem 0 .2rem}
p{margin:.2rem 0}.stand{margin-bottom:1rem}.when{font-weight:normal}.when::before{content:"\\2014\\00a0"}
.late{font-weight:bold;text-decoration:underline}.quiet{font-size:.875rem}ul,ol{padding-left:1.4rem;margin:.3rem 0}
footer{border-top:1px solid;margin-top:1.5rem;padding-top:.5rem;font-size:.875rem}.entry{break-inside:avoid}
@media print{body{font-size:10.5pt;margin:0;max-width:none}h2,h3{break-after:avoid}@page{margin:2cm}}
`
