import { hang } from './lay-out'
import type { Page } from './page'
import { questionsText } from './timing-text'

/** How far the absence is, and how far it would be on another answer. */
export function calendarText(page: Page): string[] {
  const { words } = page
  const { calendar } = page.advice
  if (!calendar) return hang('', words.noCalendar, 2)
  const { effectiveFirstDay, completedWeeks, ordinalWeek, completedMonths, alternatives } = calendar
  const others = alternatives.map((other) =>
    words.otherwise(
      questionsText(other.dependsOn, page),
      words.calendar(page.date(other.effectiveFirstDay), other.completedWeeks, other.ordinalWeek),
    ),
  )
  const own = words.calendar(page.date(effectiveFirstDay), completedWeeks, ordinalWeek, completedMonths)
  return [own, ...others].flatMap((text) => hang('', text, 2))
}
