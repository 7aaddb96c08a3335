import type { Locale, Text } from '../../core/snapshot/fact'
import { Refusal, refuse } from '../refusal'

type Say<Parts> = Readonly<Record<Locale, (parts: Parts) => string>>

/** What `batch` has to say; one lower-case sentence with one next step where something is wrong. */
export const BATCH_TEXTS = {
  changedNeedsPrevious: {
    nl: 'zonder de vorige uitkomst is niets veranderd te noemen: geef die met --previous BESTAND',
    en: 'without the last run nothing can be called changed: give it with --previous FILE',
  },
  comparedIsWhole: {
    nl: 'een vergelijking of werklijst gaat over alle regels: laat --skip weg',
    en: 'a comparison or worklist is of all lines: leave out --skip',
  },
  htmlIsWorklist: {
    nl: 'html is er alleen voor een werklijst: voeg --worklist toe',
    en: 'html is for a worklist only: add --worklist',
  },
  changesAreNoRow: {
    nl: 'wat er veranderd is past niet in een rij CSV: gebruik --to ndjson, of --worklist',
    en: 'what changed does not fit in a row of CSV: use --to ndjson, or --worklist',
  },
  previousIsFile: {
    nl: 'geef de vorige uitkomst als bestand: op standaardinvoer staan de casussen',
    en: 'give the last run as a file: standard input holds the cases',
  },
  summary: {
    nl: ({ lines, advised, invalid }) => `regels: ${lines}; met advies: ${advised}; ongeldig: ${invalid}`,
    en: ({ lines, advised, invalid }) => `lines: ${lines}; advised: ${advised}; invalid: ${invalid}`,
  } satisfies Say<{ lines: number; advised: number; invalid: number }>,
  interrupted: { nl: 'gestopt op verzoek', en: 'stopped on request' } satisfies Text,
  unwritable: {
    nl: ({ code }) => `de uitvoer kan niet worden geschreven (${code})`,
    en: ({ code }) => `the output cannot be written (${code})`,
  } satisfies Say<{ code: string }>,
  another: { nl: 'kies een ander bestand', en: 'choose another file' } satisfies Text,
  resume: {
    nl: ({ line }) => `de resultaten tot en met regel ${line} zijn heel: ga verder met --skip ${line}`,
    en: ({ line }) => `the results up to and including line ${line} are whole: go on with --skip ${line}`,
  } satisfies Say<{ line: number }>,
  nothingYet: {
    nl: 'er is nog geen resultaat: begin opnieuw',
    en: 'there is no result yet: start again',
  } satisfies Text,
  noRecord: {
    nl: 'hoe deze resultaten zijn gemaakt is niet bewaard (BESTAND.run.json ontbreekt): begin opnieuw, zonder --skip',
    en: 'how these results were made was not kept (FILE.run.json is not there): start again, without --skip',
  } satisfies Text,
  otherRun: {
    nl: ({ what }) =>
      `deze resultaten zijn anders gemaakt (${what}): gebruik hetzelfde, of begin opnieuw zonder --skip`,
    en: ({ what }) => `these results were made in another way (${what}): use the same, or start again without --skip`,
  } satisfies Say<{ what: string }>,
  /** What a run that goes on has to have the same. */
  madeBy: {
    package: { nl: 'versie van verwijswijzer', en: 'version of verwijswijzer' },
    audience: { nl: 'lezer (--audience)', en: 'reader (--audience)' },
    locale: { nl: 'taal (--locale)', en: 'language (--locale)' },
    ruleSet: { nl: 'regelset (--rules)', en: 'rule set (--rules)' },
    policy: { nl: 'beleid (--policy)', en: 'policy (--policy)' },
    format: { nl: 'vorm (--to, --full)', en: 'format (--to, --full)' },
  } satisfies Record<string, Text>,
  noName: {
    nl: 'de optie --out heeft geen naam: geef een bestand, of laat de optie weg',
    en: 'the option --out has no name: give a file, or leave the option out',
  } satisfies Text,
  isInput: {
    nl: 'dit is ook de invoer: geef de uitvoer een andere naam',
    en: 'this is the input too: give the output another name',
  } satisfies Text,
  otherSkip: {
    nl: ({ line }) => `dit bestand eindigt met het resultaat van regel ${line}: gebruik --skip ${line}`,
    en: ({ line }) => `this file ends with the result of line ${line}: use --skip ${line}`,
  } satisfies Say<{ line: number }>,
  noResults: {
    nl: 'dit bestand eindigt niet met een resultaat: laat --skip weg of geef een ander bestand',
    en: 'this file does not end with a result: leave out --skip or give another file',
  } satisfies Text,
  jsonNeedsOut: {
    nl: 'de optie --json hoort bij --out: zonder --out staan de resultaten op de standaarduitvoer',
    en: 'the option --json goes with --out: without that, standard output holds the results',
  } satisfies Text,
  fullIsNoRow: {
    nl: 'het hele advies past niet in een rij van een CSV-bestand: laat --full weg of gebruik --to ndjson',
    en: 'the whole advice does not fit in a row of a CSV file: leave out --full or use --to ndjson',
  } satisfies Text,
  noHeader: {
    nl: 'dit CSV-bestand is leeg: begin met een regel met de namen van de feiten',
    en: 'this CSV file is empty: start with a line that holds the ids of the facts',
  } satisfies Text,
  rulesChanged: {
    nl: 'de regelset is veranderd terwijl zij werd gelezen: begin opnieuw',
    en: 'the rule set changed while it was read: start again',
  } satisfies Text,
  progress: {
    nl: '{bar} {percentage}% | {lines} regels, {invalid} ongeldig | nog {eta_formatted}',
    en: '{bar} {percentage}% | {lines} lines, {invalid} invalid | {eta_formatted} left',
  } satisfies Text,
  progressWithoutEnd: {
    nl: '{lines} regels, {invalid} ongeldig',
    en: '{lines} lines, {invalid} invalid',
  } satisfies Text,
} as const

/** How far a batch came. */
export interface Reached {
  /** The last line of the input of which the result was written; undefined where there is none. */
  readonly line: number | undefined
  readonly onRequest: boolean
  /** Of `--out`. */
  readonly file: string | undefined
}

/** Why a batch did not come to its end, with how to go on; a fault of the program itself is given as it is. */
export function stopped(error: unknown, { line, onRequest, file }: Reached, locale: Locale): unknown {
  const { resume, nothingYet, interrupted } = BATCH_TEXTS
  const next = line === undefined ? nothingYet[locale] : resume[locale]({ line })
  if (onRequest) return refuse('interrupted', `${interrupted[locale]}: ${next}`, file)
  if (!(error instanceof Refusal)) return unwritable(error, next, file, locale)
  return line === undefined ? error : new Refusal([...error.issues, ...refuse('interrupted', next, file).issues])
}

/** Why the system did not let results be written, in words, with what to do next; any other error as it is. */
export function unwritable(error: unknown, next: string, file: string | undefined, locale: Locale): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const message = BATCH_TEXTS.unwritable[locale]({ code: String(error.code) })
  return refuse('unwritable-output', `${message}: ${next}`, file)
}
