import type { Recommendation, Timing } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import type { Candidate } from '../recommend/candidate'
import { certaintyOf, inOrderOfWeight } from '../recommend/grounds'
import type { Locale } from '../snapshot/fact'
import { explainHindrances, tellHolds } from './explain-hindrances'
import { reasonTeller } from './explain-reason'
import { explainWaivers } from './explain-waivers'

/**
 * Candidates in words: each with its window, its reasons and their sources, and what stands in the way. What does not
 * depend on the day of the case is frozen, and shared between advices.
 */
export function explainRecommendations(
  candidates: readonly Candidate[],
  judgement: Judgement,
  locale: Locale,
): readonly Recommendation[] {
  const tell = reasonTeller(judgement, locale)
  return candidates.map((candidate) => {
    const { service } = candidate.rules
    const hindrances = explainHindrances(candidate.hindrances, judgement, locale)
    return {
      service: service.id,
      title: service.title[locale],
      certainty: candidate.core.certainty,
      timing: timingOf(candidate),
      blockedBy: hindrances.blockedBy,
      heldBy: tellHolds(hindrances, judgement, locale),
      waivedBy: explainWaivers(candidate, judgement, locale),
      reasons: inOrderOfWeight(candidate.live).map(({ reason, speaks }) => tell(reason.place, certaintyOf(speaks))),
    }
  })
}

function timingOf({ window: { startFrom, startBy, state, basis }, latest, core }: Candidate): Timing {
  return { startFrom, startBy, state, basis, latest, dependsOn: core.windowDependsOn }
}
