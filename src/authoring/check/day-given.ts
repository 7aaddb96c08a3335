import { type Day, parseDay } from '../../core/calendar/day'
import { TriageError } from '../../core/issue/issue'

/** A day that a caller gives as `YYYY-MM-DD`. Throws TriageError for anything else. */
export function dayGiven(on: string): Day {
  const day = typeof on === 'string' ? parseDay(on) : undefined
  if (day !== undefined) return day
  const message = 'give a day as YYYY-MM-DD'
  throw new TriageError([{ code: 'invalid-date', path: ['options', 'on'], message, expected: 'a day as YYYY-MM-DD' }])
}
