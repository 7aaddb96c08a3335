import type { Citation, Notice, NoticeState } from '../advice'
import { type Day, formatDay, parseDay } from '../calendar/day'
import { addDuration } from '../calendar/duration'
import { answerTo } from '../case/answers'
import type { AnswerValue, Case } from '../case/case'
import type { FirstDayCandidates } from '../case/effective-first-day'
import { leaveNow } from '../case/leave-days'
import { duration, type Policy } from '../rules/policy'
import type { RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/statutory-calendar'
import { dayInWords } from './day-text'

interface RulesInForce {
  readonly ruleSet: RuleSet
  readonly policy: Policy
}
type DoubtId = keyof RuleSet['doubts']

/**
 * What the calendar itself says: deadlines that are near, late or not recorded; doubts about the first day of illness;
 * what has ended; and a day for which the rules were not made.
 */
export function calendarNotices(
  opened: Case,
  calendar: CaseCalendar | undefined,
  rules: RulesInForce,
  locale: Locale,
): readonly Notice[] {
  const doubts: readonly (readonly [DoubtId, NoticeState | undefined])[] = [
    ['on-leave', leaveNow(opened) && 'applies'],
    ...(calendar ? firstDayDoubts(calendar.first).map((id): readonly [DoubtId, NoticeState] => [id, 'applies']) : []),
    ...(calendar && !calendar.leave ? endings(opened, calendar.first, rules.policy) : []),
  ]
  return [
    ...validityNotice(opened.asOf, rules.ruleSet, locale),
    ...(calendar ? deadlineNotices(calendar, opened.asOf, rules.policy, locale) : []),
    ...doubts.flatMap(([id, state]) => (state ? [doubtNotice(id, state, rules.ruleSet, locale)] : [])),
  ]
}

function doubtNotice(id: DoubtId, state: NoticeState, { doubts }: RuleSet, locale: Locale): Notice {
  const { text, basis, sources } = doubts[id]
  return { id, state, basis, text: text[locale], sources: copied(sources) }
}

/** On leave nothing is due. */
function deadlineNotices(
  { leave, milestones }: CaseCalendar,
  asOf: Day,
  policy: Policy,
  locale: Locale,
): readonly Notice[] {
  if (leave) return []
  const horizon = addDuration(asOf, duration(policy, 'notice.horizon'))
  return milestones
    .filter((milestone) => callsForAttention(milestone, horizon))
    .map(({ rule, on, basis, state }) => {
      return { id: rule.id, on: formatDay(on), state, basis, text: rule.text[locale], sources: copied(rule.sources) }
    })
}

function callsForAttention({ rule, from, on, state }: ScheduledMilestone, horizon: Day): boolean {
  if (state === 'upcoming') return on <= horizon || (from !== undefined && from <= horizon)
  // A deadline that nobody records as done is over once its day is over.
  if (state === 'passed') return rule.doneBy !== undefined
  return state !== 'on-time'
}

function firstDayDoubts({ days, dependsOn, before, otherReading }: FirstDayCandidates): readonly DoubtId[] {
  const onLeave = days.length > 1 && dependsOn.some((fact) => fact.startsWith('absence.leaves'))
  return [
    ...(onLeave ? (['first-day-not-settled'] as const) : []),
    ...(days.length > 1 && dependsOn.includes('absence.spells') ? (['first-day-within-month'] as const) : []),
    ...(before === undefined ? [] : (['spells-incomplete'] as const)),
    ...(otherReading === undefined ? [] : (['leave-inside-gap'] as const)),
  ]
}

/** A contract that ended, and a period of wages that is over; it may be so where the regime is not known. */
function endings(
  { asOf, answers }: Case,
  { days, before }: FirstDayCandidates,
  policy: Policy,
): readonly (readonly [DoubtId, NoticeState | undefined])[] {
  const known = (fact: string): AnswerValue | undefined => {
    const answer = answerTo(answers, `employment.${fact}`)
    return answer?.state === 'known' ? answer.value : undefined
  }
  const [regime, contract, prolongedTo] = [known('regime'), known('contractEndsOn'), known('wagesUntil')]
  const period = duration(policy, known('pastStatePensionAge') === true ? 'wages.periodPastPensionAge' : 'wages.period')
  const over = days.map((day) => addDuration(day, period) <= asOf)
  const wages = over.every(Boolean) ? 'applies' : over.some(Boolean) || before !== undefined ? 'may-apply' : undefined
  const goOn = typeof prolongedTo === 'number' && prolongedTo >= asOf
  const ended = typeof contract === 'number' && contract < asOf
  return [
    ['contract-ended', ended && regime === 'employee' ? 'applies' : ended && !regime ? 'may-apply' : undefined],
    ['wages-over', goOn || regime === 'self-employed' ? undefined : wages && (regime ? wages : 'may-apply')],
  ]
}

/** Rules are made for a time: of a day outside it the advice says so. */
function validityNotice(asOf: Day, { manifest }: RuleSet, locale: Locale): readonly Notice[] {
  const [from, until] = [parseDay(manifest.validFrom) as Day, manifest.validUntil && parseDay(manifest.validUntil)]
  const text =
    asOf < from
      ? NOT_YET(from)[locale]
      : typeof until === 'number' && asOf > until
        ? NO_LONGER(until)[locale]
        : undefined
  return text ? [{ id: 'rule-set-out-of-date', state: 'applies', basis: 'product', text, sources: [] }] : []
}

const NOT_YET = (from: Day): Text => ({
  nl: `Deze regels gelden pas vanaf ${dayInWords(from, 'nl')}. Gebruik voor een eerdere dag de regels van toen.`,
  en: `These rules hold only from ${dayInWords(from, 'en')}. For an earlier day use the rules of that time.`,
})

const NO_LONGER = (until: Day): Text => ({
  nl: `Deze regels golden tot en met ${dayInWords(until, 'nl')}. Gebruik voor een latere dag nieuwere regels.`,
  en: `These rules held until ${dayInWords(until, 'en')}. For a later day use newer rules.`,
})

const copied = (sources: readonly Citation[]): readonly Citation[] => sources.map((source) => ({ ...source }))
