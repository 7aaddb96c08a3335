import type { Advice } from '../../core/advice'
import { issuesFor } from '../../core/audience/employer-issues'
import { type Case, openCase } from '../../core/case/case'
import { readCase } from '../../core/case/read-case'
import { misfits } from '../../core/case-issues'
import { type Decision, decide } from '../../core/decide/decide'
import { type Issue, TriageError } from '../../core/issue/issue'
import { type ResolvedOptions, resolveOptions } from '../../core/options'
import { checkSnapshot } from '../../core/snapshot/check-snapshot'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { explain, judgeCase, readableIssues } from '../../core/triage'

/** The advice of `triageSync` with what it was drawn from. */
export interface AdvisedCase {
  readonly settings: ResolvedOptions
  readonly snapshot: Snapshot
  readonly decision: Decision
  readonly advice: Advice
}

/** Advises on a case, with what an interview needs besides. Throws as `triageSync` does; `issues` are told first. */
export function adviseForInterview(input: unknown, options: unknown, issues: readonly Issue[]): AdvisedCase {
  const settings = resolveOptions(options)
  if ('issues' in settings || issues.length > 0) {
    const wrong = 'issues' in settings ? settings.issues : []
    throw refusal([...issues, ...wrong, ...readableIssues(input, options)])
  }
  const { snapshot, opened } = readSnapshot(input, settings)
  const wrong = misfits(opened, settings)
  if (wrong.length > 0) throw refusal(wrong)
  const decision = decide(judgeCase(opened, settings))
  return { settings, snapshot, decision, advice: explain(decision, opened, settings) }
}

/** What `readCase` reads is plain data and right as it stands. */
function readSnapshot(input: unknown, settings: ResolvedOptions): { snapshot: Snapshot; opened: Case } {
  const { ruleSet } = settings
  const read = readCase(input, ruleSet.facts)
  if (read) return { snapshot: input as Snapshot, opened: read }
  const parsed = checkSnapshot(input, settings)
  if (!parsed.ok) throw refusal(issuesFor(parsed.issues, settings))
  return { snapshot: parsed.snapshot, opened: openCase(parsed.snapshot, ruleSet.facts) }
}

const refusal = (issues: readonly Issue[]): TriageError => new TriageError(issues as [Issue, ...Issue[]])
