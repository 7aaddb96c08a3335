import type { Advice, ChecklistOutcome, Recommendation, Status } from './advice'
import { employerRecommendations } from './audience/employer-advice'
import { employerCase, isMedical } from './audience/employer-tier'
import { formatDay } from './calendar/day'
import { type Case, openCase } from './case/case'
import { type Judgement, settle } from './evaluate/judgement'
import { marksOf } from './evaluate/marks'
import type { Outcome } from './evaluate/outcome'
import { checklistQuestion } from './evaluate/question'
import { evaluate } from './evaluate/reference-evaluator'
import { explainCalendar } from './explain/explain-calendar'
import { explainNotices } from './explain/explain-notices'
import { explainQuestions } from './explain/explain-questions'
import { explainRecommendations } from './explain/explain-recommendations'
import { deriveFacts } from './facts/derive-facts'
import type { Issue } from './issue/issue'
import { TriageError } from './issue/triage-error'
import { type ResolvedOptions, resolveOptions, type TriageOptions } from './options'
import { recommend } from './recommend/recommend'
import { weighServices } from './recommend/weigh-services'
import { whatDecides } from './recommend/what-decides'
import { digestOf } from './rule-set/digest'
import { scheduleCalendar } from './schedule/calendar'
import { parseSnapshot } from './snapshot/parse-snapshot'

/**
 * Advises on one case: which services of a labour expert are worth requesting, when, why, what is still unknown and
 * what must be in place first. It advises; a person decides.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options Policy values, audience, locale and rule set.
 * @returns The advice; the same bytes for the same snapshot, rule set and policy. Nothing reads a clock.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options, each with a code and a path.
 */
export async function triage(snapshot: unknown, options?: TriageOptions): Promise<Advice> {
  const settings = resolveOptions(options)
  const parsed = parseSnapshot(snapshot, 'issues' in settings ? {} : { locale: settings.locale })
  if ('issues' in settings || !parsed.ok) throw refusal(settings, parsed)
  const opened = openCase(parsed.snapshot)
  return settings.audience === 'employer' ? adviseEmployer(opened, settings) : adviseInFull(opened, settings)
}

/** The whole way of a case: facts, outcomes of the rules, recommendations with their windows, explanation. */
async function adviseInFull(opened: Case, settings: ResolvedOptions): Promise<Advice> {
  const judgement = await judge(opened, settings)
  const weighed = weighServices(judgement)
  const recommendations = explainRecommendations(recommend(weighed, judgement), judgement, settings.locale)
  return conclude(recommendations, whatDecides(weighed, judgement), judgement, settings)
}

/** The same, with everything but the recommendations themselves judged on what the employer may know. */
async function adviseEmployer(opened: Case, settings: ResolvedOptions): Promise<Advice> {
  const { locale } = settings
  const full = await judge(opened, settings)
  const known = await judge(employerCase(opened), settings)
  const weighed = weighServices(known)
  const recommendations = employerRecommendations(
    explainRecommendations(recommend(weighServices(full), full), full, locale),
    { judgement: known, candidates: recommend(weighed, known) },
    locale,
  )
  const decides = new Map([...whatDecides(weighed, known)].filter(([fact]) => !isMedical(fact)))
  return conclude(recommendations, decides, known, settings)
}

async function judge(opened: Case, { ruleSet, policy }: ResolvedOptions): Promise<Judgement> {
  const facts = deriveFacts(opened, policy, marksOf(ruleSet, policy))
  const outcomes = await evaluate(ruleSet, facts, policy, opened.asOf)
  return settle(ruleSet, policy, opened, facts, outcomes)
}

function conclude(
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

function refusal(...results: readonly (object | { readonly issues: readonly Issue[] })[]): TriageError {
  const issues = results.flatMap((result) => ('issues' in result ? result.issues : []))
  return new TriageError(issues as [Issue, ...Issue[]])
}
