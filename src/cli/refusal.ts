import { env, stderr, stdout } from 'node:process'
import type { Issue, IssueCode } from '../core/issue/issue'
import type { Locale } from '../core/snapshot/fact'

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

/** Over a file or folder that the system does not let us write. */
export function unwritable(error: unknown, file: string, locale: Locale): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  const message = {
    nl: `dit kan niet worden geschreven (${code}): kies een andere map`,
    en: `this cannot be written (${code}): choose another directory`,
  }
  return refuse('unwritable-output', message[locale], file)
}

/** Tells what is wrong: as one JSON document on standard output, or a line an issue on standard error. */
export function printIssues(issues: readonly CommandIssue[], json: boolean): void {
  if (json) stdout.write(jsonText({ error: { code: issues[0]?.code, issues } }))
  else stderr.write(issues.map((issue) => `${issueLine(issue)}\n`).join(''))
}

/** One document, as `--json` prints it. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** `case.json: absence.spells[0].firstDay: ... [invalid-date]`; in a rule set the place is a JSON pointer. */
export function issueLine(issue: Omit<CommandIssue, 'code'> & { readonly code: string }): string {
  const { file, pointer } = issue
  const place = pointer === undefined ? [file, pathText(issue.path)] : [`${file ?? ''}#${pointer}`]
  return printable([...place.filter(Boolean), `${issue.message} [${issue.code}]`].join(': '))
}

function pathText(path: CommandIssue['path']): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('')
}

/** Control characters in a name never reach a terminal. */
const printable = (line: string): string => line.replace(/\p{Cc}/gu, '?')

/** A command did its work and found something wrong; it has told what. The program ends with `EXIT.findings`. */
export class Findings extends Error {
  override readonly name = 'Findings'
}

/** How the program ends. */
export const EXIT = {
  fine: 0,
  /** Findings of a command that looks for them: a failing fixture, an invalid line. */
  findings: 1,
  /** Bad use, or input that cannot be read or is not valid. */
  refused: 2,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** https://no-color.org: set and not empty means no colour; and never into a pipe or a file. */
export const inColour = (): boolean => stdout.isTTY === true && !env.NO_COLOR
