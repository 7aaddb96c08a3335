import { memoByObjects } from '../memo'
import type { Policy } from './policy'

/** Computes something from a policy and what it belongs to once, and forgets it with either. */
export const perPolicy = <Owner extends object, Result>(
  compute: (owner: Owner, policy: Policy) => Result,
): ((owner: Owner, policy: Policy) => Result) => memoByObjects(compute)
