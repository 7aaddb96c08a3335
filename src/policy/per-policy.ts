import type { Policy } from './policy'

/** Computes something from a policy and what it belongs to once, and forgets it with either. */
export function perPolicy<Owner extends object, Result>(
  compute: (owner: Owner, policy: Policy) => Result,
): (owner: Owner, policy: Policy) => Result {
  const known = new WeakMap<Owner, WeakMap<Policy, { readonly result: Result }>>()
  return (owner, policy) => {
    const found = known.get(owner)?.get(policy)
    if (found) return found.result
    const result = compute(owner, policy)
    const ofOwner = known.get(owner) ?? new WeakMap()
    known.set(owner, ofOwner.set(policy, { result }))
    return result
  }
}
