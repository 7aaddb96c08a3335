import type { NextStep } from '../../core/advice'
import { inSentence } from '../../core/explain/prose'
import type { Locale } from '../../core/snapshot/fact'
import type { Urgency } from './worklist'

/** What a worklist says beside the words of an advice. */
export interface WorklistWords {
  readonly title: string
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly columns: {
    readonly case: string
    readonly urgency: string
    readonly step: string
    readonly by: string
    readonly changed: string
  }
  readonly filter: string
  readonly all: string
  readonly onlyChanged: string
  readonly keys: string
  readonly shown: string
  readonly byWeek: string
  readonly week: string
  readonly line: (line: number) => string
  readonly cases: (count: number, changed: number) => string
  readonly askFirst: string
  readonly arrangeFirst: (title: string, by: string) => string
  readonly noRows: string
  readonly personDecides: string
  readonly changes: {
    readonly noStep: string
    readonly steps: Readonly<Record<NextStep['kind'], string>>
    readonly step: (from: string, to: string) => string
    readonly new: (title: string, by: string) => string
    readonly gone: (title: string, by: string) => string
    readonly due: (title: string, by: string) => string
    readonly overdue: (title: string, by: string) => string
    readonly earlier: (title: string, by: string, was: string) => string
    readonly later: (title: string, by: string, was: string) => string
    readonly held: (title: string, until: string) => string
    readonly 'hold-over': (title: string) => string
    readonly covered: (title: string, by: string) => string
    readonly uncovered: (title: string) => string
    readonly underway: Readonly<Record<'requested' | 'planned', (title: string) => string>>
    readonly 'question-closed': (question: string) => string
    readonly 'question-opened': (question: string) => string
    readonly deadline: (milestone: string) => string
  }
}

const NL: WorklistWords = {
  title: 'Werklijst',
  urgency: {
    overdue: 'te laat',
    due: 'nu',
    planned: 'gepland',
    waiting: 'wacht',
    asking: 'eerst vragen',
    none: 'niets nodig',
  },
  columns: { case: 'Casus', urgency: 'Stand', step: 'Stap', by: 'Uiterlijk', changed: 'Wat er veranderd is' },
  filter: 'Zoek in de lijst',
  all: 'alles',
  onlyChanged: 'Alleen wat veranderd is',
  keys: 'Toetsen: / om te zoeken, pijl omhoog en omlaag om door de rijen te gaan, Escape om alles te tonen.',
  shown: 'getoond',
  byWeek: 'Te starten diensten per week',
  week: 'Week',
  line: (line) => `regel ${line}`,
  cases: (count, changed) => `${count} ${count === 1 ? 'casus' : 'casussen'}, waarvan ${changed} nieuw of veranderd.`,
  askFirst: 'Er is nog niets zeker. Beantwoord eerst de vragen die beslissen.',
  arrangeFirst: (title, by) => `Regel eerst wat nodig is voor ${title}, uiterlijk ${by}.`,
  noRows: 'Er is niets veranderd.',
  personDecides: 'Dit is advies; een mens beslist.',
  changes: {
    noStep: 'niets nodig',
    steps: {
      request: 'aanvragen',
      plan: 'gepland',
      arrange: 'eerst regelen',
      ask: 'eerst vragen',
      wait: 'wachten',
      none: 'niets nodig',
    },
    step: (from, to) => `Stap: was ${from}, nu ${to}.`,
    new: (title, by) => `Nieuw: ${inSentence(title)}, uiterlijk ${by}.`,
    gone: (title) => `Niet meer nodig: ${inSentence(title)}.`,
    due: (title, by) => `Nu te starten: ${inSentence(title)}, uiterlijk ${by}.`,
    overdue: (title, by) => `Te laat: ${inSentence(title)}, had uiterlijk ${by} moeten beginnen.`,
    earlier: (title, by, was) => `Eerder nodig: ${inSentence(title)}, uiterlijk ${by} (was ${was}).`,
    later: (title, by, was) => `Later dan gedacht: ${inSentence(title)}, uiterlijk ${by} (was ${was}).`,
    held: (title, until) => `Wacht: ${inSentence(title)}; kijk op ${until} opnieuw.`,
    'hold-over': (title) => `Hoeft niet meer te wachten: ${inSentence(title)}.`,
    covered: (title, by) => `Niet nodig naast ${by}: ${inSentence(title)}.`,
    uncovered: (title) => `Weer aan de orde: ${inSentence(title)}.`,
    underway: {
      requested: (title) => `Aangevraagd: ${inSentence(title)}.`,
      planned: (title) => `Ingepland: ${inSentence(title)}.`,
    },
    'question-closed': (question) => `Doet er niet meer toe: ${question}`,
    'question-opened': (question) => `Nieuwe vraag: ${question}`,
    deadline: (milestone) => `Termijn veranderd: ${milestone}.`,
  },
}

const EN: WorklistWords = {
  title: 'Worklist',
  urgency: {
    overdue: 'late',
    due: 'now',
    planned: 'planned',
    waiting: 'waits',
    asking: 'ask first',
    none: 'nothing needed',
  },
  columns: { case: 'Case', urgency: 'State', step: 'Step', by: 'By', changed: 'What changed' },
  filter: 'Search the list',
  all: 'all',
  onlyChanged: 'Only what changed',
  keys: 'Keys: / to search, arrow up and down to go through the rows, Escape to show all.',
  shown: 'shown',
  byWeek: 'Services to start, by week',
  week: 'Week',
  line: (line) => `line ${line}`,
  cases: (count, changed) => `${count} ${count === 1 ? 'case' : 'cases'}, of which ${changed} new or changed.`,
  askFirst: 'Nothing is certain yet. First answer the questions that decide.',
  arrangeFirst: (title, by) => `First arrange what ${title} needs, by ${by}.`,
  noRows: 'Nothing changed.',
  personDecides: 'This is advice; a person decides.',
  changes: {
    noStep: 'nothing needed',
    steps: {
      request: 'to request',
      plan: 'planned',
      arrange: 'to arrange first',
      ask: 'to ask first',
      wait: 'to wait',
      none: 'nothing needed',
    },
    step: (from, to) => `Step: was ${from}, is now ${to}.`,
    new: (title, by) => `New: ${inSentence(title)}, by ${by}.`,
    gone: (title) => `No longer needed: ${inSentence(title)}.`,
    due: (title, by) => `To start now: ${inSentence(title)}, by ${by}.`,
    overdue: (title, by) => `Late: ${inSentence(title)} should have started by ${by}.`,
    earlier: (title, by, was) => `Needed sooner: ${inSentence(title)}, by ${by} (was ${was}).`,
    later: (title, by, was) => `Later than thought: ${inSentence(title)}, by ${by} (was ${was}).`,
    held: (title, until) => `Waits: ${inSentence(title)}; look again on ${until}.`,
    'hold-over': (title) => `Need not wait any longer: ${inSentence(title)}.`,
    covered: (title, by) => `Not needed beside ${by}: ${inSentence(title)}.`,
    uncovered: (title) => `A matter again: ${inSentence(title)}.`,
    underway: {
      requested: (title) => `Requested: ${inSentence(title)}.`,
      planned: (title) => `Planned: ${inSentence(title)}.`,
    },
    'question-closed': (question) => `No longer matters: ${question}`,
    'question-opened': (question) => `New question: ${question}`,
    deadline: (milestone) => `Deadline changed: ${milestone}.`,
  },
}

export const WORKLIST_WORDS: Readonly<Record<Locale, WorklistWords>> = { nl: NL, en: EN }
