import type { Status } from '../advice'
import type { Basis } from '../rules/parameter'
import type { Locale } from '../snapshot/fact'
import { inSentence, listed, sentences } from './prose'

/**
 * The sentences of an advice that no rule file holds. The same ones stand in the terminal, the web form, the letter and
 * the interface, so that nobody has to write them again.
 */
export interface Words {
  readonly status: Readonly<Record<Status, string>>
  readonly basis: Readonly<Record<Basis, string>>
  by(day: string): string
  from(from: string, by: string): string
  nowBy(day: string): string
  overdue(day: string): string
  soonerIf(day: string): string
  /** A more urgent window whose last day is over: that makes nothing overdue. */
  soonerNow: string
  /** It need not be earlier, and can be. */
  possibleNow: string
  possibleFrom(day: string): string
  /** Of what is certain while no reason by itself is. */
  eitherWay: string
  /** What to do: the instruction of the service, the last day, and the reason. */
  request(instruction: string, by: string, why: string): string
  requestLate(instruction: string, by: string, why: string): string
  plan(title: string, from: string, by: string, why: string): string
  arrange(firstStep: string, title: string): string
  followUp(state: 'requested' | 'planned', title: string, day: string): string
  wait(title: string, until: string, why: string): string
  underway(state: 'requested' | 'planned', title: string, day: string): string
  /** From the titles of the screens to begin with. */
  ask(screens: readonly string[]): string
  none: string
  /** Without an instruction of its own. */
  instruction(title: string): string
  couldChange(titles: readonly string[]): string
  /** A reason that is still open, from the questions that decide it. */
  dependsOn(questions: readonly string[]): string
  /** `question` is the rule's own. */
  holdThen(question: string, day: string): string
  perhapsHeld(questions: readonly string[], day: string): string
  perhapsWaived(questions: readonly string[]): string
  /** `length` is how long a delivery keeps a service quiet. */
  delivered(length: string): string
  meanwhile(title: string): string
  physicianAdvises: string
  physicianWaits(day: string): string
  declined(day: string): string
  cannotBeDeclined(title: string): string
  deliveredLately(title: string, day: string): string
  physicianKnowsMore: string
}

const NL: Words = {
  status: {
    'refer-now': 'Nu verwijzen',
    'plan-referral': 'Nu niets aan te vragen; later wel',
    'more-information-needed': 'Nog niet te zeggen: beantwoord eerst enkele vragen',
    'no-referral': 'Geen verwijzing nodig',
  },
  basis: {
    statute: 'Termijn uit de wet',
    official: 'Termijn van UWV of ministerie',
    practice: 'Termijn uit de praktijk en literatuur, geen wet',
    product: 'Termijn: onze richtlijn, geen wet',
  },
  by: (day) => `uiterlijk ${day}`,
  from: (from, by) => `vanaf ${from}, uiterlijk ${by}`,
  nowBy: (day) => `kan nu; uiterlijk ${day}`,
  overdue: (day) => `te laat: had uiterlijk ${day} moeten beginnen`,
  soonerNow: 'misschien nu al nodig',
  possibleNow: 'misschien kan het nu al',
  possibleFrom: (day) => `misschien kan het al vanaf ${day}`,
  eitherWay: 'Welk antwoord er ook komt op de open vragen, dit is nodig.',
  soonerIf: (day) => `misschien al eerder nodig, uiterlijk ${day}`,
  request: (instruction, by, why) => sentences(`${instruction}, uiterlijk ${by}.`, why),
  requestLate: (instruction, by, why) =>
    sentences(`${instruction}. Dat had uiterlijk ${by} moeten gebeuren: doe het alsnog zo snel mogelijk.`, why),
  plan: (title, from, by, why) =>
    sentences(`Nu niets aan te vragen. Gepland: ${inSentence(title)}, tussen ${from} en ${by}.`, why),
  arrange: (firstStep, title) => sentences(firstStep, `Daarna pas: ${inSentence(title)}.`),
  followUp: (state, title, day) =>
    state === 'requested'
      ? `Aangevraagd op ${day}: ${inSentence(title)}. Vraag na wat ervan geworden is.`
      : `Gepland voor ${day}: ${inSentence(title)}. Ga na of het is doorgegaan.`,
  wait: (title, until, why) => sentences(`${title}: wacht hiermee tot ${until}, en kijk dan opnieuw.`, why),
  underway: (state, title, day) =>
    state === 'requested'
      ? `Aangevraagd: ${inSentence(title)}. Wacht de uitkomst af; vraag op ${day} na hoe het staat.`
      : `Gepland voor ${day}: ${inSentence(title)}. Wacht dat af.`,
  ask: (screens) => `Er is nog niets zeker. Begin met de vragen over ${listed(screens.map(inSentence), 'nl')}.`,
  none: 'Nu is er geen arbeidsdeskundige nodig.',
  instruction: (title) => `Vraag aan: ${inSentence(title)}`,
  couldChange: (titles) => `Beslist mee over ${listed(titles.map(inSentence), 'nl')}.`,
  dependsOn: (questions) => sentences(...questions, 'Daarvan hangt af of dit nodig is.'),
  holdThen: (question, day) => `${question} Wacht dan tot ${day}.`,
  perhapsHeld: (questions, day) => sentences(...questions, `Daarvan hangt af of dit moet wachten, tot ${day}.`),
  perhapsWaived: (questions) => sentences(...questions, 'Daarvan hangt af of dit vervalt.'),
  delivered: (length) => `Niet nodig als dit in de afgelopen ${length} al is gedaan.`,
  meanwhile: (title) => `Dit kan alvast; ${inSentence(title)} wacht nog op wat eerst geregeld moet zijn.`,
  physicianAdvises: 'De bedrijfsarts adviseert dit.',
  physicianWaits: (day) => `De bedrijfsarts adviseert met verwijzen te wachten tot ${day}.`,
  declined: (day) => `Dit is afgewezen. Kijk op ${day} of dat nog zo is.`,
  cannotBeDeclined: (title) =>
    `${title} is afgewezen, maar rust op de wet of op regels van UWV. Afwijzen neemt die plicht niet weg.`,
  deliveredLately: (title, day) => `${title}: kort geleden al gedaan. Vanaf ${day} kan het opnieuw aan de orde zijn.`,
  physicianKnowsMore:
    'Dit advies rust op wat de werkgever mag weten. De bedrijfsarts kan meer weten; wat die wil laten oppakken, komt hier te staan als de bedrijfsarts het vrijgeeft.',
}

const EN: Words = {
  status: {
    'refer-now': 'Refer now',
    'plan-referral': 'Nothing to request now; later there is',
    'more-information-needed': 'Not to be said yet: answer some questions first',
    'no-referral': 'No referral needed',
  },
  basis: {
    statute: 'Term by law',
    official: 'Term of UWV or the ministry',
    practice: 'Term from practice and literature, not law',
    product: 'Term: our own guideline, not law',
  },
  by: (day) => `by ${day}`,
  from: (from, by) => `from ${from}, at latest ${by}`,
  nowBy: (day) => `possible now; at latest ${day}`,
  overdue: (day) => `late: should have started by ${day}`,
  soonerNow: 'may be needed already',
  possibleNow: 'may be possible already',
  possibleFrom: (day) => `may be possible from ${day}`,
  eitherWay: 'Whatever the answers to the open questions, this is needed.',
  soonerIf: (day) => `may be needed sooner, by ${day}`,
  request: (instruction, by, why) => sentences(`${instruction}, by ${by}.`, why),
  requestLate: (instruction, by, why) =>
    sentences(`${instruction}. That should have been by ${by}: do it as soon as possible.`, why),
  plan: (title, from, by, why) =>
    sentences(`Nothing to request now. Planned: ${inSentence(title)}, between ${from} and ${by}.`, why),
  arrange: (firstStep, title) => sentences(firstStep, `Only after that: ${inSentence(title)}.`),
  followUp: (state, title, day) =>
    state === 'requested'
      ? `Requested on ${day}: ${inSentence(title)}. Ask what became of it.`
      : `Planned for ${day}: ${inSentence(title)}. Find out whether it took place.`,
  wait: (title, until, why) => sentences(`${title}: wait with this until ${until}, and look again then.`, why),
  underway: (state, title, day) =>
    state === 'requested'
      ? `Requested: ${inSentence(title)}. Wait for what it brings; ask on ${day} how it stands.`
      : `Planned for ${day}: ${inSentence(title)}. Wait for that.`,
  ask: (screens) => `Nothing is certain yet. Begin with the questions about ${listed(screens.map(inSentence), 'en')}.`,
  none: 'No labour expert is needed now.',
  instruction: (title) => `Request: ${inSentence(title)}`,
  couldChange: (titles) => `Helps to decide on ${listed(titles.map(inSentence), 'en')}.`,
  dependsOn: (questions) => sentences(...questions, 'Whether this is needed depends on that.'),
  holdThen: (question, day) => `${question} Then wait until ${day}.`,
  perhapsHeld: (questions, day) => sentences(...questions, `Whether this has to wait, until ${day}, depends on that.`),
  perhapsWaived: (questions) => sentences(...questions, 'Whether this is not needed after all depends on that.'),
  delivered: (length) => `Not needed if this was done in the past ${length}.`,
  meanwhile: (title) => `This is possible already; ${inSentence(title)} waits for what must be arranged first.`,
  physicianAdvises: 'The occupational physician advises this.',
  physicianWaits: (day) => `The occupational physician advises to wait with a referral until ${day}.`,
  declined: (day) => `This was declined. See on ${day} whether that is still so.`,
  cannotBeDeclined: (title) =>
    `${title} was declined, but rests on the law or on official rules. Declining does not take that duty away.`,
  deliveredLately: (title, day) => `${title}: done recently. From ${day} it can be a question again.`,
  physicianKnowsMore:
    'This advice rests on what the employer may know. The occupational physician may know more; what the physician wants acted on stands here once the physician releases it.',
}

export const wordsIn = (locale: Locale): Words => (locale === 'nl' ? NL : EN)
