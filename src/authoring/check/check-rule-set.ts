import type { Issue } from '../../core/issue/issue'
import { shippedRuleSet } from '../../core/rules/bundled'
import { loadRuleSet } from '../../core/rules/load-rule-set'
import { type Documents, isExtension, readDocuments } from '../../core/rules/read-documents'
import type { RuleSet } from '../../core/rules/rule-set'
import { type AcceptedFinding, acceptFindings } from './accept-findings'
import { dayGiven } from './day-given'
import { findChangedApprovals } from './find-changed-approvals'
import { findGivesAway } from './find-gives-away'
import { findMeaning, type Proceed } from './find-meaning'
import { findSlips } from './find-slips'
import { findTextFaults } from './find-text-faults'
import { findUnusedNames } from './find-unused-names'
import { findValidityFaults } from './find-validity-faults'
import { findWrittenThresholds } from './find-written-thresholds'
import type { Finding } from './finding'
import type { FindingCode } from './finding-codes'
import { loadingInDutch } from './loading-dutch'

/** What a rule set is checked against, and when to stop. */
export interface CheckOptions {
  /** The rule set that the manifest's `extends` names; the shipped one by default. */
  readonly base?: RuleSet
  /** A day, `YYYY-MM-DD`, on which the rule set should be in force. Nothing reads a clock: without it, that is not checked. */
  readonly on?: string
  /** Told how far it is after each question, and whether to go on is its answer: what was not asked is in `undecided`. */
  readonly proceed?: Proceed
}

/** What `checkRuleSet` found. */
export interface CheckedRuleSet {
  /** In the order of files and places. Empty: nothing is wrong. */
  readonly findings: readonly Finding[]
  /** What the files accept, each with their reason. */
  readonly accepted: readonly AcceptedFinding[]
  /** Questions about every case that would have taken too much: nothing is said of them, either way. */
  readonly undecided: readonly Undecided[]
  /** Undefined when the loader refuses the files; then only what it says is told. */
  readonly ruleSet: RuleSet | undefined
}

/** A question that was not decided: of which kind, and about what. */
export interface Undecided {
  readonly code: FindingCode
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly about: string
}

/**
 * Everything that is wrong with a rule set, or may be: what `loadRuleSet` refuses, and what a linter finds in one that
 * it accepts. What is said of the meaning of conditions is exact, under the policy's defaults: it holds of every case
 * that a snapshot can describe, and comes with one that shows it and that was run.
 *
 * @param files As `loadRuleSet` takes them.
 * @throws TriageError for an `on` that is no day.
 */
export function checkRuleSet(files: unknown, options: CheckOptions = {}): CheckedRuleSet {
  const loaded = loadRuleSet(files, options.base && { base: options.base })
  if (!loaded.ok) return { findings: loaded.issues.map(refused), accepted: [], undecided: [], ruleSet: undefined }
  const { ruleSet } = loaded
  const asOf = dayGiven(options.on ?? ruleSet.manifest.validFrom)
  const content = files as Readonly<Record<string, unknown>>
  const own = readDocuments(content).documents as Documents
  const extended = isExtension(content) ? (options.base ?? shippedRuleSet()) : undefined
  const meaning = findMeaning({ own, ruleSet, extended, asOf }, options.proceed)
  const found = [...meaning.findings, ...findWriting(content, own, ruleSet, options.on)]
  const undecided = meaning.undecided.map(({ code, about, place: { file, path } }) => ({ code, file, path, about }))
  // What could not be decided may still be so: nobody is told to take back that it is accepted.
  const { findings, accepted } = acceptFindings(found, own, new Set(undecided.map(({ code }) => code)))
  return { findings: sorted(findings), accepted: sorted(accepted), undecided, ruleSet }
}

/** What is wrong with how a rule set is written, without looking at any case. */
export const findWriting = (
  files: Readonly<Record<string, unknown>>,
  own: Documents,
  ruleSet: RuleSet,
  on: string | undefined,
): readonly Finding[] => [
  ...findWrittenThresholds(own),
  ...findTextFaults(files),
  ...findSlips(files, own, ruleSet),
  ...findGivesAway(own, ruleSet),
  ...findUnusedNames(own, ruleSet),
  ...findChangedApprovals(own, ruleSet),
  ...findValidityFaults(own, on),
]

const refused = ({ code, file, pointer, path, message }: Issue): Finding => ({
  code,
  level: 'error',
  file: file ?? '',
  pointer: pointer ?? '',
  path,
  message: { nl: loadingInDutch(message), en: message },
})

const sorted = <One extends Finding>(findings: readonly One[]): readonly One[] =>
  [...findings].sort((a, b) => compare(a.file, b.file) || comparePaths(a.path, b.path) || compare(a.code, b.code))

/** As they stand in a file: indexes as numbers. */
function comparePaths(a: Finding['path'], b: Finding['path']): number {
  const at = a.findIndex((step, index) => step !== b[index])
  if (at === -1) return a.length - b.length
  const [one, other] = [a[at], b[at]]
  if (other === undefined) return 1
  return typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
