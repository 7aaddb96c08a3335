import type { Certainty, Window } from '../advice'
import type { Rule } from '../rules/rule-set'
import { urgencyOf } from '../time/window'
import type { Verdict } from './verdict'
import { windowAt } from './window-at'

/** A service that the answers recommend, or may still recommend, before it is put into words. */
export interface Candidate {
  readonly verdict: Verdict
  /** The most urgent window that the answers still allow. */
  readonly window: Window
  /** The least urgent one. */
  readonly latest: Window
  /** The lower, the earlier in the advice. */
  readonly rank: number
}

/** A verdict on the case for which it was reached. */
export function asReached(verdict: Verdict | undefined): Candidate | undefined {
  if (!verdict) return undefined
  const { windows, core } = verdict
  return candidateOf(verdict, windows[core.mostUrgent] as number, windows[core.leastUrgent] as number)
}

/** A verdict on any case in which the facts say the same. The windows are those of that case, as `encodeWindow` writes them. */
export function candidateOf(verdict: Verdict, mostUrgent: number, leastUrgent: number): Candidate {
  const window = windowAt(mostUrgent)
  const latest = leastUrgent === mostUrgent ? window : windowAt(leastUrgent)
  return { verdict, window, latest, rank: rankOf(verdict, mostUrgent) }
}

/** By certainty, then by whether it is held, then by the last day to start on, for which 24 bits are enough. */
function rankOf({ core, hindrances }: Verdict, window: number): number {
  const kind = (core.certainty === 'certain' ? 0 : 2) + (hindrances.held ? 1 : 0)
  return (kind << 24) | urgencyOf(window)
}

/** A rule that speaks for or against, and how surely. */
export interface Grounds {
  readonly rule: Rule
  readonly certainty: Certainty
}

export interface UnmetNeed {
  readonly need: string
  readonly state: 'unmet' | 'unknown'
}
