import type { Certainty, Status } from '../advice'

/** What recommendations come to. `isNow` tells of a certain one whether its window is there, and nothing holds it for certain. */
export function statusOf<One extends { readonly certainty: Certainty }>(
  recommendations: readonly One[],
  isNow: (one: One) => boolean,
): Status {
  let status: Status = recommendations.length === 0 ? 'no-referral' : 'more-information-needed'
  for (const one of recommendations) {
    if (one.certainty !== 'certain') continue
    if (isNow(one)) return 'refer-now'
    status = 'plan-referral'
  }
  return status
}
