import { type Duration, parseDuration } from '../calendar/duration'
import type { Policy } from '../policy/policy'
import type { Length } from './document'

/** A length of time as a rule writes it, with the policy's values where it names parameters. */
export function lengthOf(length: Length, policy: Policy): Duration {
  const ofPolicy = lengths.get(policy) ?? new Map<Length, Duration>()
  lengths.set(policy, ofPolicy)
  const found = ofPolicy.get(length) ?? lengthUnder(length, (name) => policy.get(name))
  if (!found) throw new RangeError('a length of time that was not checked')
  ofPolicy.set(length, found)
  return found
}

/** Read once: the lengths of a rule set are few. */
const lengths = new WeakMap<Policy, Map<Length, Duration>>()

/** The same for values that were not checked: undefined where one of them is missing or no length of time. */
export function lengthUnder(
  length: Length,
  parameter: (name: string) => number | string | undefined,
): Duration | undefined {
  if (typeof length === 'string') return parseDuration(length)
  const first = readLength(parameter(length.policy))
  if (length.plus === undefined) return first
  const more = readLength(parameter(length.plus))
  return first && more && { months: first.months + more.months, days: first.days + more.days }
}

/** Only parameters that count weeks may stand for a length as a plain number (check-window.ts). */
const readLength = (value: number | string | undefined): Duration | undefined =>
  typeof value === 'number' ? { months: 0, days: 7 * value } : parseDuration(value ?? '')
