import type { Recommendation, Timing } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import type { Candidate } from '../recommend/candidate'
import { reasonsIn } from '../recommend/grounds'
import type { Locale } from '../snapshot/fact'
import { explainHindrances, tellHolds } from './explain-hindrances'
import { prepareReason, tellReason } from './explain-reason'
import { explainWaivers } from './explain-waivers'

/**
 * Candidates in words: each with its window, its reasons and their sources, and what stands in the way. What does not
 * depend on the day of the case is frozen, and shared between advices.
 */
export const explainRecommendations = (
  candidates: readonly Candidate[],
  judgement: Judgement,
  locale: Locale,
): readonly Recommendation[] =>
  candidates.map((candidate) => {
    const { service, certainty, verdict } = candidate
    const hindrances = explainHindrances(verdict.hindrances, judgement, locale)
    return {
      service: service.id,
      title: service.title[locale],
      certainty,
      timing: timingOf(candidate),
      blockedBy: hindrances.blockedBy,
      heldBy: tellHolds(hindrances, judgement, locale),
      waivedBy: explainWaivers(verdict, judgement, locale),
      reasons: reasonsIn(verdict.live).map((reason) =>
        tellReason(prepareReason(reason, judgement.policy, locale), judgement, locale),
      ),
    }
  })

function timingOf({ window: { startFrom, startBy, state, basis }, latest, verdict }: Candidate): Timing {
  return { startFrom, startBy, state, basis, latest, dependsOn: verdict.core.windowDependsOn }
}
