import {
  type Advice,
  type Audience,
  type Calendar,
  type ChecklistOutcome,
  type Milestone,
  type MilestoneState,
  type OpenQuestion,
  PACKAGE_VERSION,
} from '../advice'
import { completedMonths, completedWeeks, type Day, formatDay } from '../calendar/day'
import { answersUnder, answerTo, standingIn } from '../case/case'
import type { Decision } from '../decide/decide'
import { valuesOf } from '../diagram/diagram'
import { checklistCondition, milestoneCondition } from '../evaluate/conditions'
import type { Outcome } from '../evaluate/outcome'
import { authoredOrder } from '../rules/authored-order'
import { digestOf } from '../rules/digest'
import { factsOf } from '../rules/facts-of'
import { leavesOf } from '../rules/rule-set'
import type { Locale } from '../snapshot/fact'
import { type CaseCalendar, caseCalendar, type ScheduledMilestone } from '../time/statutory-calendar'
import { explainAsk, explainNext } from './explain-next'
import { explainNotices } from './explain-notices'
import { explainRecommendations } from './explain-recommendations'
import { shortDay } from './prose'
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

/** The questions that still matter, in the authored order of the checklists; what no checklist lists comes last. */
function explainQuestions({ decides, judgement }: Decision, locale: Locale): readonly OpenQuestion[] {
  if (decides.size === 0) return []
  const { ruleSet, opened } = judgement
  const facts = factsOf(ruleSet)
  const answers = answersUnder(opened.answers, ruleSet.facts)
  return authoredOrder(ruleSet).flatMap((id): readonly OpenQuestion[] => {
    const [services, fact] = [decides.get(id), facts.get(id)]
    if (!services || !fact) return []
    return [
      {
        fact: id,
        state: standingIn(answerTo(answers, id)),
        question: fact.question[locale],
        askedOf: fact.answeredBy[0],
        decides: [...services],
      },
    ]
  })
}

/** Beside the presumed one the other calendars that are still possible; of days within months the first and the last. */
const MOST_ALTERNATIVES = 4

/** The calendar with its days written out; the other calendars that are still possible beside it. */
function explainCalendar({ first, leave, milestones }: CaseCalendar, asOf: Day, locale: Locale): Calendar {
  // The days of a leave are not counted: the count stands still until it is over.
  const counted = leave ? leave.from : asOf
  const others = first.days.filter((day) => day !== first.presumed)
  const shown =
    others.length > MOST_ALTERNATIVES ? others.filter((_, at) => at === 0 || at === others.length - 1) : others
  return {
    ...weeksSince(first.presumed, counted),
    completedMonths: completedMonths(first.presumed, counted),
    onLeave: leave !== undefined,
    milestones: milestones.map((milestone) => explainMilestone(milestone, asOf, locale)),
    alternatives: [
      ...shown.map((day) => ({ ...weeksSince(day, counted), dependsOn: [...first.dependsOn] })),
      ...(first.otherReading === undefined
        ? []
        : [{ ...weeksSince(first.otherReading, counted), dependsOn: ['policy.leave.breaksGap'] }]),
    ],
  }
}

const explainMilestone = (
  { rule, from, on, basis, state }: ScheduledMilestone,
  asOf: Day,
  locale: Locale,
): Milestone => ({
  id: rule.id,
  title: rule.title[locale],
  ...(from === undefined ? {} : { from: formatDay(from) }),
  on: formatDay(on),
  basis,
  state,
  text: `${rule.title[locale]}: ${STATES[locale][state](shortDay(on, asOf, locale))}`,
})

/** Where a deadline stands, with its day in words. */
const STATES: Readonly<Record<Locale, Readonly<Record<MilestoneState, (day: string) => string>>>> = {
  nl: {
    upcoming: (day) => `uiterlijk ${day}`,
    due: (day) => `kan nu, uiterlijk ${day}`,
    passed: (day) => `was uiterlijk ${day}`,
    'on-time': (day) => `op tijd gedaan (uiterlijk ${day})`,
    late: (day) => `te laat, was uiterlijk ${day}`,
    'late-motivated': (day) => `te laat met vastgelegde reden, was uiterlijk ${day}`,
    'late-motivation-unknown': (day) => `te laat, was uiterlijk ${day}; is de reden vastgelegd?`,
  },
  en: {
    upcoming: (day) => `by ${day}`,
    due: (day) => `possible now, by ${day}`,
    passed: (day) => `was due by ${day}`,
    'on-time': (day) => `done in time (by ${day})`,
    late: (day) => `late, was due by ${day}`,
    'late-motivated': (day) => `late with a recorded reason, was due by ${day}`,
    'late-motivation-unknown': (day) => `late, was due by ${day}; was the reason recorded?`,
  },
}

const weeksSince = (first: Day, at: Day) => ({
  effectiveFirstDay: formatDay(first),
  completedWeeks: completedWeeks(first, at),
  ordinalWeek: completedWeeks(first, at) + 1,
})
