import type { Advice } from './advice'
import { adviceIssues } from './advice-shape'
import { type Issue, TriageError } from './issue/issue'

/** What an advice raised: a service or a hold, with the first day on which it was so. */
export interface Remembered {
  readonly id: string
  readonly on: string
}

/**
 * What to store of an advice, so that what is due "now" is counted from the day on which it was first so: the list for
 * `process.raised` of the employer's advice, or for `health.raised` of the full one. It replaces the list of before; what
 * is no longer advised, or no longer "now", falls out of it. The library stores nothing.
 *
 * @throws TriageError for an advice that is none, or not whole.
 */
export function remember(advice: Advice): readonly Remembered[] {
  const issues = adviceIssues(advice)
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const services = advice.recommendations
    .filter(({ certainty, timing }) => certainty === 'certain' && timing.since !== undefined)
    .map(({ service, timing }) => ({ id: service, on: timing.since as string }))
  const holds = new Map<string, string>()
  for (const { heldBy } of advice.recommendations)
    for (const { rule, certainty, since } of heldBy)
      if (certainty === 'certain' && since !== undefined) holds.set(rule, since)
  return [...services, ...[...holds].map(([id, on]) => ({ id, on }))]
}
