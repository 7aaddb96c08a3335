import type { Advice } from '../../core/advice'
import { anyAdviceIssues } from '../../core/any-advice-shape'
import type { BriefAdvice } from '../../core/brief-advice'

/** What an earlier run of a batch gave, to compare with. */
export interface PreviousRun {
  /** Undefined where it had no such case, or its line is no advice of this version. */
  readonly adviceOf: (caseId: string) => Advice | BriefAdvice | undefined
  readonly size: number
}

const CASE_ID = /"caseId":"([A-Za-z0-9_-]{1,64})"/

/** Lines as they were written, by their case: most of them are read but once, and none is held as an object. */
export async function previousRun(lines: AsyncIterable<string> | Iterable<string>): Promise<PreviousRun> {
  const byCase = new Map<string, string>()
  for await (const line of lines) {
    const caseId = caseIn(line)
    if (caseId !== undefined) byCase.set(caseId, line)
  }
  return {
    size: byCase.size,
    adviceOf: (caseId) => {
      const line = byCase.get(caseId)
      return line === undefined ? undefined : adviceIn(line)
    },
  }
}

/** The advice on a line; undefined where it holds none of this version, or not a whole one. */
export function adviceIn(line: string): Advice | BriefAdvice | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return anyAdviceIssues(value, 'previous').length === 0 ? (value as Advice | BriefAdvice) : undefined
  } catch {
    return undefined
  }
}

/** The case that a line is about, which is read nowhere else: a line is long. */
export const caseIn = (line: string): string | undefined => CASE_ID.exec(line)?.[1]
