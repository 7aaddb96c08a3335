import type { Advice } from '../../core/advice'
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
    const caseId = CASE_ID.exec(line)?.[1]
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

function adviceIn(line: string): Advice | BriefAdvice | undefined {
  try {
    const value = JSON.parse(line) as Partial<Advice & BriefAdvice>
    const whole =
      value.adviceVersion === 2 && Array.isArray(value.recommendations) && Array.isArray(value.openQuestions)
    return whole && typeof value.asOf === 'string' && typeof value.next === 'object' && value.next !== null
      ? (value as Advice | BriefAdvice)
      : undefined
  } catch {
    return undefined
  }
}
