import type { Advice } from './advice'
import type { Case } from './case/case'
import { TriageError } from './issue/issue'
import type { ResolvedOptions, TriageOptions } from './options'
import { decideCase, explain, openSnapshot, settingsFor, settingsOf } from './triage'

/**
 * `triage` with its options checked once and its rules compiled, without a promise: for forms, servers and batches.
 *
 * @returns A function of one snapshot. It throws TriageError for a wrong snapshot, and for a second argument: options
 * belong to `createTriage`.
 * @throws TriageError at once for wrong options.
 */
export function createTriage(options?: TriageOptions): (snapshot: unknown) => Advice {
  const settings = settingsOf(options)
  return (snapshot, ...others: readonly unknown[]) => {
    if (others.length > 0) throw new TriageError([SECOND_ARGUMENT])
    return adviseCase(openSnapshot(snapshot, settings), settings)
  }
}

const SECOND_ARGUMENT = {
  code: 'unknown-option',
  path: ['arguments', 1],
  message: 'give the options to createTriage; what it returns takes one snapshot and nothing else',
} as const

/** The advice of `triage` without a promise, for one case: the same documents, compiled. */
export function triageSync(snapshot: unknown, options?: TriageOptions): Advice {
  const settings = settingsFor(snapshot, options)
  return adviseCase(openSnapshot(snapshot, settings), settings)
}

/** The same for a case that was read already. */
export const adviseCase = (opened: Case, settings: ResolvedOptions): Advice =>
  explain(decideCase(opened, settings), opened, settings)
