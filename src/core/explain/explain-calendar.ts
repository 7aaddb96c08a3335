import type { Calendar, Milestone, MilestoneState } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { completedMonths, completedWeeks } from '../calendar/duration'
import type { Locale } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/statutory-calendar'
import { shortDay } from './day-text'

/** Beside the presumed one the other calendars that are still possible; of days within months the first and the last. */
const MOST_ALTERNATIVES = 4

/** The calendar with its days written out; the other calendars that are still possible beside it. */
export function explainCalendar({ first, leave, milestones }: CaseCalendar, asOf: Day, locale: Locale): Calendar {
  // The days of a leave are not counted: the count stands still until it is over.
  const counted = leave ? leave.from : asOf
  const others = first.days.filter((day) => day !== first.presumed)
  const shown =
    others.length > MOST_ALTERNATIVES ? others.filter((_, at) => at === 0 || at === others.length - 1) : others
  return {
    ...weeksSince(first.presumed, counted),
    completedMonths: completedMonths(first.presumed, counted),
    onLeave: leave !== undefined,
    milestones: milestones.map((milestone) => explainMilestone(milestone, asOf, locale)),
    alternatives: [
      ...shown.map((day) => ({ ...weeksSince(day, counted), dependsOn: [...first.dependsOn] })),
      ...(first.otherReading === undefined
        ? []
        : [{ ...weeksSince(first.otherReading, counted), dependsOn: ['policy.leave.breaksGap'] }]),
    ],
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
  text: `${rule.title[locale]}: ${STATES[locale][state](shortDay(on, asOf, locale))}`,
})

/** Where a deadline stands, with its day in words. */
const STATES: Readonly<Record<Locale, Readonly<Record<MilestoneState, (day: string) => string>>>> = {
  nl: {
    upcoming: (day) => `uiterlijk ${day}`,
    due: (day) => `kan nu, uiterlijk ${day}`,
    passed: (day) => `was uiterlijk ${day}`,
    'on-time': (day) => `op tijd gedaan (uiterlijk ${day})`,
    late: (day) => `te laat, was uiterlijk ${day}`,
    'late-motivated': (day) => `te laat met vastgelegde reden, was uiterlijk ${day}`,
    'late-motivation-unknown': (day) => `te laat, was uiterlijk ${day}; is de reden vastgelegd?`,
  },
  en: {
    upcoming: (day) => `by ${day}`,
    due: (day) => `possible now, by ${day}`,
    passed: (day) => `was due by ${day}`,
    'on-time': (day) => `done in time (by ${day})`,
    late: (day) => `late, was due by ${day}`,
    'late-motivated': (day) => `late with a recorded reason, was due by ${day}`,
    'late-motivation-unknown': (day) => `late, was due by ${day}; was the reason recorded?`,
  },
}

const weeksSince = (first: Day, at: Day) => ({
  effectiveFirstDay: formatDay(first),
  completedWeeks: completedWeeks(first, at),
  ordinalWeek: completedWeeks(first, at) + 1,
})
