import { decodeWindow } from '../schedule/window'
import type { Candidate } from './candidate'
import type { WeighedService } from './weigh-services'

/**
 * Which services the answers recommend or may still recommend: one entry a service, its reasons joined, the
 * earliest `startBy` first among its windows. In the order of the advice: certain before possible, not held
 * before held, then by `startBy`, then the rule set's order. What is not listed is excluded by what is known.
 */
export const recommend = (weighed: readonly WeighedService[]): readonly Candidate[] =>
  weighed.map(candidateFor).sort(compareCandidates)

function candidateFor({ rules, verdict, windows }: WeighedService): Candidate {
  const window = decodeWindow(windows[verdict.mostUrgent] as number)
  const settled = verdict.leastUrgent === verdict.mostUrgent
  return {
    service: rules.service,
    verdict,
    window,
    latest: settled ? window : decodeWindow(windows[verdict.leastUrgent] as number),
    held: verdict.holds.some((hold) => hold.certainty === 'certain'),
  }
}

/** Sorting keeps the order of the catalogue between equals. */
const compareCandidates = (a: Candidate, b: Candidate): number =>
  compareTexts(a.verdict.certainty, b.verdict.certainty) ||
  Number(a.held) - Number(b.held) ||
  compareTexts(a.window.startBy, b.window.startBy)

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
