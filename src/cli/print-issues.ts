import { stderr, stdout } from 'node:process'
import type { CommandIssue } from './refusal'

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
