import { ISSUE_CODES } from '../../core/issue/issue-codes'
import type { Locale, Text } from '../../core/snapshot/fact'
import { FINDING_CODES, type FindingCode, type Level } from '../check/finding-codes'
import { type Example, FINDING_EXAMPLES } from '../check/finding-examples'
import { FINDING_PAGES } from '../check/finding-page-texts'
import { hiddenIn } from '../check/hidden-characters'
import { bullets, code, link, markdownPage, plain, table } from './writer'

const FOLDER = 'findings'
const LEVELS: Readonly<Record<Level, Text>> = {
  error: { nl: 'fout', en: 'error' },
  warning: { nl: 'waarschuwing', en: 'warning' },
}
const WORDS = {
  title: { nl: 'Meldingen van de controle', en: 'Findings of the check' },
  intro: {
    nl: 'Wat `verwijswijzer check` kan vinden in een regelset, met bij elke melding een voorbeeld. Wat over de betekenis wordt gezegd, is exact: het geldt voor elk geval dat een casus kan beschrijven, onder de standaardwaarden van het beleid, en een voorbeeldgeval laat het zien. Een melding die zo bedoeld is, wordt in het bestand zelf aanvaard, met een reden.',
    en: 'What `verwijswijzer check` can find in a rule set, each with an example. What is said of the meaning is exact: it holds for every case that a snapshot can describe, under the defaults of the policy, and an example case shows it. A finding that is meant to be is accepted in the file itself, with a reason.',
  },
  limits: { nl: 'Grenzen', en: 'Limits' },
  howFar: {
    nl: 'Weken en maanden worden nagerekend op de dagen van vier jaar die van elkaar verschillen; vensters worden dag voor dag vergeleken tot drie en een half jaar terug en twee jaar vooruit; twee vensters die van twee verschillende dagen afhangen, op de uiteinden van elk stuk waarin ze niet omslaan. Beleidswaarden worden een voor een op hun uitersten gezet.',
    en: 'Weeks and months are checked on the days of four years that differ from each other; windows are compared day by day as far as three and a half years back and two years ahead; two windows that count from two different days, at the ends of each stretch in which they do not turn. Policy values are set to their ends one at a time.',
  },
  accepting: { nl: 'Aanvaarden', en: 'Accepting' },
  howToAccept: {
    nl: 'Op een regel, een checklist of een beleidswaarde. Wat aanvaard is en niet meer wordt gevonden, is zelf een melding.',
    en: 'On a rule, a checklist or a policy parameter. What is accepted and found no more, is a finding itself.',
  },
  linter: { nl: 'Wat de controle vindt', en: 'What the linter finds' },
  loader: { nl: 'Wat het laden tegenhoudt', en: 'What stops a rule set from loading' },
  loaderIntro: {
    nl: 'Deze codes komen van het laden zelf; er is geen uitzondering op te maken. De uitleg is in het Engels, zoals de meldingen.',
    en: 'These codes come from loading itself; they cannot be accepted. They are explained in English, as the messages are.',
  },
  bad: { nl: 'Zo niet', en: 'Bad' },
  good: { nl: 'Zo wel', en: 'Good' },
  why: { nl: 'Waarom', en: 'Why' },
  leaveOut: { nl: 'Laat het weg.', en: 'Leave it out.' },
} as const satisfies Readonly<Record<string, Text>>

/** A page for each finding of the linter, and one that lists them; by file name, in a folder of their own. */
export function renderFindingPages(locale: Locale): ReadonlyMap<string, string> {
  const codes = Object.keys(FINDING_CODES) as FindingCode[]
  return new Map([
    [`${FOLDER}/README.md`, index(codes, locale)],
    ...codes.map((finding) => [`${FOLDER}/${finding}.md`, page(finding, locale)] as const),
  ])
}

function index(codes: readonly FindingCode[], locale: Locale): string {
  const faults = Object.entries(ISSUE_CODES).slice(Object.keys(ISSUE_CODES).indexOf('missing-file'))
  return markdownPage(WORDS.title[locale], [
    WORDS.intro[locale],
    `## ${WORDS.linter[locale]}`,
    bullets(
      codes.map((finding) => `${link(code(finding), `${finding}.md`)}: ${plain(FINDING_PAGES[finding].title[locale])}`),
    ),
    `## ${WORDS.limits[locale]}`,
    WORDS.howFar[locale],
    `## ${WORDS.accepting[locale]}`,
    WORDS.howToAccept[locale],
    json({ accepted: [{ finding: 'rule-subsumed', reason: 'It adds a second reason to the advice.' }] }),
    `## ${WORDS.loader[locale]}`,
    WORDS.loaderIntro[locale],
    table(
      ['Code', ''],
      faults.map(([name, meaning]) => [code(name), plain(meaning)]),
    ),
  ])
}

function page(finding: FindingCode, locale: Locale): string {
  const { title, what, why } = FINDING_PAGES[finding]
  const { bad, good } = FINDING_EXAMPLES[finding]
  return markdownPage(code(finding), [
    `${plain(title[locale])} (${LEVELS[FINDING_CODES[finding]][locale]}).`,
    what[locale],
    `## ${WORDS.why[locale]}`,
    why[locale],
    `## ${WORDS.bad[locale]}`,
    ...values(bad),
    `## ${WORDS.good[locale]}`,
    ...(good.length === 0 ? [WORDS.leaveOut[locale]] : values(good)),
  ])
}

const values = (example: Example['bad']): readonly string[] =>
  example.flatMap(({ file, rule, service, path, value }) => [
    `${[file, rule, service, `/${path.join('/')}`].flatMap((name) => (name === undefined ? [] : code(name))).join(' ')}:`,
    json(value),
  ])

/** What nobody would see is written as JSON can write it. */
function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  const seen = [...text].map((character) =>
    character !== '\n' && hiddenIn(character).length > 0
      ? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
      : character,
  )
  return `\`\`\`json\n${seen.join('')}\n\`\`\``
}
