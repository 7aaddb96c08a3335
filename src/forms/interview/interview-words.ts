import { peopleDate } from '../../core/calendar/day'
import type { Locale } from '../../core/snapshot/fact'
import type { DoneReason, KnownFact } from './interview'

/** What an interview says that the advice does not. Days arrive as `YYYY-MM-DD`; `role` as a name with its article. */
interface InterviewWords {
  readonly yes: string
  readonly no: string
  readonly none: string
  readonly knownFact: (fact: KnownFact) => string
  readonly together: string
  readonly momentOver: string
  readonly noMoment: string
  readonly delivered: (from: string) => string
  readonly answered: string
  readonly noRule: string
  readonly physicianOnly: string
  readonly settled: string
  readonly decidesStep: string
  readonly completesFile: string
  readonly request: (role: string, count: number) => string
  readonly done: Readonly<Record<DoneReason, string>>
  readonly wrongRole: (role: string, roles: readonly string[]) => string
  readonly unreadable: (role: string) => string
  readonly physiciansWord: string
}

const DUTCH: InterviewWords = {
  yes: 'ja',
  no: 'nee',
  none: 'geen',
  knownFact: ({ label, answer }) =>
    label.endsWith('?') ? `${label} ${sentence(answer)}` : sentence(`${label}: ${answer}`),
  together: 'De bekende antwoorden samen sluiten dit uit.',
  momentOver: 'Het moment hiervoor is voorbij.',
  noMoment: 'De dag waarvan dit moment uitgaat, is er niet.',
  delivered: (from) => `Kort geleden al geleverd. Vanaf ${peopleDate(from, 'nl')} kan het weer worden geadviseerd.`,
  answered: 'Al gedaan: de vraag is beantwoord.',
  noRule: 'Geen enkele regel adviseert deze dienst.',
  physicianOnly: 'Of dit nodig is, beoordeelt de bedrijfsarts. Wat die wil laten oppakken, geeft de bedrijfsarts vrij.',
  settled: 'De stap staat vast. Wat hierna komt, maakt het dossier compleet.',
  decidesStep: 'Dit kan de stap nog veranderen.',
  completesFile: 'Dit maakt het dossier compleet.',
  request: (role, count) =>
    `Vraag ${role} om de eigen vragen te beantwoorden: ${count === 1 ? 'één antwoord kan' : `${count} antwoorden kunnen`} dit advies nog veranderen.`,
  done: {
    'nothing-open': 'Geen enkel antwoord kan dit advies nog veranderen.',
    'only-unknown': 'Alles wat dit advies nog kan veranderen is gevraagd, en is niet bekend.',
    'only-other-roles': 'Er is hier niets meer te vragen. Wat dit advies nog kan veranderen, is aan anderen.',
  },
  wrongRole: (role, roles) => `dit antwoord is niet aan ${role}: laat het weg en vraag ${or(roles, 'of')}`,
  unreadable: (role) => `dit antwoord mag ${role} niet lezen: laat het weg, ook waar het niet is veranderd`,
  physiciansWord: 'de bedrijfsarts heeft dit beantwoord, en dat gaat voor: laat het weg, of vraag de bedrijfsarts',
}

const ENGLISH: InterviewWords = {
  yes: 'yes',
  no: 'no',
  none: 'none',
  knownFact: ({ label, answer }) =>
    label.endsWith('?') ? `${label} ${sentence(answer)}` : sentence(`${label}: ${answer}`),
  together: 'The known answers together rule this out.',
  momentOver: 'The moment for this is over.',
  noMoment: 'The day that this moment counts from does not exist.',
  delivered: (from) => `Delivered recently. From ${peopleDate(from, 'en')} it can be advised again.`,
  answered: 'Done already: its question was answered.',
  noRule: 'No rule advises this service.',
  physicianOnly:
    'Whether this is needed is for the occupational physician to judge. What the physician wants acted on, the physician releases.',
  settled: 'The step is settled. What follows completes the file.',
  decidesStep: 'This can still change the step.',
  completesFile: 'This completes the file.',
  request: (role, count) =>
    `Ask ${role} to answer the questions put to them: ${count === 1 ? 'one answer' : `${count} answers`} can still change this advice.`,
  done: {
    'nothing-open': 'No answer can change this advice any more.',
    'only-unknown': 'Everything that can still change this advice was asked, and is not known.',
    'only-other-roles': 'There is nothing left to ask here. What can still change this advice is for others to answer.',
  },
  wrongRole: (role, roles) => `this answer is not for ${role} to give: leave it out and ask ${or(roles, 'or')}`,
  unreadable: (role) => `this answer is not for ${role} to read: leave it out, also where it was not changed`,
  physiciansWord: 'the occupational physician answered this, and that goes first: leave it out, or ask the physician',
}

export const INTERVIEW_WORDS: Readonly<Record<Locale, InterviewWords>> = { nl: DUTCH, en: ENGLISH }

/** A capital first and a full stop last. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const or = (items: readonly string[], word: string): string =>
  [...(items.length > 1 ? [items.slice(0, -1).join(', ')] : []), ...items.slice(-1)].join(` ${word} `)
