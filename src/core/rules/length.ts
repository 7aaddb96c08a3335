import { memo, perObject } from '../cache'
import { type Duration, parseDuration } from '../calendar/day'
import type { Length } from './document'
import type { Policy } from './policy'

/** A length of time as a rule writes it, with the policy's values where it names parameters. */
export function lengthOf(length: Length, policy: Policy): Duration {
  return lengthsOf(policy)(length)
}

/** Read once: the lengths of a rule set are few. */
const lengthsOf = perObject((policy: Policy) =>
  memo((length: Length): Duration => {
    const found = lengthUnder(length, (name) => policy.get(name))
    if (!found) throw new RangeError('a length of time that was not checked')
    return found
  }),
)

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
