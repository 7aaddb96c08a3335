import type { Advice, Audience, ChecklistOutcome } from '../advice'
import { formatDay } from '../calendar/day'
import type { Decision } from '../decide/decide'
import { valuesOf } from '../diagram/diagram'
import { checklistCondition, milestoneCondition } from '../evaluate/conditions'
import type { Outcome } from '../evaluate/outcome'
import { PACKAGE_VERSION } from '../package-version'
import { digestOf } from '../rules/digest'
import { leavesOf } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { caseCalendar } from '../time/statutory-calendar'
import { explainCalendar } from './explain-calendar'
import { explainAsk, explainNext } from './explain-next'
import { explainNotices } from './explain-notices'
import { explainQuestions } from './explain-questions'
import { explainRecommendations } from './explain-recommendations'
import { wordsIn } from './words'

/** Puts a decision into words. Everything in it is made for this call. */
export function explainAdvice(decision: Decision, audience: Audience, locale: Locale): Advice {
  const { judgement, status, settled, also } = decision
  const { opened, ruleSet, policy } = judgement
  const calendar = caseCalendar(opened, judgement, {
    outcome: ({ id, appliesWhen }) =>
      leavesOf(appliesWhen).length > 0 ? judgement.outcome(milestoneCondition(id)) : 'met',
    values: (fact) => valuesOf(judgement.facts.fact(fact)),
  })
  const openQuestions = explainQuestions(decision, locale)
  const ask = explainAsk(decision, locale)
  const recommendations = explainRecommendations(decision, locale)
  return {
    adviceVersion: 2,
    asOf: formatDay(opened.asOf),
    ruleSet: { id: ruleSet.manifest.id, version: ruleSet.manifest.version, digest: digestOf(ruleSet, policy) },
    package: PACKAGE_VERSION,
    locale,
    audience,
    status,
    statusText: wordsIn(locale).status[status],
    next: explainNext(decision, ask, locale),
    also: [...also],
    settled,
    complete: openQuestions.length === 0,
    exact: judgement.isExact(),
    ask,
    recommendations,
    checklists: ruleSet.checklists.map(
      ({ id, title, medical }): ChecklistOutcome => ({
        id,
        title: title[locale],
        outcome: checklistOutcome(judgement.outcome(checklistCondition(id)), medical && audience === 'employer'),
      }),
    ),
    notices: explainNotices(decision, calendar, audience, locale),
    openQuestions,
    calendar: calendar ? explainCalendar(calendar, opened.asOf, locale) : null,
  }
}

/** Of what only the physician knows an employer is told neither yes nor no. */
const checklistOutcome = (outcome: Outcome, hidden: boolean): ChecklistOutcome['outcome'] =>
  hidden && outcome === 'not-met' ? 'open' : OUTCOMES[outcome]

const OUTCOMES: Readonly<Record<Outcome, ChecklistOutcome['outcome']>> = {
  met: 'positive',
  open: 'open',
  'not-met': 'negative',
}
