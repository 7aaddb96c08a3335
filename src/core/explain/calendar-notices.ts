import type { Notice } from '../advice'
import type { FirstDayCandidates } from '../case/effective-first-day'
import type { RuleSet } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'

/** Doubts about the first day of illness itself. */
export function calendarNotices(
  { days, legalCheck }: FirstDayCandidates,
  ruleSet: RuleSet,
  locale: Locale,
): readonly Notice[] {
  if (days.length === 1 && !legalCheck) return []
  const notice = (id: keyof RuleSet['doubts']): Notice => {
    const { text, basis, sources } = ruleSet.doubts[id]
    return { id, state: 'applies', basis, text: text[locale], sources: sources.map((source) => ({ ...source })) }
  }
  return [
    ...(days.length > 1 ? [notice('first-day-not-settled')] : []),
    ...(legalCheck ? [notice('leave-inside-gap')] : []),
  ]
}
