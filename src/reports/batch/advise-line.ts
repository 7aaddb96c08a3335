import { type BriefAdvice, createBriefTriage } from '../../core/brief-advice'
import type { OwnFacts } from '../../core/case/answers'
import { type ReadCase, readCase } from '../../core/case/read-case'
import { caseBytesReader } from '../../core/case/read-case-bytes'
import type { TextBytes } from '../../core/case/text-scanner'
import type { Issue } from '../../core/issue/issue'
import { TriageError } from '../../core/issue/triage-error'
import { parseJson } from '../../core/snapshot/parse-json'
import { type PlainData, SNAPSHOT_LIMITS } from '../../core/snapshot/plain-data'
import { createTriage } from '../../core/triage-sync'
import type { BatchSettings } from './batch-settings'
import { type CaseLine, compactAdvice } from './compact-advice'
import { adviceRow, errorRow } from './csv-result'
import { lineError } from './line-issues'
import { writtenAdvice } from './written-advice'

/** A line of the results, without its line end. */
export interface ResultLine {
  readonly text: string
  /** False: an error line. */
  readonly advised: boolean
}

/** One line of NDJSON to one line of the results. `line` is where it stands in the input, counted from one. */
export interface LineAdviser {
  readonly adviseText: (text: string, line: number) => ResultLine
  /** The line from one byte up to another; undefined where its text is needed. */
  readonly adviseBytes: (bytes: TextBytes, from: number, to: number, line: number) => ResultLine | undefined
}

/**
 * The common right case is advised on in brief, without the full checks: whatever is wrong or unusual is left to these.
 * A key that is given twice shows as one colon too many: no value of a right case holds one.
 */
export function lineAdviser(settings: BatchSettings): LineAdviser {
  const { options, to } = settings
  const advise = caseAdviser(settings)
  const fully = (text: string, line: number): ResultLine => advise(parseJson(text, options), line)
  if (to.format === 'ndjson' && to.full) return { adviseText: fully, adviseBytes: () => undefined }
  const triage = createBriefTriage(options)
  const readBytes = caseBytesReader(options.ruleSet.facts)
  const briefly = ({ opened, caseId }: ReadCase, line: number): ResultLine | undefined => {
    const advice = adviceOn(opened, triage)
    return isIssues(advice) ? undefined : { text: written(advice, { line, caseId }, to), advised: true }
  }
  return {
    adviseText: (text, line) => {
      const read = text.length <= SNAPSHOT_LIMITS.textLength ? readText(text, options.ruleSet.facts) : undefined
      return (read && countOf(':', text) === read.keys ? briefly(read, line) : undefined) ?? fully(text, line)
    },
    adviseBytes: (bytes, from, to, line) => {
      const read = to - from <= SNAPSHOT_LIMITS.textLength ? readBytes(bytes, from, to) : undefined
      return read && briefly(read, line)
    },
  }
}

function readText(text: string, own: OwnFacts): ReadCase | undefined {
  try {
    return readCase(JSON.parse(text), 'parsed', own)
  } catch {
    return undefined
  }
}

function countOf(character: string, text: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1
  return count
}

const written = (advice: BriefAdvice, of: CaseLine, to: BatchSettings['to']): string =>
  to.format === 'csv' ? adviceRow(advice, of, to.delimiter) : writtenAdvice(advice, of)

/**
 * One case as it was read, or what kept it from being read, to one line of the results.
 *
 * @throws TriageError at once for wrong options, which would be wrong for every line.
 */
export function caseAdviser({ options, to }: BatchSettings): (read: PlainData, line: number) => ResultLine {
  const triage = createTriage(options)
  return (read, line) => {
    const found = read.ok ? adviceOn(read.value, triage) : read.issues
    if (isIssues(found)) {
      const error = lineError(found, options)
      const text = to.format === 'csv' ? errorRow(line, error, to.delimiter) : JSON.stringify({ line, error })
      return { text, advised: false }
    }
    const caseId = caseIdIn(read)
    if (to.format === 'ndjson' && to.full)
      return { text: JSON.stringify({ line, ...(caseId === undefined ? {} : { caseId }), ...found }), advised: true }
    return { text: written(compactAdvice(found), { line, caseId }, to), advised: true }
  }
}

/** The one place where a line's advice is computed: the advice, or what is wrong with the case. */
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
