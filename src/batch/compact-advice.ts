import type { Advice, Recommendation } from '../advice'
import type { BriefAdvice, BriefRecommendation } from '../brief-advice'

/** What is needed to work through a list of cases; no texts. Days are `YYYY-MM-DD`. */
export interface CompactAdvice extends BriefAdvice {
  /** Where the case stands in the input, counted from one as an editor does. */
  readonly line: number
  readonly caseId?: string | undefined
}

/** `advice` has been made for whom it is to be read by: nothing is added to it here. */
export function compactAdvice(advice: Advice, line: number, caseId: string | undefined): CompactAdvice {
  const { asOf, status, complete, recommendations, openQuestions } = advice
  return {
    line,
    ...(caseId === undefined ? {} : { caseId }),
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
    startFrom: timing.startFrom,
    startBy: timing.startBy,
    state: timing.state,
    held: heldBy.some((hold) => hold.certainty === 'certain'),
    blockedBy: blockedBy.map(({ need }) => need),
  }
}
