import type { FactType, Locale } from '../../core/snapshot/fact'
import type { ServiceState } from '../../core/snapshot/vocabulary/process'

/** What a question is answered with instead of an answer. */
export type Special = 'unknown' | 'unknown:not-applicable' | 'unknown:refused' | 'skip' | 'back' | 'stop'

/** What the questionnaire says that the questions and the advice do not. */
export interface AskWords {
  readonly noTerminal: string
  readonly asOf: string
  readonly notADay: string
  readonly notANumber: (least: number, most: number) => string
  readonly special: Readonly<Record<Special, string>>
  readonly enter: Readonly<Record<Exclude<FactType, 'boolean' | 'choice'>, string>>
  readonly nothing: Readonly<Partial<Record<FactType, string>>>
  readonly chosen: string
  readonly documentDay: string
  readonly firstDay: string
  readonly recoveredOn: string
  readonly from: string
  readonly until: string
  readonly service: string
  readonly state: string
  readonly states: Readonly<Record<ServiceState, string>>
  readonly serviceOn: string
  readonly declinedUntil: string
  readonly adviseBy: string
  readonly endOfList: string
  readonly emptyToStop: string
  readonly keys: string
  readonly manyKeys: string
  readonly keptIn: (file: string) => string
  readonly notKept: string
  readonly unwritable: string
  readonly notAccepted: string
  readonly progress: (answered: number, open: number) => string
  readonly certain: string
  readonly possible: (count: number) => string
  readonly nothingYet: string
  readonly by: (day: string) => string
  readonly skippedLeft: (count: number) => string
  readonly stopped: string
}

const DUTCH: AskWords = {
  noTerminal: 'de vragenlijst heeft een terminal nodig, zonder pijp: start de opdracht in een terminal',
  asOf: 'Op welke dag wordt de casus bekeken? (JJJJ-MM-DD)',
  notADay: 'Vul een dag in als JJJJ-MM-DD.',
  notANumber: (least, most) => `Vul een getal in van ${least} tot en met ${most}.`,
  special: {
    unknown: 'Weet ik niet',
    'unknown:not-applicable': 'Niet van toepassing',
    'unknown:refused': 'Liever niet beantwoorden',
    skip: 'Overslaan, nu niet',
    back: 'Terug naar de vorige vraag',
    stop: 'Stoppen, later verder',
  },
  enter: {
    number: 'Een getal invullen',
    date: 'Een dag invullen',
    choices: 'Kiezen uit de lijst',
    document: 'Een document invullen',
    spells: 'Ziekmeldingen invullen',
    leaves: 'Verlof invullen',
    services: 'Diensten invullen',
    raised: 'Eerder advies invullen',
    advises: 'Diensten vrijgeven',
  },
  nothing: {
    choices: 'Geen van deze',
    spells: 'Er zijn geen ziekmeldingen',
    leaves: 'Er was geen verlof',
    services: 'Er is nog niets geleverd of aangevraagd',
    advises: 'Niets vrijgeven',
  },
  chosen: 'Welke?',
  documentDay: 'Van welke dag is het? (JJJJ-MM-DD)',
  firstDay: 'Eerste ziektedag (JJJJ-MM-DD)',
  recoveredOn: 'Eerste hersteldag (JJJJ-MM-DD, leeg als het verzuim nog duurt)',
  from: 'Eerste verlofdag (JJJJ-MM-DD)',
  until: 'Laatste verlofdag (JJJJ-MM-DD)',
  service: 'Welke dienst?',
  state: 'Hoe staat die ervoor?',
  states: { delivered: 'Geleverd', requested: 'Aangevraagd', planned: 'Gepland', declined: 'Afgewezen' },
  serviceOn: 'Op welke dag? (JJJJ-MM-DD)',
  declinedUntil: 'Tot welke dag afgewezen? (JJJJ-MM-DD, leeg als dat niet is afgesproken)',
  adviseBy: 'Uiterlijk op welke dag? (JJJJ-MM-DD, leeg als dat niet uitmaakt)',
  endOfList: 'Dit was alles',
  emptyToStop: 'leeg: dit was alles',
  keys: '↑↓ kiezen · typen om te zoeken · enter bevestigen',
  manyKeys: '↑↓ kiezen · spatie aankruisen · enter bevestigen',
  keptIn: (file) => `Elk antwoord wordt bewaard in ${file}.`,
  notKept: 'De antwoorden worden niet bewaard: geef een bestand om later verder te gaan.',
  unwritable: 'hierin kan niet worden geschreven ({code}): kies een ander bestand',
  notAccepted: 'Dit antwoord kan zo niet:',
  progress: (answered, open) => `${answered} beantwoord, ${open} te gaan`,
  certain: 'Zeker',
  possible: (count) => (count === 1 ? 'nog één mogelijk' : `nog ${count} mogelijk`),
  nothingYet: 'nog niets zeker',
  by: (day) => `uiterlijk ${day}`,
  skippedLeft: (count) =>
    count === 1 ? 'Er is één vraag overgeslagen die nog telt.' : `Er zijn ${count} vragen overgeslagen die nog tellen.`,
  stopped: 'Gestopt.',
}

const ENGLISH: AskWords = {
  noTerminal: 'the questionnaire needs a terminal, without a pipe: start the command in a terminal',
  asOf: 'On which day is the case looked at? (YYYY-MM-DD)',
  notADay: 'Give a day as YYYY-MM-DD.',
  notANumber: (least, most) => `Give a number from ${least} to ${most}.`,
  special: {
    unknown: 'I do not know',
    'unknown:not-applicable': 'Not applicable',
    'unknown:refused': 'Rather not answer',
    skip: 'Skip, not now',
    back: 'Back to the question before',
    stop: 'Stop, go on later',
  },
  enter: {
    number: 'Give a number',
    date: 'Give a day',
    choices: 'Choose from the list',
    document: 'Give a document',
    spells: 'Give reports of illness',
    leaves: 'Give leave',
    services: 'Give services',
    raised: 'Give earlier advice',
    advises: 'Release services',
  },
  nothing: {
    choices: 'None of these',
    spells: 'There are no reports of illness',
    leaves: 'There was no leave',
    services: 'Nothing was delivered or requested yet',
    advises: 'Release nothing',
  },
  chosen: 'Which?',
  documentDay: 'Of which day is it? (YYYY-MM-DD)',
  firstDay: 'First day of illness (YYYY-MM-DD)',
  recoveredOn: 'First day fit again (YYYY-MM-DD, empty while the absence lasts)',
  from: 'First day of leave (YYYY-MM-DD)',
  until: 'Last day of leave (YYYY-MM-DD)',
  service: 'Which service?',
  state: 'How does it stand?',
  states: { delivered: 'Delivered', requested: 'Requested', planned: 'Planned', declined: 'Declined' },
  serviceOn: 'On which day? (YYYY-MM-DD)',
  declinedUntil: 'Declined until which day? (YYYY-MM-DD, empty if that was not agreed)',
  adviseBy: 'By which day at the latest? (YYYY-MM-DD, empty if it does not matter)',
  endOfList: 'That was all',
  emptyToStop: 'empty: that was all',
  keys: '↑↓ choose · type to search · enter to confirm',
  manyKeys: '↑↓ choose · space to tick · enter to confirm',
  keptIn: (file) => `Every answer is kept in ${file}.`,
  notKept: 'The answers are not kept: give a file to go on later.',
  unwritable: 'this cannot be written ({code}): choose another file',
  notAccepted: 'This answer cannot be used as it is:',
  progress: (answered, open) => `${answered} answered, ${open} to go`,
  certain: 'Certain',
  possible: (count) => (count === 1 ? 'one more possible' : `${count} more possible`),
  nothingYet: 'nothing certain yet',
  by: (day) => `by ${day}`,
  skippedLeft: (count) =>
    count === 1 ? 'One question that still matters was skipped.' : `${count} questions that still matter were skipped.`,
  stopped: 'Stopped.',
}

export const ASK_WORDS: Readonly<Record<Locale, AskWords>> = { nl: DUTCH, en: ENGLISH }
