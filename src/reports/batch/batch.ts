import type { Advice } from '../../core/advice'
import { ANY_ADVICE } from '../../core/any-advice-shape'
import type { BriefAdvice } from '../../core/brief-advice'
import { createBriefTriage } from '../../core/brief-advice'
import { createTriage } from '../../core/create-triage'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { TriageOptions } from '../../core/options'
import { fault, list, maybe, number, record, type Shape, shapeIssues, text } from '../../core/shape'
import { parseJson } from '../../core/snapshot/parse-json'
import { settingsOf } from '../../core/triage'
import { jsonLine } from '../json-line'
import { linesIssues } from '../lines-issues'
import { type AdviceChange, changesBetween } from '../timeline/compare-advice'
import { lineError } from './advise-line'
import type { LineError } from './batch-settings'
import { type PreviousRun, previousRun } from './previous-run'

/** Options of `createTriage`, and what to compare with and to give. */
export interface BatchOptions extends TriageOptions {
  /** `brief` (default): what to store, compare and list; `full`: the whole advice, with its texts. */
  readonly detail?: 'brief' | 'full'
  /** The lines that the last run gave, in any order: a case is known again by its `caseId`. */
  readonly previous?: AsyncIterable<string> | Iterable<string>
  /** Gives only cases that are new or changed since then, and lines that are not valid. */
  readonly changedOnly?: boolean
}

/** What became of one line. `changes` is there where the last run had the case. */
export type BatchResult =
  | {
      readonly line: number
      readonly caseId?: string
      readonly advice: Advice | BriefAdvice
      readonly changes?: readonly AdviceChange[]
    }
  | { readonly line: number; readonly error: LineError }

/**
 * Advises on many cases, one snapshot as JSON a line: a result a line, in order, each as soon as it is there. Lines are
 * counted from one. A line that is not valid is a result of its own and ends nothing. Nothing is held but the last run.
 *
 * @throws TriageError at the first step for lines that are none, and for an option that is wrong.
 */
export async function* batch(
  lines: AsyncIterable<string> | Iterable<string>,
  options: BatchOptions = {},
): AsyncGenerator<BatchResult, void, undefined> {
  const wrong = [...linesIssues(lines, ['lines']), ...optionIssues(options)]
  if (wrong.length > 0) throw new TriageError(wrong as [Issue, ...Issue[]])
  const { detail = 'brief', previous, changedOnly = false, ...rest } = options
  const settings = settingsOf(rest)
  const advise = detail === 'full' ? createTriage(rest) : createBriefTriage(rest)
  const last = previous && (await previousRun(previous))
  let line = 0
  for await (const text of lines) {
    line += 1
    const result = adviseOne(text, line)
    if (!changedOnly || !('changes' in result) || (result.changes?.length ?? 1) > 0) yield result
  }

  function adviseOne(text: string, at: number): BatchResult {
    const read = parseJson(text, settings)
    if (!read.ok) return { line: at, error: lineError(read.issues, settings) }
    try {
      const advice = advise(read.value)
      const { caseId } = read.value as { readonly caseId?: string }
      return { line: at, ...(caseId === undefined ? {} : { caseId }), advice, ...changesOf(last, caseId, advice) }
    } catch (error) {
      if (!(error instanceof TriageError)) throw error
      return { line: at, error: lineError(error.issues, settings) }
    }
  }
}

/** What changed since the last run, where that had the case and was for the same reader. */
export function changesOf(
  last: PreviousRun | undefined,
  caseId: string | undefined,
  advice: Advice | BriefAdvice,
): { readonly changes?: readonly AdviceChange[] } {
  const before = caseId === undefined ? undefined : last?.adviceOf(caseId)
  return before && before.audience === advice.audience ? { changes: changesBetween(before, advice) } : {}
}

const RESULT: Shape = (value) => {
  if (typeof value !== 'object' || value === null) return fault('wrong-type')
  const of = { line: number, caseId: maybe(text), changes: maybe(list(record({ kind: text }))) }
  return record('error' in value ? { ...of, error: record({ code: text }) } : { ...of, advice: ANY_ADVICE })(value)
}

/**
 * A result as a line of a file, without its line end: what `previous` of the next run takes.
 *
 * @throws TriageError for what is no result of `batch`.
 */
export function resultLine(result: BatchResult): string {
  const issues = shapeIssues(result, RESULT, 'result', 'a result, as batch gives it')
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  if ('error' in result) return jsonLine(result, 'result')
  const { line, caseId, advice, changes } = result
  return jsonLine(
    { line, ...(caseId === undefined ? {} : { caseId }), ...advice, ...(changes ? { changes } : {}) },
    'result',
  )
}

function optionIssues(options: unknown): readonly Issue[] {
  const wrong = (option: string, message: string): Issue => ({ code: 'wrong-type', path: ['options', option], message })
  if (typeof options !== 'object' || options === null)
    return [{ code: 'wrong-type', path: ['options'], message: 'give the options as an object' }]
  const { detail, previous, changedOnly } = options as BatchOptions
  return [
    ...(detail === undefined || detail === 'brief' || detail === 'full'
      ? []
      : [{ code: 'unknown-value', path: ['options', 'detail'], message: 'give brief or full' } as const]),
    ...(previous === undefined ? [] : linesIssues(previous, ['options', 'previous'])),
    ...(changedOnly === undefined || typeof changedOnly === 'boolean'
      ? []
      : [wrong('changedOnly', 'give true or false')]),
    ...(changedOnly === true && previous === undefined
      ? [wrong('changedOnly', 'give the lines of the last run too, as previous')]
      : []),
  ]
}
