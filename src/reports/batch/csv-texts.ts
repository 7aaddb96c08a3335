import type { FactType, Text } from '../../core/snapshot/fact'

/** What cells of these facts look like. */
const FORMS: Partial<Readonly<Record<FactType | 'text', string>>> = {
  spells: '2026-01-05/2026-02-01;2026-06-01/!notCounted=true',
  leaves: '2026-03-01/2026-06-20!oneCase=yes',
  services: 'light-advice@2026-03-01;workplace-assessment@2026-05-01',
  document: 'FML@2026-03-01',
}

const formOf = (type: FactType | 'text'): string => FORMS[type] ?? ''

/** What is wrong with a CSV file; one lower-case sentence with one next step, nothing of a cell quoted. */
export const CSV_TEXTS = {
  noHeader: {
    nl: 'de eerste regel noemt geen enkel feit: begin met een regel met de namen van de feiten, zoals asOf',
    en: 'the first line names no fact: start with a line that holds the ids of the facts, such as asOf',
  },
  noAsOf: {
    nl: 'de kolom asOf ontbreekt: voeg de dag toe waarop elke casus wordt bekeken',
    en: 'the column asOf is absent: add the day on which each case is looked at',
  },
  unknownColumn: {
    nl: (name: string, nearest?: string) =>
      `de kolom ${name} is niet bekend: ${nearest ? `gebruik "${nearest}"` : 'verwijder de kolom'}`,
    en: (name: string, nearest?: string) =>
      `the column ${name} is not known: ${nearest ? `use "${nearest}"` : 'remove the column'}`,
  },
  columnTwice: {
    nl: (name: string) => `de kolom ${name} komt meer dan eens voor: houd er één over`,
    en: (name: string) => `the column ${name} is there more than once: keep one`,
  },
  unpairedQuote: {
    nl: 'de aanhalingstekens op deze regel horen niet bij elkaar: verbeter ze, en zet een casus op één regel',
    en: 'the quotes on this line do not pair: correct them, and keep a case on one line',
  },
  cellCount: {
    nl: (found: number, expected: number) =>
      `deze regel heeft ${found} cellen en de eerste ${expected}: maak ze gelijk in aantal`,
    en: (found: number, expected: number) =>
      `this line has ${found} cells and the first has ${expected}: make them equal in number`,
  },
  wrongForm: {
    nl: (type: FactType | 'text') => `deze cel heeft niet de juiste vorm: schrijf die zoals ${formOf(type)}`,
    en: (type: FactType | 'text') => `this cell is not of the right form: write it as ${formOf(type)}`,
  },
} as const satisfies Record<string, Text | Record<keyof Text, unknown>>
