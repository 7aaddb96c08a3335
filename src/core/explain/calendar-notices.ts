import type { Notice } from '../advice'
import type { FirstDayCandidates } from '../case/effective-first-day'
import { perRuleSet } from '../rules/per-rule-set'
import type { RuleSet } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'

/** Doubts about the first day of illness itself. */
export function calendarNotices(
  { days, legalCheck }: FirstDayCandidates,
  ruleSet: RuleSet,
  locale: Locale,
): readonly Notice[] {
  if (days.length === 1 && !legalCheck) return []
  const notices = doubtsOf(ruleSet)[locale]
  return [
    ...(days.length > 1 ? [notices['first-day-not-settled']] : []),
    ...(legalCheck ? [notices['leave-inside-gap']] : []),
  ]
}

const doubtsOf = perRuleSet(({ doubts }) => {
  const notice = (id: keyof RuleSet['doubts'], locale: Locale): Notice => {
    const { text, basis, sources } = doubts[id]
    return Object.freeze({ id, state: 'applies', basis, text: text[locale], sources })
  }
  const inEach = (locale: Locale) => ({
    'first-day-not-settled': notice('first-day-not-settled', locale),
    'leave-inside-gap': notice('leave-inside-gap', locale),
  })
  return { nl: inEach('nl'), en: inEach('en') }
})
