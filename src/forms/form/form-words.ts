import { OWN } from '../../core/rules/fact-document'
import type { Text, UnknownWord } from '../../core/snapshot/fact'
import type { ServiceState } from '../../core/snapshot/vocabulary/process'

/** What a form says beside the questions of the vocabulary. */
export const FORM_WORDS = {
  title: { nl: 'Vragen voor verwijstriage', en: 'Questions for referral triage' },
  case: { nl: 'De casus', en: 'The case' },
  asOf: { nl: 'Op welke dag wordt de casus bekeken?', en: 'On which day is the case looked at?' },
  caseId: {
    nl: 'Onder welk pseudoniem is de casus bekend? Geen naam en geen burgerservicenummer.',
    en: 'Under which pseudonym is the case known? No name and no citizen service number.',
  },
  pseudonym: {
    nl: 'ten hoogste 64 letters, cijfers, - en _',
    en: 'at most 64 letters, digits, - and _',
  },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  none: { nl: 'geen', en: 'none' },
  day: { nl: 'een dag', en: 'a day' },
  number: { nl: 'een getal', en: 'a number' },
  list: { nl: 'een lijst', en: 'a list' },
  document: { nl: 'een document', en: 'a document' },
  /** The other answers to a question that asks for a day, a number or a list. */
  otherwise: { nl: 'of', en: 'or' },
  add: { nl: 'Toevoegen', en: 'Add' },
} as const satisfies Record<string, Text>

export const UNKNOWN_LABELS: Readonly<Record<UnknownWord, Text>> = {
  unknown: { nl: 'niet bekend', en: 'not known' },
  'unknown:not-applicable': { nl: 'niet van toepassing', en: 'not applicable' },
  'unknown:refused': { nl: 'liever geen antwoord', en: 'prefers not to answer' },
}

export const STATE_LABELS: Readonly<Record<ServiceState, Text>> = {
  delivered: { nl: 'geleverd', en: 'delivered' },
  requested: { nl: 'aangevraagd', en: 'requested' },
  planned: { nl: 'gepland', en: 'planned' },
  declined: { nl: 'afgewezen', en: 'declined' },
}

/** The parts of an item in a list, by their keys in the snapshot, or by type of list and key. */
export const COLUMN_TITLES: Readonly<Record<string, Text>> = {
  firstDay: { nl: 'Eerste ziektedag', en: 'First day of illness' },
  recoveredOn: { nl: 'Eerste hersteldag', en: 'First day fit again' },
  from: { nl: 'Eerste verlofdag', en: 'First day of leave' },
  until: { nl: 'Laatste verlofdag', en: 'Last day of leave' },
  service: { nl: 'Dienst', en: 'Service' },
  id: { nl: 'Wat', en: 'What' },
  state: { nl: 'Stand', en: 'State' },
  by: { nl: 'Uiterlijk', en: 'At the latest' },
  'services.until': { nl: 'Afgewezen tot', en: 'Declined until' },
  type: { nl: 'Soort', en: 'Type' },
  on: { nl: 'Dag', en: 'Day' },
}

/** The parts of a snapshot as a form names them. */
export const SECTION_TITLES: Readonly<Record<string, Text>> = {
  employment: { nl: 'Dienstverband en werkgever', en: 'Employment and employer' },
  absence: { nl: 'Verzuim', en: 'Absence' },
  taskLoad: { nl: 'Belasting van de functie', en: 'Demands of the job' },
  conflict: { nl: 'Conflict', en: 'Conflict' },
  returnToWork: { nl: 'Terugkeer naar werk', en: 'Return to work' },
  health: { nl: 'Oordeel van de bedrijfsarts', en: "The occupational physician's judgement" },
  causes: { nl: 'Oorzaken', en: 'Causes' },
  process: { nl: 'Wat er al is gedaan', en: 'What has been done so far' },
  physician: {
    nl: 'Advies van de bedrijfsarts aan de werkgever',
    en: "The occupational physician's advice to the employer",
  },
  signals: { nl: 'Signalen tijdens het werk', en: 'Signals at work' },
  [OWN]: { nl: 'Vragen van de organisatie', en: "The organisation's own questions" },
}
