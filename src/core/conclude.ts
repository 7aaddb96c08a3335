import type { Advice, ChecklistOutcome, Recommendation } from './advice'
import { formatDay } from './calendar/day'
import { statusOf } from './decide/status'
import { outcomeOf } from './evaluate/exact-evaluator'
import type { Judgement } from './evaluate/judgement'
import type { Outcome } from './evaluate/outcome'
import { checklistQuestion, questionsOf } from './evaluate/question'
import { explainCalendar } from './explain/explain-calendar'
import { explainNotices } from './explain/explain-notices'
import { explainQuestions } from './explain/explain-questions'
import type { ResolvedOptions } from './options'
import { digestOf } from './rules/digest'
import { perPolicy } from './rules/per-policy'
import { perRuleSet } from './rules/per-rule-set'
import type { Policy } from './rules/policy'
import type { RuleSet } from './rules/rule-set'
import type { Locale } from './snapshot/fact'
import { scheduleCalendar } from './time/calendar'

/**
 * Puts the advice together around its recommendations. `decides` are the facts that can still change them, and
 * `judgement` is the case as the audience may know it.
 */
export function conclude(
  recommendations: readonly Recommendation[],
  decides: ReadonlyMap<string, readonly string[]>,
  judgement: Judgement,
  { ruleSet, policy, audience, locale }: ResolvedOptions,
): Advice {
  const { opened } = judgement
  const calendar = scheduleCalendar(judgement)
  const openQuestions = explainQuestions(decides, opened, ruleSet, locale)
  return {
    adviceVersion: 1,
    asOf: formatDay(opened.asOf),
    ruleSet: namedWith(ruleSet, policy),
    status: statusOf(recommendations, isNow),
    complete: openQuestions.length === 0,
    audience,
    recommendations,
    checklists: checklistsOf(ruleSet).map(({ place, outcomes }) => outcomes[locale][outcomeOf(judgement.metAt(place))]),
    notices: explainNotices(judgement, calendar, recommendations, audience, locale),
    openQuestions,
    calendar: calendar ? explainCalendar(calendar, opened.asOf, audience, locale) : null,
  }
}

const namedWith = perPolicy((ruleSet: RuleSet, policy: Policy): Advice['ruleSet'] =>
  Object.freeze({ id: ruleSet.manifest.id, version: ruleSet.manifest.version, digest: digestOf(ruleSet, policy) }),
)

const isNow = ({ timing, heldBy }: Recommendation): boolean =>
  timing.state !== 'planned' && !heldBy.some(({ certainty }) => certainty === 'certain')

/** Each checklist with each of its outcomes: few, and the same for every case. */
const checklistsOf = perRuleSet((ruleSet) => {
  const questions = questionsOf(ruleSet)
  return ruleSet.checklists.map(({ id, title }) => {
    const as = (locale: Locale, outcome: Outcome): ChecklistOutcome =>
      Object.freeze({ id, title: title[locale], outcome: CHECKLIST_OUTCOMES[outcome] })
    const inEach = (locale: Locale) => ({
      met: as(locale, 'met'),
      open: as(locale, 'open'),
      'not-met': as(locale, 'not-met'),
    })
    const place = questions.findIndex((question) => question.id === checklistQuestion(id))
    return { place, outcomes: { nl: inEach('nl'), en: inEach('en') } }
  })
})

const CHECKLIST_OUTCOMES: Readonly<Record<Outcome, ChecklistOutcome['outcome']>> = {
  met: 'positive',
  open: 'open',
  'not-met': 'negative',
}
