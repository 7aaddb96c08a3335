import { type Audience, type Notice, type NoticeState, PHYSICIAN_ADVICE, type Recommendation } from '../advice'
import { formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import type { Judgement } from '../evaluate/judgement'
import { duration } from '../policy/policy'
import { perRuleSet } from '../rule-set/per-rule-set'
import type { Rule } from '../rule-set/rule-set'
import type { CaseCalendar, ScheduledMilestone } from '../schedule/calendar'
import type { Locale } from '../snapshot/fact'
import { calendarNotices } from './calendar-notices'
import { deliveryNotices } from './explain-deliveries'
import { fillText } from './fill-text'

/** Deadlines that are near, late or not recorded; what rules say besides services; and doubts about the calendar. */
export function explainNotices(
  judgement: Judgement,
  calendar: CaseCalendar | undefined,
  recommendations: readonly Recommendation[],
  audience: Audience,
  locale: Locale,
): readonly Notice[] {
  return [
    ...(calendar?.milestones ?? [])
      .filter((milestone) => calls(milestone, judgement))
      .map((milestone) => deadline(milestone, locale)),
    ...(calendar ? calendarNotices(calendar.first, judgement.ruleSet, locale) : []),
    ...deliveryNotices(judgement, locale),
    ...noticeRules(judgement.ruleSet).flatMap(
      (rule) => ruleNotice(rule, judgement, recommendations, audience, locale) ?? [],
    ),
  ]
}

const noticeRules = perRuleSet(({ rules }) => rules.filter(({ event }) => event.type === 'notice'))

/** Whether a deadline calls for attention now. */
function calls({ rule, from, on, state }: ScheduledMilestone, { opened, policy }: Judgement): boolean {
  if (state === 'upcoming')
    return on <= addDuration(opened.asOf, duration(policy, 'notice.horizon')) || startsSoon(from)
  // A deadline that nobody records as done is over once its day is over.
  if (state === 'passed') return rule.doneBy !== undefined
  return state !== 'on-time'

  function startsSoon(day: number | undefined): boolean {
    return day !== undefined && day <= addDuration(opened.asOf, duration(policy, 'notice.horizon'))
  }
}

function deadline({ rule, on, basis, state }: ScheduledMilestone, locale: Locale): Notice {
  return { id: rule.id, on: formatDay(on), state, basis, text: rule.text[locale], sources: rule.sources }
}

function ruleNotice(
  rule: Rule,
  judgement: Judgement,
  recommendations: readonly Recommendation[],
  audience: Audience,
  locale: Locale,
): Notice | undefined {
  if (rule.event.type !== 'notice') return undefined
  const { notice, withHold } = rule.event.params
  const beside = withHold !== undefined
  if (beside && !holdsSomething(withHold, recommendations, audience)) return undefined
  if (!beside && rule.tier === 'medical' && audience === 'employer') return undefined
  const outcome = judgement.outcome(rule.id)
  if (!beside && outcome === 'not-met') return undefined
  const state: NoticeState = beside || outcome === 'met' ? 'applies' : 'may-apply'
  return { id: notice, state, basis: rule.basis, text: fillText(rule.text, locale, judgement), sources: rule.sources }
}

/**
 * Beside a hold, a notice shows exactly while that hold certainly holds something: alone it would give it away.
 * The employer sees medical holds under one generic name.
 */
function holdsSomething(hold: string, recommendations: readonly Recommendation[], audience: Audience): boolean {
  const names = audience === 'employer' ? [hold, PHYSICIAN_ADVICE] : [hold]
  return recommendations.some(({ heldBy }) =>
    heldBy.some(({ rule, certainty }) => names.includes(rule) && certainty === 'certain'),
  )
}
