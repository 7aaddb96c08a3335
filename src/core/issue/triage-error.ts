import type { Issue, IssueCode } from './issue'

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
