import { type Duration, parseDuration } from '../calendar/duration'
import { duration, type Policy } from '../policy/policy'
import type { Length } from './document'

/** A length of time as a rule writes it, with the policy's value where it names a parameter. */
export function lengthOf(length: Length, policy: Policy): Duration {
  if (typeof length !== 'string') return duration(policy, length.policy)
  const parsed = parseDuration(length)
  if (!parsed) throw new RangeError('a length of time that was not checked')
  return parsed
}
