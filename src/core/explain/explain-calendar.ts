import { type Audience, type Calendar, type Milestone, PHYSICIAN_ADVICE } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { completedMonths, completedWeeks } from '../calendar/duration'
import { BASE_FACTS } from '../snapshot/catalogue'
import type { Locale } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/calendar'
import { onceFor } from './once-for'

/** The calendar with its days written out; the other calendars that are still possible beside it. */
export function explainCalendar(
  { first, milestones }: CaseCalendar,
  asOf: Day,
  audience: Audience,
  locale: Locale,
): Calendar {
  const weeks = completedWeeks(first.presumed, asOf)
  return {
    effectiveFirstDay: formatDay(first.presumed),
    completedWeeks: weeks,
    ordinalWeek: weeks + 1,
    completedMonths: completedMonths(first.presumed, asOf),
    milestones: milestones.map(milestoneIn[locale]),
    alternatives: first.days
      .filter((day) => day !== first.presumed)
      .map((day) => ({ ...weeksSince(day, asOf), dependsOn: first.dependsOn.map((fact) => nameFor(fact, audience)) })),
  }
}

const explainMilestone = (locale: Locale) =>
  onceFor(
    ({ rule, from, on, basis, state }: ScheduledMilestone): Milestone => ({
      id: rule.id,
      title: rule.title[locale],
      ...(from === undefined ? {} : { from: formatDay(from) }),
      on: formatDay(on),
      basis,
      state,
    }),
  )

const milestoneIn = { nl: explainMilestone('nl'), en: explainMilestone('en') }

const weeksSince = (first: Day, asOf: Day) => ({
  effectiveFirstDay: formatDay(first),
  completedWeeks: completedWeeks(first, asOf),
  ordinalWeek: completedWeeks(first, asOf) + 1,
})

/** The employer is told to ask the physician, not what. */
const nameFor = (fact: string, audience: Audience): string =>
  audience === 'employer' && BASE_FACTS.get(fact)?.tier === 'medical' ? PHYSICIAN_ADVICE : fact
