import { distance } from 'fastest-levenshtein'
import { frozen } from '../frozen'

/** One thing that is wrong with an input: data first, the sentence last. */
export interface Issue {
  /** Stable: programs may rely on it. */
  readonly code: IssueCode
  /** Where: keys and indexes from the root of the input. */
  readonly path: readonly (string | number)[]
  /** One lower-case sentence with one next step. Never quotes a medical-tier value. */
  readonly message: string
  /** The second place, where it takes two answers to be wrong. */
  readonly other?: readonly (string | number)[]
  /** What was found: quoted when it is short, machine-like and employer tier, else described. */
  readonly received?: string
  /** What would have been right. */
  readonly expected?: string
  /** The nearest valid name, where there is one. */
  readonly nearest?: string
  /** For rule sets: the file and the JSON pointer in it. */
  readonly file?: string
  readonly pointer?: string
}

/** Every code that an `Issue` can carry, with what it means. Adding is free; renaming is not. */
export const ISSUE_CODES = frozen({
  'not-json': 'the text is not JSON',
  'not-plain-data': 'the value is not plain JSON data',
  'duplicate-key': 'an object holds the same key twice',
  'forbidden-key': 'a key could change the prototype of an object',
  'too-deep': 'objects and lists are nested too deeply',
  'too-large': 'the input is larger than any real one',
  'malformed-text': 'a text holds half of a surrogate pair',
  'unknown-key': 'a key that the vocabulary does not have',
  'missing-key': 'a required key is absent',
  'wrong-type': 'a value of another type',
  'unknown-value': 'a value outside its list',
  'out-of-range': 'a number outside its range',
  'invalid-date': 'not a day of the calendar as YYYY-MM-DD',
  'invalid-case-id': 'a case id that is not a pseudonym',
  'duplicate-item': 'a list names the same item twice',
  'date-after-as-of': 'a day that lies after asOf',
  'until-before-on': 'a service that was declined until a day before it was declined',
  'until-not-declined': 'a day until which a service is quiet that was not declined',
  'spell-ends-before-start': 'a spell ends before it starts',
  'spells-overlap': 'two spells overlap',
  'two-open-spells': 'two spells have no recovery',
  'leave-ends-before-start': 'a leave ends before it starts',
  'leaves-overlap': 'two leaves overlap',
  'leave-overlaps-spell': 'a leave overlaps a spell',
  'date-before-case': 'a day of the process that lies before the first day of the case',
  contradiction: 'answers that cannot both be right',
  'not-csv': 'a line of CSV whose quotes do not pair, or with more or fewer cells than the header',
  'two-answers': 'a form holds an answer and a word in its place',
  'wrong-role': 'an answer that is not for this role to give',
  'physicians-word': 'an answer in place of what the physician answered',
  'physicians-answer': 'something is wrong that only the physician may read, so that what it is is not told',
  'unknown-option': 'an option of the call that does not exist',
  'unknown-parameter': 'a policy parameter that does not exist',
  'invalid-parameter': 'a policy value of the wrong type, unit or range',
  'unknown-version': 'a version of the rule set that its migrations do not start from',
  'removed-answer': 'an answer to what is no longer asked, which may not be dropped',
  'conflicting-answers': 'different answers under the old and the new name of one fact',
  'rule-set-not-loaded': 'the rule set did not come from loadRuleSet',
  'missing-file': 'the rule set lacks a file',
  'unknown-base': 'the rule set that is extended is not the one that is meant',
  'invalid-document': 'a rule-set document does not fit its schema',
  'unknown-operator': 'an operator outside the closed set',
  'unknown-fact': 'a fact that does not exist',
  'operator-type': 'an operator that does not suit the type of the fact',
  'value-type': 'a value that does not suit the type of the fact',
  'unknown-condition': 'a named condition that does not exist',
  'cyclic-condition': 'named conditions that refer to each other in a circle',
  'cyclic-cover': 'services that cover each other in a circle, or stand in for themselves',
  'empty-group': 'an all or any without members',
  'unknown-service': 'a service that is not in the catalogue',
  'unknown-need': 'a need that is not in the catalogue',
  'unknown-rule': 'a rule that does not exist',
  'unknown-source': 'a source that is not in the catalogue',
  'unknown-section': 'a section that the source does not list',
  'duplicate-id': 'an id that is used twice',
  'missing-text': 'a text that lacks a language',
  'placeholder-mismatch': 'placeholders that differ between languages or name nothing that the rule reads',
  'invalid-window': 'a window of time that ends before it starts or is not a duration',
  'invalid-migration': 'a migration that leaves a gap, leads back, or moves answers that must stay',
  'tier-conflict': 'a text for the employer that would show a medical-tier fact',
  'not-xml': 'a text that is not well-formed XML',
  'forbidden-markup': 'XML with a document type or entities of its own',
  'missing-column': 'no row of an import has a column that its profile needs',
  'end-date-ambiguous': 'an end date whose readings lie on both sides of the four weeks',
  'end-without-day': 'a report of illness that is closed on a day that is not told',
  'contradictory-row': 'a row of an import that contradicts itself',
  'unknown-report': 'a correction or deletion of a report that is not there',
  'not-mapped': 'rows of an import that make no valid list of spells',
} as const)

/** A code of `ISSUE_CODES`. */
export type IssueCode = keyof typeof ISSUE_CODES

/** The name that is nearest to `name`, when it is near enough to be what was meant. Ties go to the first in the list. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  if (name.length > 100) return undefined
  const wanted = name.toLowerCase()
  let best: { name: string; distance: number } | undefined
  for (const candidate of names) {
    const found = distance(wanted, candidate.toLowerCase())
    if (!best || found < best.distance) best = { name: candidate, distance: found }
  }
  return best && best.distance <= Math.max(2, Math.floor(name.length / 2)) ? best.name : undefined
}

/** Registered, so that the ESM and the CommonJS files of the package know each other's errors. */
const BRAND = Symbol.for('verwijswijzer.triage-error')

/**
 * The one error that `triage` throws. It lists everything that is wrong with the call, each with a code
 * and a path; its message never holds a medical-tier value. `instanceof` holds for those of another copy of this
 * package too.
 */
export class TriageError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }

  override readonly name = 'TriageError'
  /** The code of the first issue. */
  readonly code: IssueCode
  readonly issues: readonly Issue[]

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues.map((issue) => `${at(issue)}${issue.message} [${issue.code}]`).join('; '))
    Object.defineProperty(this, BRAND, { value: true })
    this.code = issues[0].code
    this.issues = issues
  }
}

const at = (issue: Issue): string => (issue.path.length > 0 ? `${issue.path.join('.')}: ` : '')
