import { element } from '../element'
import type { AdviceContext } from './advice-context'

/** How far the absence is, and how far it would be on another answer. */
export function calendarLines({ view, words, day }: AdviceContext): HTMLElement | undefined {
  const { calendar } = view.advice
  if (!calendar) return undefined
  const { effectiveFirstDay, completedWeeks, ordinalWeek, alternatives } = calendar
  return element(
    'p',
    { class: 'calendar' },
    [
      words.calendar(day(effectiveFirstDay), completedWeeks, ordinalWeek),
      ...alternatives.map((other) => words.orElse(day(other.effectiveFirstDay), other.ordinalWeek)),
    ].join(' '),
  )
}
