import type { Advice } from './advice'
import { audienceIn, issuesFor } from './audience/employer-issues'
import { knownTo, toRelease } from './audience/known-to'
import { type Case, openCase } from './case/case'
import { effectiveFirstDay } from './case/effective-first-day'
import { readCase } from './case/read-case'
import { caseIssues } from './case-issues'
import { type Decision, decide } from './decide/decide'
import { evaluateCompiled } from './evaluate/evaluate-compiled'
import { groundFor } from './evaluate/ground'
import type { Outcomes } from './evaluate/outcome'
import { type Judgement, settle } from './evaluate/settle'
import { explainAdvice } from './explain/explain-advice'
import { deriveFacts, type Facts } from './facts/derive-facts'
import { type Issue, TriageError } from './issue/issue'
import { type ResolvedOptions, resolveOptions, type TriageOptions } from './options'
import { isLoaded } from './rules/build-rule-set'
import { shippedRuleSet } from './rules/bundled'
import { mergingRules, type Policy } from './rules/policy'
import { checkSnapshot } from './snapshot/check-snapshot'

/**
 * The flow of one case, stage by stage: snapshot -> case -> what its reader may know -> facts -> outcomes of the rules ->
 * what these come to -> recommendations and the step -> words. Each stage is a function of what the one before gave.
 */

/** A case that was read, as its reader may know it. */
export interface View {
  readonly settings: ResolvedOptions
  readonly opened: Case
  readonly facts: Facts
}

export function viewCase(opened: Case, options: ResolvedOptions): View {
  const known = knownTo(options.audience, opened, options.ruleSet)
  const settings = { ...options, policy: policyFor(known, options) }
  return { settings, opened: known, facts: deriveFacts(known, groundFor(settings.ruleSet, settings.policy)) }
}

/** Values that change in time by the day of the advice, or for transitional law by the first day of illness. */
function policyFor(opened: Case, { policy, policyOn }: ResolvedOptions): Policy {
  if (!policyOn) return policy
  const first = effectiveFirstDay(opened, mergingRules(policyOn(opened.asOf)))
  return policyOn(opened.asOf, first?.presumed)
}

export const judge = ({ settings, opened, facts }: View, outcomes: Outcomes): Judgement =>
  settle(settings, opened, facts, outcomes)

/** A case judged by the compiled rules. */
export function judgeCase(opened: Case, settings: ResolvedOptions): Judgement {
  const view = viewCase(opened, settings)
  return judge(view, evaluateCompiled(view.settings, view.facts, view.opened.asOf))
}

/** What a case comes to, before it is put into words. */
export const decideCase = (opened: Case, settings: ResolvedOptions): Decision => decide(judgeCase(opened, settings))

/** The advice on a decision; for the physician's side also what could be released to the employer. */
export function explain(decision: Decision, opened: Case, settings: ResolvedOptions): Advice {
  const advice = explainAdvice(decision, settings.audience, settings.locale)
  if (settings.audience === 'employer') return advice
  return { ...advice, toRelease: toRelease(decision, decideCase(opened, { ...settings, audience: 'employer' })) }
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
  const parsed = checkSnapshot(snapshot, { ruleSet })
  return parsed.ok ? [] : issuesFor(parsed.issues, { audience: audienceIn(options), ruleSet, locale: 'nl' })
}

/** A snapshot as a case. Throws TriageError with what is wrong in it, or in how its answers fit together. */
export function openSnapshot(snapshot: unknown, settings: ResolvedOptions): Case {
  const opened = readSnapshot(snapshot, settings)
  const issues = caseIssues(opened, { ...settings, policy: policyFor(opened, settings) })
  if (issues.length > 0) throw refusal(issues)
  return opened
}

/** At once where it is surely right, else by the full check, which tells all that is wrong. */
function readSnapshot(snapshot: unknown, settings: Omit<ResolvedOptions, 'policy'>): Case {
  const read = readCase(snapshot, settings.ruleSet.facts)
  if (read) return read
  const parsed = checkSnapshot(snapshot, settings)
  if (!parsed.ok) throw refusal(issuesFor(parsed.issues, settings))
  return openCase(parsed.snapshot, settings.ruleSet.facts)
}

const refusal = (issues: readonly Issue[]): TriageError => new TriageError(issues as [Issue, ...Issue[]])
