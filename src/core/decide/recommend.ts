import type { Candidate } from './candidate'

/**
 * Which services the answers recommend or may still recommend: one entry a service, its reasons joined, the
 * earliest `startBy` first among its windows. In the order of the advice: certain before possible, not held
 * before held, then by `startBy`, then the rule set's order, in which `weighed` has them. What is not listed is excluded
 * by what is known.
 */
export function recommend(weighed: readonly Candidate[]): readonly Candidate[] {
  const candidates = weighed.slice()
  // They are few: each is put in its place, after its equals, which keeps the order of the catalogue between them.
  for (let place = 1; place < candidates.length; place++) {
    const candidate = candidates[place] as Candidate
    let at = place
    for (; at > 0; at--) {
      const before = candidates[at - 1] as Candidate
      if (before.rank <= candidate.rank) break
      candidates[at] = before
    }
    candidates[at] = candidate
  }
  return candidates
}
