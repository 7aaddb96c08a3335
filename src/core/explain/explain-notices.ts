import { type Audience, ENGINE_RULES, type Notice, type NoticeState } from '../advice'
import { addDuration, type Day, formatDay, parseDay } from '../calendar/day'
import { type AnswerValue, answerTo, type Case, leaveNow } from '../case/case'
import type { FirstDayCandidates } from '../case/effective-first-day'
import type { Decision } from '../decide/decide'
import { repeatFrom, serviceLife } from '../decide/service-life'
import { rulesByService } from '../decide/service-rules'
import { type HeldBy, isStatutory } from '../decide/weigh-service'
import type { Judgement } from '../evaluate/settle'
import { duration, type Policy } from '../rules/policy'
import type { Rule, RuleSet } from '../rules/rule-set'
import type { Locale, Text } from '../snapshot/fact'
import type { CaseCalendar, ScheduledMilestone } from '../time/statutory-calendar'
import { copied, reasonText } from './explain-recommendations'
import { dayInWords, shortDay } from './prose'
import { wordsIn } from './words'

/** Deadlines that are near, late or not recorded; what rules say besides services; and doubts about the calendar. */
export function explainNotices(
  decision: Decision,
  calendar: CaseCalendar | undefined,
  audience: Audience,
  locale: Locale,
): readonly Notice[] {
  const { judgement } = decision
  return [
    ...calendarNotices(judgement.opened, calendar, judgement, locale),
    ...serviceNotices(decision, locale),
    ...ruleNotices(decision, locale),
    ...(audience === 'employer' ? [physicianKnowsMore(locale)] : []),
  ]
}

/** What was left out because it was done lately, and what was declined although it is a duty: nothing is lost without a word. */
function serviceNotices({ judgement, placed }: Decision, locale: Locale): readonly Notice[] {
  const { opened, policy, ruleSet } = judgement
  if (!opened.services?.length) return []
  const words = wordsIn(locale)
  const { basis, sources } = ruleSet.parameters.get('services.repeatAfter') ?? { basis: 'product', sources: [] }
  const about = (id: string, on: number, text: string): Notice => ({
    id,
    on: formatDay(on),
    state: 'applies',
    basis,
    text,
    sources: copied(sources),
  })
  return rulesByService(ruleSet).flatMap(({ service, reasons }): readonly Notice[] => {
    const life = serviceLife(service.id, opened, policy)
    const title = service.title[locale]
    const candidate = placed.find((one) => one.candidate.rules.service.id === service.id)?.candidate
    if (life?.declined && candidate && isStatutory(candidate.live))
      return [about('declined-duty', life.declined.since, words.cannotBeDeclined(title))]
    const last = life?.delivered.at(-1)
    if (last === undefined || candidate) return []
    const from = repeatFrom(last, policy)
    const spoke = reasons.some(
      ({ rule, waivers }) =>
        judgement.outcome(rule.id) === 'met' && waivers.every(({ id }) => judgement.outcome(id) !== 'met'),
    )
    return spoke && opened.asOf < from
      ? [about(ENGINE_RULES.delivered, from, words.deliveredLately(title, shortDay(from, opened.asOf, locale)))]
      : []
  })
}

function ruleNotices({ judgement, placed }: Decision, locale: Locale): readonly Notice[] {
  const held = new Set(placed.flatMap(({ candidate }) => candidate.holds.filter(isCertainHold).map(({ id }) => id)))
  return judgement.ruleSet.rules.flatMap((rule): readonly Notice[] => {
    if (rule.event.type !== 'notice') return []
    const { withHold } = rule.event.params
    // Beside a hold it shows exactly while that holds something.
    if (withHold !== undefined) return held.has(withHold) ? [noticeOf(rule, true, judgement, locale)] : []
    const outcome = judgement.outcome(rule.id)
    return outcome === 'not-met' ? [] : [noticeOf(rule, outcome === 'met', judgement, locale)]
  })
}

const isCertainHold = ({ certainty }: HeldBy): boolean => certainty === 'certain'

function noticeOf(rule: Rule, applies: boolean, judgement: Judgement, locale: Locale): Notice {
  const id = rule.event.type === 'notice' ? rule.event.params.notice : rule.id
  return {
    id,
    state: applies ? 'applies' : 'may-apply',
    basis: rule.basis,
    text: reasonText(rule, applies, judgement, locale),
    sources: copied(rule.sources),
  }
}

/** Said to every employer, whatever the physician knows. */
const physicianKnowsMore = (locale: Locale): Notice => ({
  id: 'physician-knows-more',
  state: 'applies',
  basis: 'official',
  text: wordsIn(locale).physicianKnowsMore,
  sources: [{ id: 'ap-zieke-werknemer', section: 'registration' }],
})

interface RulesInForce {
  readonly ruleSet: RuleSet
  readonly policy: Policy
}
type DoubtId = keyof RuleSet['doubts']

/**
 * What the calendar itself says: deadlines that are near, late or not recorded; doubts about the first day of illness;
 * what has ended; and a day for which the rules were not made.
 */
function calendarNotices(
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
