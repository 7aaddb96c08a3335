import type { Advice } from './advice'
import { employerRecommendations } from './audience/employer-advice'
import { audienceIn, issuesFor } from './audience/employer-issues'
import { employerCase, isMedical } from './audience/employer-tier'
import { type Case, openCase } from './case/case'
import { readCase } from './case/read-case'
import { unknownServices } from './check-deliveries'
import { conclude } from './conclude'
import type { Candidate } from './decide/candidate'
import { recommend } from './decide/recommend'
import { weighServices } from './decide/weigh-services'
import { whatDecides } from './decide/what-decides'
import { groundFor } from './evaluate/ground'
import { type Judgement, settle } from './evaluate/judgement'
import type { Outcomes } from './evaluate/outcome'
import { explainRecommendations } from './explain/explain-recommendations'
import { deriveFacts, type Facts } from './facts/derive-facts'
import type { Issue } from './issue/issue'
import { TriageError } from './issue/triage-error'
import { type ResolvedOptions, resolveOptions, type TriageOptions } from './options'
import { isLoaded } from './rules/build-rule-set'
import { shippedRuleSet } from './rules/bundled'
import { parseSnapshot } from './snapshot/parse-snapshot'

/** A case with its facts: snapshot -> case -> facts. */
export interface View {
  readonly settings: ResolvedOptions
  readonly opened: Case
  readonly facts: Facts
}

/** Options with their defaults. Throws TriageError with everything that is wrong with them. */
export function settingsOf(options: TriageOptions | undefined): ResolvedOptions {
  const settings = resolveOptions(options)
  if ('issues' in settings) throw refusal(settings.issues)
  return settings
}

/** The same for one case: also what is wrong with that, since nobody wants to correct one thing to hear of the next. */
export function settingsFor(snapshot: unknown, options: TriageOptions | undefined): ResolvedOptions {
  const settings = resolveOptions(options)
  if (!('issues' in settings)) return settings
  throw refusal([...settings.issues, ...readableIssues(snapshot, options)])
}

/** What is wrong with a snapshot whose options are wrong too, as far as anyone may read it who gives such options. */
export function readableIssues(snapshot: unknown, options: unknown): readonly Issue[] {
  const given = (options as TriageOptions | null | undefined)?.ruleSet
  const ruleSet = isLoaded(given) ? given : shippedRuleSet()
  const parsed = parseSnapshot(snapshot, { ruleSet })
  return parsed.ok ? [] : issuesFor(parsed.issues, { audience: audienceIn(options), ruleSet, locale: 'nl' })
}

/** The case in full and, for the employer, also as the employer may know it. Throws TriageError for a wrong snapshot. */
export function viewCase(snapshot: unknown, settings: ResolvedOptions): readonly View[] {
  return viewOpened(openSnapshot(snapshot, settings), settings)
}

/** A snapshot as a case: at once where it is surely right, else by the full check, which tells all that is wrong. */
export function openSnapshot(snapshot: unknown, settings: Omit<ResolvedOptions, 'policy'>): Case {
  const read = readCase(snapshot, settings.ruleSet.facts)
  if (read) return read
  const parsed = parseSnapshot(snapshot, settings)
  if (!parsed.ok) throw refusal(issuesFor(parsed.issues, settings))
  return openCase(parsed.snapshot, settings.ruleSet.facts)
}

/** The same for a case that was read already. Throws TriageError for a service that the rule set does not have. */
export function viewOpened(opened: Case, settings: ResolvedOptions): readonly View[] {
  const strangers = unknownServices(opened, settings)
  if (strangers.length > 0) throw refusal(strangers)
  const cases = settings.audience === 'employer' ? [opened, employerCase(opened, settings.ruleSet)] : [opened]
  const ground = groundFor(settings.ruleSet, settings.policy)
  return cases.map((one) => ({ settings, opened: one, facts: deriveFacts(one, ground) }))
}

/** Facts and the outcomes of the rules in Kleene logic -> what each question exactly depends on. */
export const judge = ({ settings, opened, facts }: View, outcomes: Outcomes): Judged => ({
  settings,
  judgement: settle(settings, opened, facts, outcomes),
})

export interface Judged {
  readonly settings: ResolvedOptions
  readonly judgement: Judgement
}

/** The advice, with what it was drawn from: the case as its audience may know it. */
export interface Advised {
  readonly advice: Advice
  readonly judgement: Judgement
  readonly candidates: readonly Candidate[]
  /** The facts that can still change them, medical ones too. */
  readonly decides: ReadonlyMap<string, readonly string[]>
}

/** Outcomes -> recommendations with their windows -> explanation. */
export function advise([full, employer]: readonly Judged[]): Advised {
  if (!full) throw new RangeError('a case is always seen in full')
  const { settings, judgement } = full
  const weighed = weighServices(judgement)
  const candidates = recommend(weighed)
  const recommendations = explainRecommendations(candidates, judgement, settings.locale)
  if (!employer) {
    const decides = whatDecides(weighed)
    return { advice: conclude(recommendations, decides, judgement, settings), judgement, candidates, decides }
  }
  const known = employer.judgement
  const knownServices = weighServices(known)
  const seen = { judgement: known, candidates: recommend(knownServices) }
  const decides = whatDecides(knownServices)
  const shown = new Map([...decides].filter(([fact]) => !isMedical(fact, settings.ruleSet)))
  const forEmployer = employerRecommendations(recommendations, seen, settings.locale)
  return { ...seen, advice: conclude(forEmployer, shown, known, settings), decides }
}

const refusal = (issues: readonly Issue[]): TriageError => new TriageError(issues as [Issue, ...Issue[]])
