import type { Text } from '../../core/snapshot/fact'
import type { Path } from '../../core/snapshot/place'

/** One lower-case sentence each, no full stop. `{to}`, `{version}` and `{reason}` are filled in; none is an answer. */
export const CHANGE_WORDS: Readonly<Record<MigrationChangeCode, Text>> = {
  'fact-renamed': {
    nl: 'het antwoord heet vanaf versie {version} "{to}"',
    en: 'the answer is called "{to}" since version {version}',
  },
  'fact-joined': {
    nl: 'hetzelfde antwoord stond al onder "{to}", de naam vanaf versie {version}',
    en: 'the same answer stood under "{to}" already, its name since version {version}',
  },
  'fact-dropped': {
    nl: 'de vraag bestaat vanaf versie {version} niet meer en het antwoord is vervallen: {reason}',
    en: 'the question is gone since version {version} and the answer is dropped: {reason}',
  },
  'value-renamed': {
    nl: 'de antwoorden op deze vraag heten vanaf versie {version} anders: dit antwoord is daaraan aangepast',
    en: 'the answers to this question have other names since version {version}: this answer has the new one',
  },
  'value-dropped': {
    nl: 'dit antwoord bestaat vanaf versie {version} niet meer en is vervallen, stel de vraag opnieuw: {reason}',
    en: 'this answer is gone since version {version} and is dropped, ask the question again: {reason}',
  },
}

export const ISSUE_WORDS = {
  removedFact: {
    nl: 'deze vraag bestaat vanaf versie {version} niet meer ({reason}): haal het antwoord weg, of geef het bij een andere vraag',
    en: 'this question is gone since version {version} ({reason}): take the answer away, or give it to another question',
  },
  removedValue: {
    nl: 'een antwoord op deze vraag bestaat vanaf versie {version} niet meer ({reason}): stel de vraag opnieuw',
    en: 'an answer to this question is gone since version {version} ({reason}): ask the question again',
  },
  conflict: {
    nl: 'hier staat een ander antwoord dan onder "{to}", de naam vanaf versie {version}: houd er één over',
    en: 'the answer here differs from the one under "{to}", the name since version {version}: keep one',
  },
  unknownVersion: {
    nl: 'deze versie van {to} is niet bekend: geef een versie van {oldest} tot en met {version}',
    en: 'this version of {to} is not known: give a version from {oldest} to {version}',
  },
  versionMissing: {
    nl: 'geef ook de versie van {to}, als object met een versie per regelset',
    en: 'give the version of {to} too, as an object with a version for each rule set',
  },
} as const satisfies Record<string, Text>

/** A sentence with its parts filled in. */
export const fillIn = (words: string, parts: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)

/** What a migration did with one answer. No change holds an answer: a snapshot can be medical, and a log is not. */
export interface MigrationChange {
  /** Stable: programs may rely on it. */
  readonly code: MigrationChangeCode
  /** Where the answer stood before this migration. */
  readonly path: Path
  /** Where it stands after it, where that is elsewhere. */
  readonly to?: Path
  /** The version of the rule set that brought the change, and which rule set that is. */
  readonly version: string
  readonly ruleSet: string
  readonly message: string
  /** Why it is no longer asked, in the words of the rule set. */
  readonly reason?: string
}

/**
 * `fact-renamed`: the answer stands under another name. `fact-joined`: it already stood there, the same. `fact-dropped`
 * and `value-dropped`: what it answers, or the answer that it gives, is there no more, and the answer is gone.
 * `value-renamed`: the answer has another name; of a medical-tier fact, that its answers have other names, whether or
 * not this one has, because anything else would tell which answer it was.
 */
export type MigrationChangeCode = 'fact-renamed' | 'fact-joined' | 'fact-dropped' | 'value-renamed' | 'value-dropped'
