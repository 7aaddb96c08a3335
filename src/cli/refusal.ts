import type { Issue, IssueCode } from '../core/issue/issue'

/** An issue of the command line: those of the library, and its own. */
export type CommandIssue = Omit<Issue, 'code'> & {
  readonly code: IssueCode | 'bad-usage' | 'unreadable-input' | 'unwritable-output' | 'interrupted' | 'internal-error'
}

/** Why a command did not do its work: everything that is wrong with what it was given. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly issues: readonly CommandIssue[]

  constructor(issues: readonly CommandIssue[]) {
    super(issues.map((issue) => issue.message).join('; '))
    this.issues = issues
  }
}

/** A refusal for one reason. */
export const refuse = (code: CommandIssue['code'], message: string, file?: string): Refusal =>
  new Refusal([{ code, path: [], message, ...(file === undefined ? {} : { file }) }])

/** A refusal over one file's content. */
export const refuseFile = (file: string, issues: readonly CommandIssue[]): Refusal =>
  new Refusal(issues.map((issue) => ({ ...issue, file })))
