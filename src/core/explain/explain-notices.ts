import { type Audience, type Notice, type NoticeState, PHYSICIAN_ADVICE, type Recommendation } from '../advice'
import { type Day, formatDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import { outcomeOf } from '../evaluate/exact-evaluator'
import type { Judgement } from '../evaluate/judgement'
import { questionsOf } from '../evaluate/question'
import { perPolicy } from '../rules/per-policy'
import { duration, type Policy } from '../rules/policy'
import type { Rule, RuleSet } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/calendar'
import { calendarNotices } from './calendar-notices'
import { deliveryNotices } from './explain-deliveries'
import { fillTemplate, type Template, templateOf } from './fill-text'
import { onceFor } from './once-for'

/** Deadlines that are near, late or not recorded; what rules say besides services; and doubts about the calendar. */
export function explainNotices(
  judgement: Judgement,
  calendar: CaseCalendar | undefined,
  recommendations: readonly Recommendation[],
  audience: Audience,
  locale: Locale,
): readonly Notice[] {
  const { opened, policy, ruleSet } = judgement
  const notices: Notice[] = []
  if (calendar) {
    const horizon = addDuration(opened.asOf, duration(policy, 'notice.horizon'))
    for (const milestone of calendar.milestones)
      if (calls(milestone, horizon)) notices.push(deadlineIn[locale](milestone))
    notices.push(...calendarNotices(calendar.first, ruleSet, locale))
  }
  notices.push(...deliveryNotices(judgement, locale))
  const held = certainHolds(recommendations)
  for (const prepared of preparedNotices(ruleSet, policy)) {
    const notice = ruleNotice(prepared, judgement, held, audience, locale)
    if (notice) notices.push(notice)
  }
  return notices
}

/** Whether a deadline calls for attention now. */
function calls({ rule, from, on, state }: ScheduledMilestone, horizon: Day): boolean {
  if (state === 'upcoming') return on <= horizon || (from !== undefined && from <= horizon)
  // A deadline that nobody records as done is over once its day is over.
  if (state === 'passed') return rule.doneBy !== undefined
  return state !== 'on-time'
}

const deadline = (locale: Locale) =>
  onceFor(
    ({ rule, on, basis, state }: ScheduledMilestone): Notice => ({
      id: rule.id,
      on: formatDay(on),
      state,
      basis,
      text: rule.text[locale],
      sources: rule.sources,
    }),
  )

const deadlineIn = { nl: deadline('nl'), en: deadline('en') }

/** A rule that gives a notice, under one policy. */
interface PreparedNotice {
  readonly rule: Rule
  /** Where it stands among the questions of the rule set. */
  readonly place: number
  readonly notice: string
  readonly withHold: string | undefined
  readonly templates: Readonly<Record<Locale, Template>>
  /** As it was told before, where its text tells nothing of the case. */
  readonly told: Readonly<Record<Locale, Partial<Record<NoticeState, Notice>>>>
}

const preparedNotices = perPolicy((ruleSet: RuleSet, policy: Policy): readonly PreparedNotice[] => {
  const questions = questionsOf(ruleSet)
  return ruleSet.rules.flatMap((rule): readonly PreparedNotice[] => {
    if (rule.event.type !== 'notice') return []
    const { notice, withHold } = rule.event.params
    const place = questions.findIndex(({ id }) => id === rule.id)
    return [{ rule, place, notice, withHold, templates: templateOf(rule.text, policy), told: { nl: {}, en: {} } }]
  })
})

function ruleNotice(
  prepared: PreparedNotice,
  judgement: Judgement,
  held: readonly string[],
  audience: Audience,
  locale: Locale,
): Notice | undefined {
  const { rule, place, withHold } = prepared
  if (withHold !== undefined)
    return held.includes(withHold) || (audience === 'employer' && held.includes(PHYSICIAN_ADVICE))
      ? tellNotice(prepared, 'applies', judgement, locale)
      : undefined
  if (rule.tier === 'medical' && audience === 'employer') return undefined
  const outcome = outcomeOf(judgement.metAt(place))
  if (outcome === 'not-met') return undefined
  return tellNotice(prepared, outcome === 'met' ? 'applies' : 'may-apply', judgement, locale)
}

function tellNotice(
  { rule, notice, templates, told }: PreparedNotice,
  state: NoticeState,
  judgement: Judgement,
  locale: Locale,
): Notice {
  const found = told[locale][state]
  if (found) return found
  const { basis, sources } = rule
  const template = templates[locale]
  const made = Object.freeze({ id: notice, state, basis, text: fillTemplate(template, locale, judgement), sources })
  if (typeof template === 'string') told[locale][state] = made
  return made
}

/**
 * The holds that certainly hold something: beside such a one, a notice shows exactly while it does, since alone it would
 * give it away. The employer sees medical holds under one generic name.
 */
function certainHolds(recommendations: readonly Recommendation[]): readonly string[] {
  const rules: string[] = []
  for (const { heldBy } of recommendations)
    if (heldBy.length > 0) for (const { rule, certainty } of heldBy) if (certainty === 'certain') rules.push(rule)
  return rules
}
