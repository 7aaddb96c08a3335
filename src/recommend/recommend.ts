import type { Candidate } from './candidate'
import type { Verdict } from './verdict'
import { windowAt } from './window-at'

/**
 * Which services the answers recommend or may still recommend: one entry a service, its reasons joined, the
 * earliest `startBy` first among its windows. In the order of the advice: certain before possible, not held
 * before held, then by `startBy`, then the rule set's order. What is not listed is excluded by what is known.
 */
export function recommend(verdicts: readonly Verdict[]): readonly Candidate[] {
  const candidates: Candidate[] = []
  for (const verdict of verdicts) {
    const candidate = candidateFor(verdict)
    let at = candidates.length
    // They are few: each is put in its place, after its equals, which keeps the order of the catalogue between them.
    for (; at > 0; at--) {
      const before = candidates[at - 1] as Candidate
      if (compareCandidates(before, candidate) <= 0) break
      candidates[at] = before
    }
    candidates[at] = candidate
  }
  return candidates
}

function candidateFor(verdict: Verdict): Candidate {
  const { rules, core, windows, hindrances } = verdict
  const { mostUrgent, leastUrgent } = core
  const window = windowAt(windows[mostUrgent] as number)
  const latest = leastUrgent === mostUrgent ? window : windowAt(windows[leastUrgent] as number)
  return { service: rules.service, certainty: core.certainty, verdict, window, latest, held: hindrances.held }
}

const compareCandidates = (a: Candidate, b: Candidate): number =>
  compareTexts(a.certainty, b.certainty) ||
  Number(a.held) - Number(b.held) ||
  compareTexts(a.window.startBy, b.window.startBy)

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
