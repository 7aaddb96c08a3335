import { issuesFor } from '../../core/audience/employer-issues'
import { createBriefTriage } from '../../core/brief-advice'
import { createTriage } from '../../core/create-triage'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { PlainData } from '../../core/snapshot/plain-data'
import type { BatchOptions, BatchSettings, LineError } from './batch-settings'
import { adviceRow, errorRow } from './csv-result'

/** A line of the results, without its line end. */
export interface ResultLine {
  readonly text: string
  /** False: an error line. */
  readonly advised: boolean
}

/** The issues of one line that are listed; a line with more is something else altogether. */
const MOST_ISSUES = 20

/**
 * One case as it was read, or what kept it from being read, to one line of the results.
 *
 * @throws TriageError at once for wrong options, which would be wrong for every line.
 */
export function caseAdviser({ options, to }: BatchSettings): (read: PlainData, line: number) => ResultLine {
  const inFull = createTriage(options)
  const inBrief = createBriefTriage(options)
  return (read, line) => {
    try {
      if (!read.ok) return refused(read.issues, line)
      const of = { line, caseId: (read.value as { readonly caseId?: string } | null)?.caseId }
      if (to.format === 'csv') return { text: adviceRow(inBrief(read.value), of, to.delimiter), advised: true }
      const advice = to.full ? inFull(read.value) : inBrief(read.value)
      return { text: JSON.stringify({ ...of, ...advice }), advised: true }
    } catch (error) {
      if (!(error instanceof TriageError)) throw error
      return refused(error.issues, line)
    }
  }

  function refused(issues: readonly Issue[], line: number): ResultLine {
    const error = lineError(issues, options)
    const text = to.format === 'csv' ? errorRow(line, error, to.delimiter) : JSON.stringify({ line, error })
    return { text, advised: false }
  }
}

/** The issues of a line, as the audience may read them. */
export function lineError(
  issues: readonly Issue[],
  options: Pick<BatchOptions, 'audience' | 'ruleSet' | 'locale'>,
): LineError {
  const readable = issuesFor(issues, options)
  const listed = readable.slice(0, MOST_ISSUES)
  const more = readable.length - listed.length
  return { code: listed[0]?.code ?? 'wrong-type', issues: listed, ...(more > 0 ? { more } : {}) }
}
