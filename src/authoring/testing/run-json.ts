import { digestOf } from '../../core/rules/digest'
import { resolvePolicy } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { DocumentChange } from './edit-text'
import type { FixtureResult, FixtureRun } from './run-fixture'

/** A fixture that an update rewrote. */
export interface Updated {
  readonly file: string
  readonly changes: readonly DocumentChange[]
}

/** What came of a run, for programs: plain JSON data. */
export function describeRun(
  { results, failed, unconfirmed }: FixtureRun,
  ruleSet: RuleSet,
  updated?: readonly Updated[],
) {
  const policy = resolvePolicy(ruleSet.parameters)
  const { id, version } = ruleSet.manifest
  return {
    ruleSet: { id, version, digest: policy.ok ? digestOf(ruleSet, policy.policy) : null },
    total: results.length,
    held: results.length - failed.length,
    failed: failed.map(describeFailure),
    unconfirmed: unconfirmed.map(({ file }) => file),
    ...(updated === undefined
      ? {}
      : { updated: updated.map(({ file, changes }) => ({ file, changes: changes.map(plain) })) }),
  }
}

const describeFailure = ({ fixture, mismatches, strangers, issues, decided, facts }: FixtureResult) => ({
  file: fixture.file,
  note: fixture.note,
  mismatches: mismatches.map(({ path, expected, found, text }) => ({ path, expected, found, text })),
  strangers,
  issues,
  decided,
  facts,
})

/** Null where there was nothing, or nothing is left: JSON has no undefined. */
const plain = ({ path, from, to }: DocumentChange) => ({ path, from: from ?? null, to: to ?? null })
