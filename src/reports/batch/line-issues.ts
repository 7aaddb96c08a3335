import { issuesFor } from '../../core/audience/employer-issues'
import type { Issue } from '../../core/issue/issue'
import type { BatchOptions } from './batch-settings'

/** The issues of one line that are told; a line with more is something else altogether. */
const MOST_ISSUES = 20

/** What is wrong with a line of the input. */
export interface LineError {
  /** The code of the first issue. */
  readonly code: Issue['code']
  readonly issues: readonly Issue[]
  /** How many more there are. */
  readonly more?: number
}

/** The issues of a line, as the audience may read them. */
export function lineError(issues: readonly Issue[], options: BatchOptions): LineError {
  const readable = issuesFor(issues, options)
  const told = readable.slice(0, MOST_ISSUES)
  const more = readable.length - told.length
  return { code: told[0]?.code ?? 'wrong-type', issues: told, ...(more > 0 ? { more } : {}) }
}
