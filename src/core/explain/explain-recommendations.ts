import type { Recommendation, Timing } from '../advice'
import type { Candidate } from '../decide/candidate'
import type { Judgement } from '../evaluate/judgement'
import type { Locale } from '../snapshot/fact'
import { tellHolds } from './explain-hindrances'
import { verdictTeller } from './explain-verdict'

/**
 * Candidates in words: each with its window, its reasons and their sources, and what stands in the way. What does not
 * depend on the day of the case is frozen, and shared between advices.
 */
export function explainRecommendations(
  candidates: readonly Candidate[],
  judgement: Judgement,
  locale: Locale,
): readonly Recommendation[] {
  const tell = verdictTeller(judgement, locale)
  return candidates.map((candidate) => {
    const { verdict } = candidate
    const { service } = verdict.rules
    const { hindrances, waivedBy, reasons } = tell(verdict)
    return {
      service: service.id,
      title: service.title[locale],
      certainty: verdict.core.certainty,
      timing: timingOf(candidate),
      blockedBy: hindrances.blockedBy,
      heldBy: tellHolds(hindrances, judgement, locale),
      waivedBy,
      reasons,
    }
  })
}

function timingOf({ verdict, window: { startFrom, startBy, state, basis }, latest }: Candidate): Timing {
  return { startFrom, startBy, state, basis, latest, dependsOn: verdict.core.windowDependsOn }
}
