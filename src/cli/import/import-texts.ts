import type { Locale, Text } from '../../core/snapshot/fact'

type Say<Parts> = Readonly<Record<Locale, (parts: Parts) => string>>

/** What `import` has to say; one lower-case sentence with one next step where something is wrong. */
export const IMPORT_TEXTS = {
  counts: {
    nl: ({ read, mapped, cases }) => `rijen: ${read}; gelezen: ${mapped}; casussen: ${cases}`,
    en: ({ read, mapped, cases }) => `rows: ${read}; read: ${mapped}; cases: ${cases}`,
  } satisfies Say<{ read: number; mapped: number; cases: number }>,
  rows: { nl: 'rij', en: 'row' } satisfies Text,
  more: {
    nl: ({ count }) => `en ${count} meer`,
    en: ({ count }) => `and ${count} more`,
  } satisfies Say<{ count: number }>,
  excluded: {
    'no-case-any-more': {
      nl: 'geen casus meer: het verzuim is op een andere manier geëindigd dan door herstel',
      en: 'no case any more: the absence ended in another way than by recovery',
    },
    'employment-over': {
      nl: 'geen casus: het dienstverband is voorbij en er is geen verzuim',
      en: 'no case: the employment is over and there is no absence',
    },
  },
  dropped: {
    nl: ({ count }) => `niet overgenomen, in ${count} rijen`,
    en: ({ count }) => `not taken over, in ${count} rows`,
  } satisfies Say<{ count: number }>,
  droppedKinds: {
    cause: { nl: 'oorzaak', en: 'cause' },
    'free-text': { nl: 'vrije tekst', en: 'free text' },
    'safety-net-kind': { nl: 'welk vangnet', en: 'which safety net' },
    'no-risk': { nl: 'no-riskstatus', en: 'no-risk status' },
    person: { nl: 'persoonsgegevens', en: 'personal details' },
  },
  ask: {
    nl: ({ fact }) => `vraag na: ${fact}`,
    en: ({ fact }) => `ask about: ${fact}`,
  } satisfies Say<{ fact: string }>,
  presumed: { nl: 'aangenomen', en: 'presumed' } satisfies Text,
  tooLarge: {
    nl: 'dit is groter dan 200 MB: splits het bestand',
    en: 'this is larger than 200 MB: split the file',
  } satisfies Text,
  notText: {
    nl: 'dit is geen tekst in {encoding}: geef --encoding',
    en: 'this is not text in {encoding}: give --encoding',
  } satisfies Text,
  shortKey: {
    nl: 'deze sleutel is te kort om iets geheim te houden: geef een bestand met ten minste 16 bytes',
    en: 'this key is too short to keep a secret: give a file with at least 16 bytes',
  } satisfies Text,
  unknownProfile: {
    nl: 'dit is geen profiel: geef {names} of een JSON-bestand met een profiel',
    en: 'this is no profile: give {names} or a JSON file with a profile',
  } satisfies Text,
  jsonNeedsOut: {
    nl: 'de optie --json hoort bij --out: zonder --out staan de casussen op de standaarduitvoer',
    en: 'the option --json goes with --out: without that, standard output holds the cases',
  } satisfies Text,
  isInput: {
    nl: 'dit is ook de invoer of de andere uitvoer: geef een andere naam',
    en: 'this is the input or the other output too: give another name',
  } satisfies Text,
} as const
