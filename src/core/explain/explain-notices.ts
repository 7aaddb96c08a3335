import { type Audience, ENGINE_RULES, type Notice } from '../advice'
import { formatDay } from '../calendar/day'
import type { Decision } from '../decide/decide'
import { repeatFrom, serviceLife } from '../decide/service-life'
import { rulesByService } from '../decide/service-rules'
import { type HeldBy, isStatutory } from '../decide/weigh-service'
import type { Judgement } from '../evaluate/settle'
import type { Rule } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import type { CaseCalendar } from '../time/statutory-calendar'
import { calendarNotices } from './calendar-notices'
import { shortDay } from './day-text'
import { copied, reasonText } from './explain-recommendations'
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
