import type { FactType, Locale } from '../../core/snapshot/fact'
import type { ServiceState } from '../../core/snapshot/vocabulary/process'

/** What a question is answered with instead of an answer. */
export type Special = 'unknown' | 'unknown:not-applicable' | 'unknown:refused' | 'skip' | 'back' | 'stop'

/** What opens the choice between the words for no answer, and what stands first so that Enter alone answers nothing. */
export type Opening = 'no-answer' | 'choose'

/** What the questionnaire says that the questions and the advice do not. */
export interface AskWords {
  readonly noTerminal: string
  readonly asOf: string
  readonly notADay: string
  readonly notANumber: (least: number, most: number) => string
  readonly special: Readonly<Record<Special | Opening, string>>
  readonly units: Readonly<Record<string, string>>
  readonly screen: (title: string, why: string) => string
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
  readonly releasable: string
  readonly releaseThis: string
  readonly keepToMyself: string
  readonly letEmployerKnow: string
  readonly employerReads: (before: string, after: string) => string
  readonly sameForEmployer: (text: string) => string
}

const DUTCH: AskWords = {
  noTerminal: 'de vragenlijst heeft een terminal nodig, zonder pijp: start de opdracht in een terminal',
  asOf: 'Op welke dag wordt de casus bekeken?',
  notADay: 'Vul een dag in, zoals 28-9-2026, 28 sept of vandaag.',
  notANumber: (least, most) => `Vul een getal in van ${least} tot en met ${most}.`,
  special: {
    choose: 'Kies een antwoord',
    'no-answer': 'Geen antwoord (weet ik niet, niet van toepassing, liever niet)',
    unknown: 'Weet ik niet',
    'unknown:not-applicable': 'Niet van toepassing',
    'unknown:refused': 'Liever niet beantwoorden',
    skip: 'Overslaan, nu niet',
    back: 'Terug naar de vorige vraag',
    stop: 'Stoppen, later verder',
  },
  units: { 'percent of contract hours': 'procent van de contracturen' },
  screen: (title, why) => `${title}. ${why}`,
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
  documentDay: 'Van welke dag is het?',
  firstDay: 'Eerste ziektedag',
  recoveredOn: 'Eerste hersteldag (leeg als het verzuim nog duurt)',
  from: 'Eerste verlofdag',
  until: 'Laatste verlofdag',
  service: 'Welke dienst?',
  state: 'Hoe staat die ervoor?',
  states: { delivered: 'Geleverd', requested: 'Aangevraagd', planned: 'Gepland', declined: 'Afgewezen' },
  serviceOn: 'Op welke dag?',
  declinedUntil: 'Tot welke dag afgewezen? (leeg als dat niet is afgesproken)',
  adviseBy: 'Uiterlijk op welke dag? (leeg als dat niet uitmaakt)',
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
  releasable:
    'De werkgever weet hier niets van. Wat die moet weten om te handelen, kunt u hieronder per onderdeel vrijgeven: de dienst of de dag, en nooit de reden. Niets wordt vanzelf vrijgegeven.',
  releaseThis: 'Dit vrijgeven aan de werkgever?',
  keepToMyself: 'Nee, niet vrijgeven',
  letEmployerKnow: 'Ja, vrijgeven',
  employerReads: (before, after) => `De werkgever leest nu: "${before}" En daarna: "${after}"`,
  sameForEmployer: (text) => `De eerste stap van de werkgever blijft: "${text}"`,
}

const ENGLISH: AskWords = {
  noTerminal: 'the questionnaire needs a terminal, without a pipe: start the command in a terminal',
  asOf: 'On which day is the case looked at?',
  notADay: 'Give a day, such as 28-9-2026, 28 Sept or today.',
  notANumber: (least, most) => `Give a number from ${least} to ${most}.`,
  special: {
    choose: 'Choose an answer',
    'no-answer': 'No answer (I do not know, not applicable, rather not)',
    unknown: 'I do not know',
    'unknown:not-applicable': 'Not applicable',
    'unknown:refused': 'Rather not answer',
    skip: 'Skip, not now',
    back: 'Back to the question before',
    stop: 'Stop, go on later',
  },
  units: { 'percent of contract hours': 'percent of the contract hours' },
  screen: (title, why) => `${title}. ${why}`,
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
  documentDay: 'Of which day is it?',
  firstDay: 'First day of illness',
  recoveredOn: 'First day fit again (empty while the absence lasts)',
  from: 'First day of leave',
  until: 'Last day of leave',
  service: 'Which service?',
  state: 'How does it stand?',
  states: { delivered: 'Delivered', requested: 'Requested', planned: 'Planned', declined: 'Declined' },
  serviceOn: 'On which day?',
  declinedUntil: 'Declined until which day? (empty if that was not agreed)',
  adviseBy: 'By which day at the latest? (empty if it does not matter)',
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
  releasable:
    'The employer knows nothing of this. What they must know in order to act you can release below, item by item: the service or the day, and never the reason. Nothing is released by itself.',
  releaseThis: 'Release this to the employer?',
  keepToMyself: 'No, do not release it',
  letEmployerKnow: 'Yes, release it',
  employerReads: (before, after) => `The employer reads now: "${before}" And then: "${after}"`,
  sameForEmployer: (text) => `The first step of the employer stays: "${text}"`,
}

export const ASK_WORDS: Readonly<Record<Locale, AskWords>> = { nl: DUTCH, en: ENGLISH }
