import fc from 'fast-check'
import * as arbitrary from '../../src/authoring/testing/arbitrary-snapshot'
import { openCase } from '../../src/core/case/case'
import { caseIssues } from '../../src/core/case-issues'
import { shippedRuleSet } from '../../src/core/rules/bundled'
import type { BaseFact } from '../../src/core/snapshot/catalogue'
import { checkSnapshot } from '../../src/core/snapshot/check-snapshot'
import { UNKNOWN } from '../../src/core/snapshot/fact'
import type { Snapshot } from '../../src/core/snapshot/snapshot'
import { settingsOf } from '../../src/core/triage'

export { setFact } from '../../src/authoring/testing/arbitrary-snapshot'

type Plain = Record<string, unknown>

/** Facts whose values do not depend on each other: all but spells, leaves and the flags inside them. */
export const SIMPLE_FACTS: readonly BaseFact[] = arbitrary.simpleFacts(shippedRuleSet())

/** A known value of a fact. */
export const knownValue = (fact: BaseFact, asOf: number): fc.Arbitrary<unknown> =>
  arbitrary.knownValue(fc, fact, asOf, shippedRuleSet())

/** Spells that do not overlap, with leave in some of the gaps between them. */
export const knownAbsence = (asOf: number) => arbitrary.knownAbsence(fc, asOf)

/** A valid snapshot. `known` is how many facts are known for each one that is not. */
export const snapshotArbitrary = (known = 2): fc.Arbitrary<Snapshot> => arbitrary.snapshotArbitrary(fc, { known })

/** Whether a case is advised on: right, and its answers fit together. */
export function isConsistent(snapshot: unknown): boolean {
  const parsed = checkSnapshot(snapshot)
  if (!parsed.ok) return false
  return caseIssues(openCase(parsed.snapshot), settingsOf({ audience: 'full' })).length === 0
}

/** The same case with days that lie in it, and no two answers that cannot stand beside each other. */
export const fitted = (snapshot: Snapshot): Snapshot => arbitrary.fittedTogether(snapshot, SIMPLE_FACTS)

export function getFact(snapshot: Snapshot, id: string): unknown {
  const [section, name] = id.split('.') as [keyof Snapshot, string]
  return (snapshot[section] as Plain | undefined)?.[name]
}

/** A copy without a fact, or with "unknown" in its place. */
export function forget(snapshot: Snapshot, id: string, how: 'absent' | 'unknown'): Snapshot {
  const copy = structuredClone(snapshot) as Plain
  const [section, name] = id.split('.') as [string, string]
  const facts = copy[section] as Plain
  if (how === 'unknown') facts[name] = UNKNOWN
  else delete facts[name]
  return copy as Snapshot
}
