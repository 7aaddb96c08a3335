import type { Calendar, Milestone } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { completedMonths, completedWeeks } from '../calendar/duration'
import type { Locale } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/calendar'
import { shortDay } from './day-text'

/** The calendar with its days written out; the other calendars that are still possible beside it. */
export function explainCalendar({ first, milestones }: CaseCalendar, asOf: Day, locale: Locale): Calendar {
  const weeks = completedWeeks(first.presumed, asOf)
  return {
    effectiveFirstDay: formatDay(first.presumed),
    completedWeeks: weeks,
    ordinalWeek: weeks + 1,
    completedMonths: completedMonths(first.presumed, asOf),
    onLeave: false,
    milestones: milestones.map((milestone) => explainMilestone(milestone, asOf, locale)),
    alternatives: first.days
      .filter((day) => day !== first.presumed)
      .map((day) => ({ ...weeksSince(day, asOf), dependsOn: [...first.dependsOn] })),
  }
}

const explainMilestone = (
  { rule, from, on, basis, state }: ScheduledMilestone,
  asOf: Day,
  locale: Locale,
): Milestone => ({
  id: rule.id,
  title: rule.title[locale],
  ...(from === undefined ? {} : { from: formatDay(from) }),
  on: formatDay(on),
  basis,
  state,
  text: `${rule.title[locale]}: ${shortDay(on, asOf, locale)}`,
})

const weeksSince = (first: Day, asOf: Day) => ({
  effectiveFirstDay: formatDay(first),
  completedWeeks: completedWeeks(first, asOf),
  ordinalWeek: completedWeeks(first, asOf) + 1,
})
