import { type Duration, parseDuration } from '../../core/calendar/day'
import type { Length } from '../../core/rules/document'
import { lengthOf } from '../../core/rules/length'
import type { Policy } from '../../core/rules/policy'

/** Four weeks: a month less a few days, however long the month is. */
const MONTH_CUT_SHORT = 27

/** A length of time that is a day shorter, if it has a day, and one that is a day longer. */
export const lengthsAround = (length: Length, policy: Policy): readonly string[] => around(lengthOf(length, policy))

/** The same of a policy value. */
export function durationsAround(text: string): readonly string[] {
  const duration = parseDuration(text)
  return duration ? around(duration) : []
}

function around({ months, days }: Duration): readonly string[] {
  const longer = written(months, days + 1)
  if (days > 0) return [written(months, days - 1), longer]
  return months > 0 ? [written(months - 1, MONTH_CUT_SHORT), longer] : [longer]
}

const written = (months: number, days: number): string =>
  `P${months > 0 ? `${months}M` : ''}${days > 0 || months === 0 ? `${days}D` : ''}`
