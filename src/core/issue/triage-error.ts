import type { Issue, IssueCode } from './issue'

/**
 * The one error that `triage` throws. It lists everything that is wrong with the call, each with a code
 * and a path; its message never holds a medical-tier value.
 */
export class TriageError extends Error {
  override readonly name = 'TriageError'
  /** The code of the first issue. */
  readonly code: IssueCode
  readonly issues: readonly Issue[]

  constructor(issues: readonly [Issue, ...Issue[]]) {
    super(issues.map((issue) => `${at(issue)}${issue.message} [${issue.code}]`).join('; '))
    this.code = issues[0].code
    this.issues = issues
  }
}

const at = (issue: Issue): string => (issue.path.length > 0 ? `${issue.path.join('.')}: ` : '')
