import type { Advice, Recommendation } from '../../core/advice'
import type { BriefAdvice, BriefRecommendation } from '../../core/brief-advice'

/** Where a case stands in the input, counted from one as an editor does, and what it calls itself. */
export interface CaseLine {
  readonly line: number
  readonly caseId: string | undefined
}

/** What is needed to work through a list of cases. `advice` has been made for whom it is to be read by: nothing is added. */
export function compactAdvice({ asOf, status, complete, recommendations, openQuestions }: Advice): BriefAdvice {
  return {
    asOf,
    status,
    complete,
    recommendations: recommendations.map(compactRecommendation),
    openQuestions: openQuestions.map(({ fact }) => fact),
  }
}

function compactRecommendation(recommendation: Recommendation): BriefRecommendation {
  const { service, certainty, timing, heldBy, blockedBy } = recommendation
  return {
    service,
    certainty,
    window: timing,
    held: heldBy.some((hold) => hold.certainty === 'certain'),
    blockedBy: blockedBy.map(({ need }) => need),
  }
}
