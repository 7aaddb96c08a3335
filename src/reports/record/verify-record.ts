import { triageSync } from '../../core/create-triage'
import { type Issue, TriageError } from '../../core/issue/issue'
import { isLoaded } from '../../core/rules/build-rule-set'
import { shippedRuleSet } from '../../core/rules/bundled'
import type { RuleSet } from '../../core/rules/rule-set'
import { linesIssues } from '../lines-issues'
import {
  bytesOf,
  type DecisionRecord,
  decisionRecord,
  inputFor,
  isKey,
  mac,
  plainObject,
  wrongOption,
} from './decision-record'

/** With what a record is held against the advice given again. */
export interface VerifyOptions {
  /** The key with which it was made. */
  readonly key: string | Uint8Array
  /** The rule set that it names; one of several, of which the right one is taken. The shipped one by default. */
  readonly ruleSet?: RuleSet | readonly RuleSet[]
}

/** What became of running a decision again. */
export type Verification =
  | { readonly outcome: 'same' }
  | {
      readonly outcome: 'differs'
      /** Members of the record that say otherwise than they should, by their path; values are not repeated. */
      readonly at: readonly (readonly (string | number)[])[]
    }
  | { readonly outcome: 'cannot'; readonly reason: CannotReason; readonly issues?: readonly Issue[] }

/**
 * `no-snapshot`: a minimal record without what it was made on. `other-snapshot`: what is given is not that (or the key is
 * another). `rule-set-not-given`: none of the rule sets is the one that it names. `refused`: the snapshot or the policy is
 * refused by this version.
 */
export type CannotReason = 'no-record' | 'no-snapshot' | 'other-snapshot' | 'rule-set-not-given' | 'refused'

/**
 * Gives the advice again and holds it against the record: `same`, `differs` and where, or `cannot` and why. The package
 * may be a later one; the rule set must be the one that the record names, by its digest.
 *
 * @param snapshot What the decision was made on; may be left out of a replayable record.
 * @throws TriageError for options that are wrong. A record that is none is an outcome, since it may come out of a store.
 */
export function verifyRecord(record: DecisionRecord, snapshot: unknown, options: VerifyOptions): Verification {
  const ruleSets = ruleSetsIn(options)
  const found = plainObject(record)
  return isRecord(found) ? verifyWhole(found, snapshot, options, ruleSets) : { outcome: 'cannot', reason: 'no-record' }
}

function verifyWhole(
  record: DecisionRecord,
  snapshot: unknown,
  options: VerifyOptions,
  ruleSets: readonly RuleSet[],
): Verification {
  const secret = bytesOf(options.key)
  const isOwn = snapshot === undefined || snapshot === null
  const given = isOwn ? record.snapshot : plainObject(snapshot)
  if (given === undefined) return { outcome: 'cannot', reason: isOwn ? 'no-snapshot' : 'other-snapshot' }
  // A replayable record carries its own snapshot: whether that is right is for its digests to say.
  const { audience, locale, policy } = record
  let refused: readonly Issue[] | undefined
  for (const ruleSet of ruleSets.filter(({ manifest }) => manifest.version === record.ruleSet.version)) {
    if (!isOwn && mac(secret, 'input', inputFor(audience, given, ruleSet)) !== record.inputDigest)
      return { outcome: 'cannot', reason: 'other-snapshot' }
    try {
      const advice = triageSync(given, { audience, locale, ruleSet, policy: policy.overrides })
      if (advice.ruleSet.digest !== record.ruleSet.digest) continue
      const again = decisionRecord(
        { ...advice, package: record.software.version },
        { ...ownOf(record), key: options.key, snapshot: given, policy: policy.overrides, ruleSet },
      )
      const at = differences(record, again)
      return at.length === 0 ? { outcome: 'same' } : { outcome: 'differs', at }
    } catch (error) {
      if (!(error instanceof TriageError)) throw error
      refused = error.issues
    }
  }
  return refused
    ? { outcome: 'cannot', reason: 'refused', issues: refused }
    : { outcome: 'cannot', reason: 'rule-set-not-given' }
}

function ruleSetsIn(options: unknown): readonly RuleSet[] {
  const { key, ruleSet } = (options ?? {}) as Partial<VerifyOptions>
  const sets = ruleSet === undefined ? [shippedRuleSet()] : Array.isArray(ruleSet) ? ruleSet : [ruleSet]
  const issues = [
    ...(isKey(key) ? [] : [wrongOption('key', 'give the key with which the record was made')]),
    ...(sets.every(isLoaded) ? [] : [wrongOption('ruleSet', 'give the ruleSet of a loadRuleSet that succeeded')]),
  ]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  return sets as readonly RuleSet[]
}

function isRecord(value: unknown): value is DecisionRecord {
  const { recordVersion, kind, ruleSet, policy, software } = (value ?? {}) as Partial<DecisionRecord>
  return (
    recordVersion === 1 &&
    kind === 'decision' &&
    typeof ruleSet?.version === 'string' &&
    typeof policy?.overrides === 'object' &&
    typeof software?.version === 'string'
  )
}

/** What only the host knew. */
function ownOf(record: DecisionRecord) {
  const { id, recordedAt, tenant, role, detail, previousDecision, retainUntil, previousHash } = record
  return {
    id,
    recordedAt,
    detail,
    ...(tenant === undefined ? {} : { tenant }),
    ...(role === undefined ? {} : { role }),
    ...(previousDecision === undefined ? {} : { previousDecision }),
    ...(retainUntil === undefined ? {} : { retainUntil }),
    ...(previousHash === undefined ? {} : { previousHash }),
  }
}

/** Paths of the members that differ, the deepest that say where; of a changed hash alone, that. */
function differences(one: unknown, other: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (Object.is(one, other)) return []
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [[...path]]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
  return keys.flatMap((key) =>
    differences((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], [
      ...path,
      Array.isArray(one) ? Number(key) : key,
    ]),
  )
}

/** A line that holds a record, or a record with the snapshot that it was made on. */
export interface ReplayLine {
  readonly record: DecisionRecord
  readonly snapshot?: unknown
}

/** Verifies many, one after the other: a record, or `{ record, snapshot }`, as JSON a line. */
export async function* replay(
  lines: AsyncIterable<string> | Iterable<string>,
  options: VerifyOptions,
): AsyncGenerator<{ readonly line: number; readonly id?: string } & Verification, void, undefined> {
  ruleSetsIn(options)
  const wrong = linesIssues(lines, ['lines'])
  if (wrong.length > 0) throw new TriageError(wrong as [Issue, ...Issue[]])
  let line = 0
  for await (const text of lines) {
    line += 1
    const read = parsed(text)
    const { record, snapshot } =
      read && 'record' in read ? read : { record: read as DecisionRecord | undefined, snapshot: undefined }
    const found = record
      ? verifyRecord(record, snapshot, options)
      : ({ outcome: 'cannot', reason: 'no-record' } as const)
    yield { line, ...(typeof record?.id === 'string' ? { id: record.id } : {}), ...found }
  }
}

function parsed(text: string): ReplayLine | DecisionRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as ReplayLine | DecisionRecord) : undefined
  } catch {
    return undefined
  }
}
