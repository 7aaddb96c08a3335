import type { Words } from './words'

export const DUTCH: Words = {
  status: {
    'refer-now': { headline: 'Nu verwijzen', meaning: 'Vraag de eerste dienst hieronder nu aan.' },
    'plan-referral': {
      headline: 'Verwijzing inplannen',
      meaning: 'Er is een dienst nodig, maar nu aanvragen hoeft of kan nog niet.',
    },
    'more-information-needed': {
      headline: 'Eerst meer weten',
      meaning: 'Wat nu bekend is, is te weinig voor een verwijzing. Zoek eerst de open vragen uit.',
    },
    'no-referral': {
      headline: 'Geen verwijzing nodig',
      meaning: 'Op grond van wat nu bekend is, hoeft er geen dienst te worden aangevraagd.',
    },
  },
  assessedOn: (day) => `Stand van zaken op ${day}.`,
  openCount: (count) =>
    count === 0
      ? 'Geen enkele onbeantwoorde vraag kan dit advies nog veranderen.'
      : count === 1
        ? 'Het antwoord op één open vraag kan dit advies nog veranderen.'
        : `De antwoorden op ${count} open vragen kunnen dit advies nog veranderen.`,
  audience: {
    full: 'Volledige versie, kan medische gegevens bevatten: niet voor de werkgever.',
    employer: 'Versie voor de werkgever: zonder medische gegevens.',
  },
  headings: {
    certain: 'Aanvragen',
    possible: 'Mogelijk nodig, afhankelijk van de open vragen',
    notices: 'Let op',
    deadlines: 'Termijnen',
    questions: 'Nog te vragen',
    calendar: 'Verzuim',
    checklists: 'Checklists',
  },
  labels: {
    when: 'Wanneer',
    why: 'Waarom',
    perhapsWhy: 'Mogelijk omdat',
    unmet: 'Eerst regelen',
    unknown: 'Eerst nagaan',
    held: 'Aangehouden',
    perhapsHeld: 'Mogelijk wachten',
    waived: 'Vervalt mogelijk',
  },
  when: {
    planned: (from, by) => (from === by ? `Nog niet: op ${from}.` : `Nog niet: start tussen ${from} en ${by}.`),
    due: (by) => `Nu: start uiterlijk op ${by}.`,
    overdue: (by) => `Te laat: dit had uiterlijk op ${by} moeten starten. Start alsnog zo snel mogelijk.`,
    maybePlanned: (questions, from) =>
      `Nog niet. De termijn ligt niet vast; de vroegst mogelijke begint op ${from}. Dat hangt af van: ${questions}`,
    maybeDue: (questions, by, latest) =>
      `Nu: start uiterlijk op ${by}. Blijkt het minder dringend, dan uiterlijk op ${latest}. Dat hangt af van: ${questions}`,
    maybeOverdue: (questions) =>
      `Mogelijk al te laat. De termijn ligt niet vast; wacht niet langer. Dat hangt af van: ${questions}`,
    held: (from, by) => `Niet zolang dit is aangehouden. Termijn: van ${from} tot en met ${by}.`,
    maybeHeld: (questions) =>
      `Niet zolang dit is aangehouden. De termijn ligt niet vast. Dat hangt af van: ${questions}`,
    andMore: (count) => (count === 1 ? 'En nog één vraag.' : `En nog ${count} vragen.`),
  },
  basis: {
    statute: 'wet',
    official: 'overheid',
    practice: 'praktijk',
    product: 'eigen keuze van deze regels',
  },
  windowBasis: (basis) => `Grondslag: ${basis}.`,
  reviewOn: (day) => `Bekijk dit opnieuw op ${day}.`,
  ifSo: (text) => `Als dit blijkt te gelden: ${text}`,
  moreReasons: (count) => (count === 1 ? 'En nog één mogelijke reden.' : `En nog ${count} mogelijke redenen.`),
  noticeState: {
    applies: '',
    'may-apply': 'Mogelijk van toepassing',
    upcoming: 'komt nog',
    due: 'nu',
    passed: 'dag voorbij, niet bekend of het is gebeurd',
    'on-time': 'op tijd gedaan',
    late: 'te laat',
    'late-motivated': 'te laat, met opgave van redenen',
    'late-motivation-unknown': 'te laat, niet bekend of er redenen zijn opgegeven',
  },
  since: (day) => `kan vanaf ${day}`,
  role: {
    'case-manager': 'Aan de casemanager',
    employee: 'Aan de werknemer',
    'occupational-physician': 'Aan de bedrijfsarts',
    delegate: 'Aan wie onder verantwoordelijkheid van de bedrijfsarts werkt',
    'labour-expert': 'Aan de arbeidsdeskundige',
  },
  questionState: {
    'not-asked': '',
    unknown: '(eerder gevraagd, toen niet bekend)',
    'not-applicable': '(eerder gevraagd, toen niet van toepassing genoemd)',
    refused: '(eerder gevraagd, toen liever niet beantwoord)',
  },
  decides: (questions, services) => `${questions === 1 ? 'Bepaalt' : 'Bepalen'} mede: ${services}`,
  noCalendar: 'Er loopt geen verzuim, of de eerste verzuimdag is niet bekend.',
  calendar: (firstDay, completed, ordinal, months) =>
    `Effectieve eerste verzuimdag: ${firstDay}. Voltooide weken: ${completed}. Nu in de ${ordinal}e week.${
      months === undefined ? '' : ` Voltooide maanden: ${months}.`
    }`,
  otherwise: (question, calendar) => `Of anders, zolang dit niet vaststaat: ${question} ${calendar}`,
  outcome: { positive: 'positief', negative: 'negatief', open: 'nog open' },
  ruleSet: (id, version, digest) => `Regelset ${id} ${version} (${digest}).`,
  personDecides: 'Dit is een advies: een mens beslist.',
}
