import type { Advice } from './advice'
import { employerRecommendations } from './audience/employer-advice'
import { employerCase, isMedical } from './audience/employer-tier'
import { type Case, openCase } from './case/case'
import { unknownServices } from './check-deliveries'
import { conclude } from './conclude'
import { type Judgement, settle } from './evaluate/judgement'
import { marksOf } from './evaluate/marks'
import type { Outcomes } from './evaluate/outcome'
import { evaluate } from './evaluate/reference-evaluator'
import { explainRecommendations } from './explain/explain-recommendations'
import { deriveFacts, type Facts } from './facts/derive-facts'
import type { Issue } from './issue/issue'
import { TriageError } from './issue/triage-error'
import { type ResolvedOptions, resolveOptions, type TriageOptions } from './options'
import { recommend } from './recommend/recommend'
import { weighServices } from './recommend/weigh-services'
import { whatDecides } from './recommend/what-decides'
import { parseSnapshot } from './snapshot/parse-snapshot'

/**
 * Advises on one case: which services of a labour expert are worth requesting, when, why, what is still unknown and
 * what must be in place first. It advises; a person decides. Rules are evaluated on json-rules-engine.
 *
 * @param snapshot One employee's case on one day, as JSON data. See `Snapshot`.
 * @param options Policy values, audience, locale and rule set.
 * @returns The advice; the same bytes for the same snapshot, rule set and policy. Nothing reads a clock.
 * @throws TriageError and nothing else, with every issue of the snapshot and the options, each with a code and a path.
 */
export async function triage(snapshot: unknown, options?: TriageOptions): Promise<Advice> {
  const views = viewCase(snapshot, options)
  const outcomes = await Promise.all(views.map(({ settings, opened, facts }) => evaluate(settings, facts, opened.asOf)))
  return advise(views.map((view, index) => judge(view, outcomes[index])))
}

/** The same advice without a promise, for forms and batches: every condition is judged exactly, without an engine. */
export function triageSync(snapshot: unknown, options?: TriageOptions): Advice {
  return advise(viewCase(snapshot, options).map((view) => judge(view)))
}

/** A case with its facts: snapshot -> case -> facts. */
interface View {
  readonly settings: ResolvedOptions
  readonly opened: Case
  readonly facts: Facts
}

/** The case in full and, for the employer, also as the employer may know it. */
function viewCase(snapshot: unknown, options: TriageOptions | undefined): readonly View[] {
  const settings = resolveOptions(options)
  const parsed = parseSnapshot(snapshot, 'issues' in settings ? {} : { locale: settings.locale })
  if ('issues' in settings || !parsed.ok) throw refusal(settings, parsed)
  const strangers = unknownServices(parsed.snapshot, settings)
  if (strangers.length > 0) throw refusal({ issues: strangers })
  const opened = openCase(parsed.snapshot)
  const cases = settings.audience === 'employer' ? [opened, employerCase(opened)] : [opened]
  const { ruleSet, policy } = settings
  return cases.map((one) => ({ settings, opened: one, facts: deriveFacts(one, policy, marksOf(ruleSet, policy)) }))
}

/** Facts -> outcomes of the rules. */
function judge({ settings, opened, facts }: View, outcomes?: Outcomes): Judged {
  return { settings, judgement: settle(settings, opened, facts, outcomes) }
}

interface Judged {
  readonly settings: ResolvedOptions
  readonly judgement: Judgement
}

/** Outcomes -> recommendations with their windows -> explanation. */
function advise([full, employer]: readonly Judged[]): Advice {
  if (!full) throw new RangeError('a case is always seen in full')
  const { settings, judgement } = full
  const weighed = weighServices(judgement)
  const recommendations = explainRecommendations(recommend(weighed, judgement), judgement, settings.locale)
  if (!employer) return conclude(recommendations, whatDecides(weighed, judgement), judgement, settings)
  const known = employer.judgement
  const knownServices = weighServices(known)
  const seen = { judgement: known, candidates: recommend(knownServices, known) }
  const decides = [...whatDecides(knownServices, known)].filter(([fact]) => !isMedical(fact))
  return conclude(employerRecommendations(recommendations, seen, settings.locale), new Map(decides), known, settings)
}

function refusal(...results: readonly (object | { readonly issues: readonly Issue[] })[]): TriageError {
  const issues = results.flatMap((result) => ('issues' in result ? result.issues : []))
  return new TriageError(issues as [Issue, ...Issue[]])
}
