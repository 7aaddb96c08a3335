import { issuesFor } from '../../core/audience/employer-issues'
import { openCase } from '../../core/case/case'
import { caseIssues } from '../../core/case-issues'
import { type Issue, TriageError } from '../../core/issue/issue'
import type { ResolvedOptions } from '../../core/options'
import { checkSnapshot } from '../../core/snapshot/check-snapshot'
import type { Snapshot } from '../../core/snapshot/snapshot'

/** A copy with this answer to a fact of two steps; without one for undefined. */
export function withAnswer(snapshot: Snapshot, fact: string, value: unknown): Snapshot {
  const [section, name] = fact.split('.') as [keyof Snapshot, string]
  const { [name]: _, ...others } = (snapshot[section] ?? {}) as Readonly<Record<string, unknown>>
  const facts = value === undefined ? others : { ...others, [name]: value }
  const { [section]: __, ...rest } = snapshot
  return (Object.keys(facts).length === 0 ? rest : { ...rest, [section]: facts }) as Snapshot
}

/** Both from checked snapshots, whose keys stand in one order. */
export const sameAnswer = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export function parsedOrThrown(input: unknown, settings: ResolvedOptions): Snapshot {
  const parsed = checkSnapshot(input, settings)
  if (!parsed.ok) throw new TriageError(issuesFor(parsed.issues, settings) as [Issue, ...Issue[]])
  return parsed.snapshot
}

/** A snapshot that fits together as far as it did before: what was wrong already is no reason to refuse another answer. */
export function fittingOrThrown(input: unknown, before: Snapshot | undefined, settings: ResolvedOptions): Snapshot {
  const after = parsedOrThrown(input, settings)
  const issuesIn = (snapshot: Snapshot): readonly Issue[] =>
    caseIssues(openCase(snapshot, settings.ruleSet.facts), settings)
  const known = new Set((before ? issuesIn(before) : []).map(keyOf))
  throwAny(issuesIn(after).filter((issue) => !known.has(keyOf(issue))))
  return after
}

const keyOf = ({ code, path, other = [] }: Issue): string => [code, ...path, '|', ...other].join(' ')

export function throwAny(issues: readonly Issue[]): void {
  const [first, ...others] = issues
  if (first) throw new TriageError([first, ...others])
}
