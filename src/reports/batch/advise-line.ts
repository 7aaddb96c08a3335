import type { Advice, Recommendation } from '../../core/advice'
import { issuesFor } from '../../core/audience/employer-issues'
import { type BriefAdvice, type BriefRecommendation, createBriefTriage } from '../../core/brief-advice'
import { readCase } from '../../core/case/read-case'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import type { PlainData } from '../../core/snapshot/plain-data'
import { createTriage } from '../../core/triage-sync'
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
  const triage = createTriage(options)
  const briefTriage = createBriefTriage(options)
  const isFull = to.format === 'ndjson' && to.full
  /** Nothing is explained, and what is right is not checked in full: half the time of a line. */
  const briefly = (value: unknown): BriefAdvice | undefined => {
    const opened = readCase(value, options.ruleSet.facts)
    const found = opened && adviceOn(opened, briefTriage)
    return found && !isIssues(found) ? found : undefined
  }
  return (read, line) => {
    const brief = read.ok && !isFull ? briefly(read.value) : undefined
    const found = brief ?? (read.ok ? adviceOn(read.value, triage) : read.issues)
    if (isIssues(found)) {
      const error = lineError(found, options)
      const text = to.format === 'csv' ? errorRow(line, error, to.delimiter) : JSON.stringify({ line, error })
      return { text, advised: false }
    }
    const of = { line, caseId: caseIdIn(read) }
    if (isFull) return { text: JSON.stringify({ ...of, ...found }), advised: true }
    const advice = brief ?? inBrief(found as Advice)
    return {
      text: to.format === 'csv' ? adviceRow(advice, of, to.delimiter) : JSON.stringify({ ...of, ...inOneLine(advice) }),
      advised: true,
    }
  }
}

function adviceOn<Given, Result extends object>(
  value: Given,
  triage: (snapshot: Given) => Result,
): Result | readonly Issue[] {
  try {
    return triage(value)
  } catch (error) {
    if (!(error instanceof TriageError)) throw error
    return error.issues
  }
}

const isIssues = (found: object): found is readonly Issue[] => Array.isArray(found)

/** Of a case that has been found valid: a pseudonym, or none. */
const caseIdIn = (read: PlainData): string | undefined =>
  read.ok ? (read.value as { readonly caseId?: string }).caseId : undefined

/** What is needed to work through a list of cases. `advice` has been made for whom it is to be read by: nothing is added. */
function inBrief({ asOf, status, complete, recommendations, openQuestions }: Advice): BriefAdvice {
  return {
    asOf,
    status,
    complete,
    recommendations: recommendations.map(briefRecommendation),
    openQuestions: openQuestions.map(({ fact }) => fact),
  }
}

function briefRecommendation(recommendation: Recommendation): BriefRecommendation {
  const { service, certainty, timing, heldBy, blockedBy } = recommendation
  return {
    service,
    certainty,
    window: timing,
    held: heldBy.some((hold) => hold.certainty === 'certain'),
    blockedBy: blockedBy.map(({ need }) => need),
  }
}

/** The window of a recommendation as members of it. */
function inOneLine({ asOf, status, complete, recommendations, openQuestions }: BriefAdvice) {
  return {
    asOf,
    status,
    complete,
    recommendations: recommendations.map(({ service, certainty, window, held, blockedBy }) => {
      const { startFrom, startBy, state } = window
      return { service, certainty, startFrom, startBy, state, held, blockedBy }
    }),
    openQuestions,
  }
}

/** The issues of a line, as the audience may read them. */
function lineError(issues: readonly Issue[], options: BatchOptions): LineError {
  const readable = issuesFor(issues, options)
  const listed = readable.slice(0, MOST_ISSUES)
  const more = readable.length - listed.length
  return { code: listed[0]?.code ?? 'wrong-type', issues: listed, ...(more > 0 ? { more } : {}) }
}
