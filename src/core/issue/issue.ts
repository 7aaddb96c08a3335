import { distance } from 'fastest-levenshtein'
import type { ISSUE_CODES } from './issue-codes'

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
