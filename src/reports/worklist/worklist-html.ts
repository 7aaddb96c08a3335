import { sha256 } from '@noble/hashes/sha2'
import { utf8ToBytes } from '@noble/hashes/utils'
import { content, element } from '../picture/svg'
import { URGENCIES, type Worklist, type WorklistRow } from './worklist'
import { WORKLIST_WORDS, type WorklistWords } from './worklist-words'

/**
 * One page to open in the morning: filter, sort, print, and go through it with the keyboard. It asks nothing of a
 * network and stores nothing; its policy allows its own script alone, by its digest. Without scripts the list is all there.
 */
export function worklistHtml({ rows, summary, locale }: Worklist): string {
  const words = WORKLIST_WORDS[locale]
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${base64(sha256(utf8ToBytes(SCRIPT)))}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    element('title', {}, content(words.title)),
    element('style', {}, STYLE),
  ].join('')
  const body = [
    element('h1', {}, content(words.title)),
    element('p', {}, content(words.cases(summary.cases, summary.changed))),
    controls(words),
    table(rows, words),
    ...(rows.length === 0 ? [element('p', {}, content(words.noRows))] : []),
    weekTable(rows, summary.byWeek, words),
    element('p', {}, element('strong', {}, content(words.personDecides))),
    element('script', {}, SCRIPT),
  ].join('\n')
  return `<!doctype html>\n<html lang="${locale}"><head>${head}</head>\n<body>${body}</body></html>\n`
}

const controls = (words: WorklistWords): string =>
  element(
    'form',
    { id: 'controls', role: 'search' },
    element('label', {}, content(words.filter), ' ', '<input id="text" type="search" autocomplete="off">'),
    element(
      'label',
      {},
      content(words.columns.urgency),
      ' ',
      element(
        'select',
        { id: 'urgency' },
        element('option', { value: '' }, content(words.all)),
        ...URGENCIES.map((urgency) => element('option', { value: urgency }, content(words.urgency[urgency]))),
      ),
    ),
    element('label', {}, '<input id="changed" type="checkbox">', ' ', content(words.onlyChanged)),
    element('output', { id: 'count', 'aria-live': 'polite', 'data-word': words.shown }, ''),
    element('p', { class: 'keys' }, content(words.keys)),
  )

function table(rows: readonly WorklistRow[], words: WorklistWords): string {
  const { columns } = words
  const heads = [columns.case, columns.urgency, columns.step, columns.by, columns.changed]
  const head = heads.map((name, index) =>
    element('th', { scope: 'col' }, element('button', { type: 'button', 'data-column': index }, content(name))),
  )
  return element(
    'table',
    { id: 'list' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, rows.map((row) => rowHtml(row, words)).join('\n')),
  )
}

function rowHtml(row: WorklistRow, words: WorklistWords): string {
  const { urgency, caseId, line, text, by, changed } = row
  const order = URGENCIES.indexOf(urgency)
  return element(
    'tr',
    { tabindex: '-1', 'data-urgency': urgency, 'data-changed': changed.length > 0 ? 'yes' : 'no' },
    element('th', { scope: 'row' }, content(caseId ?? (line === undefined ? '' : words.line(line)))),
    element('td', { class: urgency, 'data-key': order }, content(words.urgency[urgency])),
    element('td', {}, content(text)),
    element('td', {}, content(by ?? '')),
    element('td', {}, changed.map(content).join('<br>')),
  )
}

function weekTable(rows: readonly WorklistRow[], weeks: Worklist['summary']['byWeek'], words: WorklistWords): string {
  if (weeks.length === 0) return ''
  const titles = new Map(rows.flatMap(({ service, title }) => (service && title ? [[service, title] as const] : [])))
  const services = [...new Set(weeks.flatMap((week) => Object.keys(week.services)))].sort()
  return element(
    'section',
    {},
    element('h2', {}, content(words.byWeek)),
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          element('th', { scope: 'col' }, content(words.week)),
          ...services.map((service) => element('th', { scope: 'col' }, content(titles.get(service) ?? service))),
        ),
      ),
      element(
        'tbody',
        {},
        ...weeks.map((week) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, content(week.week)),
            ...services.map((service) => element('td', {}, content(String(week.services[service] ?? '')))),
          ),
        ),
      ),
    ),
  )
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = a * 65_536 + b * 256 + c
    const left = bytes.length - at
    for (let place = 0; place < 4; place += 1)
      text += place <= left ? ALPHABET[Math.floor(bits / 64 ** (3 - place)) % 64] : '='
  }
  return text
}

const STYLE = `
:root{color-scheme:light dark}
body{font:1rem/1.45 system-ui,Arial,sans-serif;margin:1.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8888}
thead button{font:inherit;font-weight:bold;background:none;border:0;padding:0;color:inherit;cursor:pointer}
th[aria-sort=ascending] button::after{content:" \\25B2"}th[aria-sort=descending] button::after{content:" \\25BC"}
td.overdue{font-weight:bold;text-decoration:underline}td.due{font-weight:bold}
tbody tr:focus{outline:2px solid;outline-offset:-2px}
form{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline}.keys{flex-basis:100%;margin:0;font-size:.875rem}
@media print{form{display:none}tr{break-inside:avoid}body{margin:0;font-size:9.5pt}}
`

/** Plain, and the same for every list: its digest is in the policy of the page. */
const SCRIPT = `
(function(){
var form=document.getElementById('controls'),body=document.querySelector('#list tbody');
var text=document.getElementById('text'),urgency=document.getElementById('urgency'),changed=document.getElementById('changed'),count=document.getElementById('count');
function rows(){return Array.prototype.slice.call(body.rows)}
function show(){
var word=text.value.trim().toLowerCase(),shown=0;
rows().forEach(function(row){
var hidden=(word&&row.textContent.toLowerCase().indexOf(word)<0)||(urgency.value&&row.dataset.urgency!==urgency.value)||(changed.checked&&row.dataset.changed!=='yes');
row.hidden=Boolean(hidden);if(!hidden)shown+=1});
count.textContent=shown+' '+count.dataset.word}
function sort(button){
var head=button.parentNode,up=head.getAttribute('aria-sort')!=='ascending',at=Number(button.dataset.column);
document.querySelectorAll('#list thead th').forEach(function(other){other.removeAttribute('aria-sort')});
head.setAttribute('aria-sort',up?'ascending':'descending');
function key(row){var cell=row.cells[at];return cell.dataset.key||cell.textContent||'\\uffff'}
rows().map(function(row,place){return{row:row,key:key(row),place:place}}).sort(function(a,b){
return (a.key<b.key?-1:a.key>b.key?1:0)*(up?1:-1)||a.place-b.place}).forEach(function(one){body.appendChild(one.row)})}
form.addEventListener('submit',function(event){event.preventDefault()});
form.addEventListener('input',show);
document.querySelectorAll('#list thead button').forEach(function(button){button.addEventListener('click',function(){sort(button)})});
document.addEventListener('keydown',function(event){
var typing=event.target===text||event.target===urgency;
if(event.key==='Escape'){form.reset();show();return}
if(event.key==='/'&&!typing){event.preventDefault();text.focus();return}
if((event.key==='ArrowDown'||event.key==='ArrowUp')&&event.target!==urgency){
var all=rows().filter(function(row){return !row.hidden}),at=all.indexOf(document.activeElement),to=event.key==='ArrowDown'?at+1:at-1;
if(all[to]){event.preventDefault();all[to].focus()}}});
show()})();
`
