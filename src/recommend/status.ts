import type { Certainty, Status, Window } from '../advice'

/** A recommendation, as far as the status of the advice goes. */
export interface Standing {
  readonly certainty: Certainty
  readonly window: Pick<Window, 'state'>
  /** For certain. */
  readonly held: boolean
}

/** What the recommendations come to. */
export function statusOf(recommendations: readonly Standing[]): Status {
  const certain = recommendations.filter(({ certainty }) => certainty === 'certain')
  if (certain.length === 0) return recommendations.length === 0 ? 'no-referral' : 'more-information-needed'
  return certain.some(({ window, held }) => window.state !== 'planned' && !held) ? 'refer-now' : 'plan-referral'
}
