import type { Status } from '../advice'
import type { Basis } from '../rules/parameter'
import type { Locale } from '../snapshot/fact'

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
  /** What to do: the instruction of the service, the last day, and the reason. */
  request(instruction: string, by: string, why: string): string
  requestLate(instruction: string, by: string, why: string): string
  plan(title: string, from: string, by: string, why: string): string
  arrange(firstStep: string, title: string): string
  followUp(state: 'requested' | 'planned', title: string, day: string): string
  wait(title: string, until: string, why: string): string
  underway(state: 'requested' | 'planned', title: string, day: string): string
  ask(titles: readonly string[]): string
  none: string
  noneGroup: string
  /** Without an instruction of its own. */
  instruction(title: string): string
  couldChange(titles: readonly string[]): string
  /** A reason that is still open, from the questions that decide it. */
  dependsOn(questions: readonly string[]): string
  perhapsHeld(questions: readonly string[], day: string): string
  perhapsWaived(questions: readonly string[]): string
  delivered: string
  meanwhile(title: string): string
  physicianAdvises: string
  physicianWaits(day: string): string
  declined(day: string): string
  cannotBeDeclined(title: string): string
  deliveredLately(title: string, day: string): string
  physicianKnowsMore: string
}

const list = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

const lower = (title: string): string =>
  /^["'A-Z][A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1)

const sentence = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

const NL: Words = {
  status: {
    'refer-now': 'Nu verwijzen',
    'plan-referral': 'Er staat iets gepland; nu is er niets aan te vragen',
    'more-information-needed': 'Nog niet te zeggen: eerst meer weten',
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
  overdue: (day) => `had uiterlijk ${day} moeten beginnen`,
  soonerIf: (day) => `misschien al eerder nodig: uiterlijk ${day}`,
  request: (instruction, by, why) => sentence(`${instruction}, uiterlijk ${by}.`, why),
  requestLate: (instruction, by, why) => sentence(`${instruction}. Dat had uiterlijk ${by} moeten gebeuren.`, why),
  plan: (title, from, by, why) => sentence(`Nu niets. Gepland: ${lower(title)}, tussen ${from} en ${by}.`, why),
  arrange: (firstStep, title) => sentence(firstStep, `Vraag ${lower(title)} pas daarna aan.`),
  followUp: (state, title, day) =>
    state === 'requested'
      ? `${title} is op ${day} aangevraagd. Vraag na wat ervan geworden is.`
      : `${title} stond gepland voor ${day}. Ga na of het is doorgegaan.`,
  wait: (title, until, why) => sentence(`Wacht met ${lower(title)}, en kijk op ${until} opnieuw.`, why),
  underway: (state, title, day) =>
    state === 'requested'
      ? `${title} is aangevraagd. Wacht de uitkomst af; vraag op ${day} na hoe het staat.`
      : `${title} staat gepland voor ${day}. Wacht dat af.`,
  ask: (titles) =>
    `Er is nog niets zeker. Beantwoord eerst de vragen die beslissen over ${list(titles.map(lower), 'en')}.`,
  none: 'Nu is er geen arbeidsdeskundige nodig.',
  noneGroup: 'Voor deze werknemer is nu geen arbeidsdeskundige nodig.',
  instruction: (title) => `Vraag aan: ${lower(title)}`,
  couldChange: (titles) => `Beslist mee over ${list(titles.map(lower), 'en')}.`,
  dependsOn: (questions) => sentence(...questions, 'Daarvan hangt af of dit nodig is.'),
  perhapsHeld: (questions, day) => sentence(...questions, `Misschien moet dit dan wachten tot ${day}.`),
  perhapsWaived: (questions) => sentence(...questions, 'Misschien is dit dan niet nodig.'),
  delivered: 'Niet nodig als dit kort geleden al is gedaan, of als de vraag al is beantwoord.',
  meanwhile: (title) => `Dit kan intussen al, terwijl ${lower(title)} nog wacht op wat eerst geregeld moet zijn.`,
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
    'plan-referral': 'Something is planned; there is nothing to request now',
    'more-information-needed': 'Not to be said yet: more has to be known first',
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
  overdue: (day) => `should have started by ${day}`,
  soonerIf: (day) => `may be needed sooner: by ${day}`,
  request: (instruction, by, why) => sentence(`${instruction}, by ${by}.`, why),
  requestLate: (instruction, by, why) => sentence(`${instruction}. It should have started by ${by}.`, why),
  plan: (title, from, by, why) => sentence(`Nothing now. Planned: ${lower(title)}, between ${from} and ${by}.`, why),
  arrange: (firstStep, title) => sentence(firstStep, `Request ${lower(title)} only after that.`),
  followUp: (state, title, day) =>
    state === 'requested'
      ? `${title} was requested on ${day}. Ask what became of it.`
      : `${title} was planned for ${day}. Find out whether it took place.`,
  wait: (title, until, why) => sentence(`Wait with ${lower(title)}, and look again on ${until}.`, why),
  underway: (state, title, day) =>
    state === 'requested'
      ? `${title} was requested. Wait for what it brings; ask on ${day} how it stands.`
      : `${title} is planned for ${day}. Wait for that.`,
  ask: (titles) =>
    `Nothing is certain yet. First answer the questions that decide on ${list(titles.map(lower), 'and')}.`,
  none: 'No labour expert is needed now.',
  noneGroup: 'No labour expert is needed for this employee now.',
  instruction: (title) => `Request: ${lower(title)}`,
  couldChange: (titles) => `Helps to decide on ${list(titles.map(lower), 'and')}.`,
  dependsOn: (questions) => sentence(...questions, 'Whether this is needed depends on that.'),
  perhapsHeld: (questions, day) => sentence(...questions, `This may then have to wait until ${day}.`),
  perhapsWaived: (questions) => sentence(...questions, 'This may then not be needed.'),
  delivered: 'Not needed if this was done recently, or if its question was answered already.',
  meanwhile: (title) =>
    `This is possible in the meantime, while ${lower(title)} waits for what must be arranged first.`,
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
