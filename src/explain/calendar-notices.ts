import type { Notice } from '../advice'
import type { FirstDayCandidates } from '../case/effective-first-day'
import type { RuleSet } from '../rule-set/rule-set'
import type { Locale } from '../snapshot/fact'

/** Doubts about the first day of illness itself. */
export function calendarNotices(first: FirstDayCandidates, { doubts }: RuleSet, locale: Locale): readonly Notice[] {
  const raised = {
    'first-day-not-settled': first.days.length > 1,
    'leave-inside-gap': first.legalCheck,
  }
  return (Object.keys(raised) as (keyof typeof raised)[])
    .filter((id) => raised[id])
    .map((id) => {
      const { text, basis, sources } = doubts[id]
      return { id, state: 'applies', basis, text: text[locale], sources }
    })
}
