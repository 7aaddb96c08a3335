import type { Recommendation, Timing } from '../advice'
import type { Judgement } from '../evaluate/judgement'
import type { Candidate } from '../recommend/candidate'
import type { Locale } from '../snapshot/fact'
import { tellReason } from './explain-reason'
import { prepareVerdict, tellHolds, tellWaivers } from './prepared-verdict'

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
    const { service, verdict } = candidate
    const prepared = prepareVerdict(verdict, judgement, locale)
    return {
      service: service.id,
      title: service.title[locale],
      certainty: verdict.certainty,
      timing: timingOf(candidate),
      blockedBy: prepared.blockedBy,
      heldBy: tellHolds(prepared, judgement, locale),
      waivedBy: tellWaivers(prepared, judgement, locale),
      reasons: prepared.reasons.map((reason) => tellReason(reason, judgement, locale)),
    }
  })

function timingOf({ window: { startFrom, startBy, state, basis }, latest, verdict }: Candidate): Timing {
  return { startFrom, startBy, state, basis, latest, dependsOn: verdict.windowDependsOn }
}
