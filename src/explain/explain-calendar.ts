import { type Audience, type Calendar, PHYSICIAN_ADVICE } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { completedMonths, completedWeeks } from '../calendar/duration'
import type { CaseCalendar } from '../schedule/calendar'
import { BASE_FACTS } from '../snapshot/catalogue'
import type { Locale } from '../snapshot/fact'

/** The calendar with its days written out; the other calendars that are still possible beside it. */
export function explainCalendar(
  { first, milestones }: CaseCalendar,
  asOf: Day,
  audience: Audience,
  locale: Locale,
): Calendar {
  return {
    ...weeksSince(first.presumed, asOf),
    completedMonths: completedMonths(first.presumed, asOf),
    milestones: milestones.map(({ rule, from, on, basis, state }) => ({
      id: rule.id,
      title: rule.title[locale],
      ...(from === undefined ? {} : { from: formatDay(from) }),
      on: formatDay(on),
      basis,
      state,
    })),
    alternatives: first.days
      .filter((day) => day !== first.presumed)
      .map((day) => ({ ...weeksSince(day, asOf), dependsOn: first.dependsOn.map((fact) => nameFor(fact, audience)) })),
  }
}

const weeksSince = (first: Day, asOf: Day) => ({
  effectiveFirstDay: formatDay(first),
  completedWeeks: completedWeeks(first, asOf),
  ordinalWeek: completedWeeks(first, asOf) + 1,
})

/** The employer is told to ask the physician, not what. */
const nameFor = (fact: string, audience: Audience): string =>
  audience === 'employer' && BASE_FACTS.get(fact)?.tier === 'medical' ? PHYSICIAN_ADVICE : fact
