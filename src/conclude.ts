import type { Advice, ChecklistOutcome, Recommendation, Status } from './advice'
import { formatDay } from './calendar/day'
import type { Judgement } from './evaluate/judgement'
import type { Outcome } from './evaluate/outcome'
import { checklistQuestion } from './evaluate/question'
import { explainCalendar } from './explain/explain-calendar'
import { explainNotices } from './explain/explain-notices'
import { explainQuestions } from './explain/explain-questions'
import type { ResolvedOptions } from './options'
import { digestOf } from './rule-set/digest'
import { scheduleCalendar } from './schedule/calendar'

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
    ruleSet: { id: ruleSet.manifest.id, version: ruleSet.manifest.version, digest: digestOf(ruleSet, policy) },
    status: statusOf(recommendations),
    complete: openQuestions.length === 0,
    audience,
    recommendations,
    checklists: ruleSet.checklists.map(({ id, title }) => ({
      id,
      title: title[locale],
      outcome: CHECKLIST_OUTCOMES[judgement.outcome(checklistQuestion(id))],
    })),
    notices: explainNotices(judgement, calendar, recommendations, audience, locale),
    openQuestions,
    calendar: calendar ? explainCalendar(calendar, opened.asOf, audience, locale) : null,
  }
}

function statusOf(recommendations: readonly Recommendation[]): Status {
  const certain = recommendations.filter((recommendation) => recommendation.certainty === 'certain')
  if (certain.length === 0) return recommendations.length === 0 ? 'no-referral' : 'more-information-needed'
  const now = certain.some(
    ({ timing, heldBy }) => timing.state !== 'planned' && heldBy.every((hold) => hold.certainty === 'possible'),
  )
  return now ? 'refer-now' : 'plan-referral'
}

const CHECKLIST_OUTCOMES: Readonly<Record<Outcome, ChecklistOutcome['outcome']>> = {
  met: 'positive',
  open: 'open',
  'not-met': 'negative',
}
