import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import canonicalize from 'canonicalize'
import type { Advice, Audience, Certainty, NextStep, NoticeState, Status } from '../../core/advice'
import { adviceIssues } from '../../core/advice-shape'
import { type Issue, TriageError } from '../../core/issue/issue'
import { isLoaded } from '../../core/rules/build-rule-set'
import { shippedRuleSet } from '../../core/rules/bundled'
import { fingerprint } from '../../core/rules/digest'
import { factsOf } from '../../core/rules/facts-of'
import type { PolicyOverrides } from '../../core/rules/policy'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale, Role } from '../../core/snapshot/fact'
import { copyPlainData } from '../../core/snapshot/plain-data'

/**
 * What was advised, on which rules, when and to whom, without what it was advised on: no value of the snapshot but its
 * day and the days that follow from it. Digests of what has few possible values can be guessed, so they are HMACs with a
 * key of the host; without the key the record says nothing about a person.
 */
export interface DecisionRecord {
  readonly recordVersion: 1
  readonly kind: 'decision'
  readonly id: string
  /** The host's: an instant, ISO 8601 with its offset. */
  readonly recordedAt: string
  readonly tenant?: string
  /** The case under a name that only the holder of the key can make. */
  readonly caseRef?: string
  readonly asOf: string
  readonly audience: Audience
  readonly role?: Role
  readonly locale: Locale
  readonly software: { readonly name: 'verwijswijzer'; readonly version: string }
  readonly ruleSet: Advice['ruleSet']
  readonly policy: { readonly digest: string; readonly overrides: PolicyOverrides }
  readonly adviceVersion: 2
  readonly intendedUse: string
  readonly detail: 'minimal' | 'replayable'
  readonly inputDigest: string
  readonly adviceDigest: string
  readonly status: Status
  readonly settled: boolean
  readonly complete: boolean
  readonly next: { readonly kind: NextStep['kind']; readonly service?: string; readonly by?: string }
  readonly recommendations: readonly {
    readonly service: string
    readonly certainty: Certainty
    readonly startFrom: string
    readonly startBy: string
    readonly state: string
    readonly rules: readonly string[]
  }[]
  readonly notices: readonly { readonly id: string; readonly state: NoticeState }[]
  readonly openQuestions: readonly string[]
  /** By id, never their values. */
  readonly factsUsed: readonly string[]
  readonly previousDecision?: string
  /** Until when the host keeps it. */
  readonly retainUntil?: string
  /** The hash of the record before it, where the host keeps a chain. */
  readonly previousHash?: string
  /** Of a replayable record: for the medical vault, encrypted by the host. */
  readonly snapshot?: unknown
  /** HMAC of all of the above. */
  readonly hash: string
}

/** What only the host knows of a decision, and its secret. */
export interface RecordOptions {
  /** Of this decision; UUIDv7 is a good one. Letters, digits, `-` and `_`. */
  readonly id: string
  readonly recordedAt: string
  /** The host's secret, at least 16 bytes; throwing it away makes its records anonymous. */
  readonly key: string | Uint8Array
  /** What the advice was given on. */
  readonly snapshot: unknown
  /** `minimal` by default; `replayable` holds the snapshot. */
  readonly detail?: 'minimal' | 'replayable'
  /** The policy values under which the advice was given; they are no personal data. */
  readonly policy?: PolicyOverrides
  /** That of the advice, for the tiers of its own facts; the shipped one by default. */
  readonly ruleSet?: RuleSet
  readonly tenant?: string
  readonly role?: Role
  readonly previousDecision?: string
  readonly retainUntil?: string
  readonly previousHash?: string
}

/** What it is for, and what it is not (MDR 2017/745 art. 2; AI Act annex III). */
export const INTENDED_USE =
  'helps to decide which labour-expert service to request and when; a person decides; not for diagnosis, prevention, monitoring, prediction, prognosis or treatment of disease'

/**
 * A record of an advice, from the advice and what the host alone knows. Nothing reads a clock and nothing is stored.
 *
 * @throws TriageError for an advice that is none, and for every option that is wrong.
 */
export function decisionRecord(advice: Advice, options: RecordOptions): DecisionRecord {
  const issues = [...adviceIssues(advice), ...optionIssues(options)]
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { id, recordedAt, key, detail = 'minimal', policy = {}, tenant, role } = options
  const snapshot = plainObject(options.snapshot)
  const secret = bytesOf(key)
  const input = inputFor(advice.audience, snapshot, options.ruleSet)
  const caseId = (snapshot as { readonly caseId?: unknown }).caseId
  const facts = new Set(advice.recommendations.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.facts)))
  return sealed(
    {
      recordVersion: 1,
      kind: 'decision',
      id,
      recordedAt,
      ...(tenant === undefined ? {} : { tenant }),
      ...(typeof caseId === 'string' ? { caseRef: mac(secret, 'case', caseId) } : {}),
      asOf: advice.asOf,
      audience: advice.audience,
      ...(role === undefined ? {} : { role }),
      locale: advice.locale,
      software: { name: 'verwijswijzer', version: advice.package },
      ruleSet: { ...advice.ruleSet },
      policy: { digest: fingerprint(policy), overrides: structuredClone(policy) },
      adviceVersion: 2,
      intendedUse: INTENDED_USE,
      detail,
      inputDigest: mac(secret, 'input', input),
      adviceDigest: mac(secret, 'advice', advice),
      status: advice.status,
      settled: advice.settled,
      complete: advice.complete,
      next: nextOf(advice.next),
      recommendations: advice.recommendations.map(({ service, certainty, timing, reasons }) => ({
        service,
        certainty,
        startFrom: timing.startFrom,
        startBy: timing.startBy,
        state: timing.state,
        rules: reasons.map(({ rule }) => rule),
      })),
      notices: advice.notices.map(({ id: notice, state }) => ({ id: notice, state })),
      openQuestions: advice.openQuestions.map(({ fact }) => fact),
      factsUsed: [...facts].sort(),
      ...(options.previousDecision === undefined ? {} : { previousDecision: options.previousDecision }),
      ...(options.retainUntil === undefined ? {} : { retainUntil: options.retainUntil }),
      ...(options.previousHash === undefined ? {} : { previousHash: options.previousHash }),
      ...(detail === 'replayable' ? { snapshot: structuredClone(input) } : {}),
    },
    secret,
  )
}

/**
 * What of a snapshot a record for this reader is about: a record for the employer rests on what the employer may know, and
 * is the same whatever the physician knows, its digests too.
 */
export function inputFor(audience: Audience, snapshot: unknown, ruleSet: RuleSet = shippedRuleSet()): unknown {
  if (audience === 'full') return snapshot
  const facts = factsOf(ruleSet)
  const isReadable = (id: string): boolean => facts.get(id)?.tier === 'employer'
  const sections = Object.entries(snapshot as Readonly<Record<string, unknown>>).flatMap(([section, answers]) => {
    if (typeof answers !== 'object' || answers === null) return [[section, answers] as const]
    const readable = Object.entries(answers).filter(([name]) => isReadable(`${section}.${name}`))
    return readable.length === 0 ? [] : [[section, Object.fromEntries(readable)] as const]
  })
  return Object.fromEntries(sections)
}

function nextOf(next: NextStep): DecisionRecord['next'] {
  const service = 'service' in next ? next.service : 'for' in next ? next.for : undefined
  const by = 'by' in next ? next.by : 'until' in next ? next.until : undefined
  return { kind: next.kind, ...(service === undefined ? {} : { service }), ...(by === undefined ? {} : { by }) }
}

/** With the hash of all its members, in whatever order they stand. */
export const sealed = <Body extends object>(body: Body, secret: Uint8Array): Body & { readonly hash: string } => ({
  ...body,
  hash: mac(secret, 'record', body),
})

/** HMAC-SHA-256, in hex, of data in canonical JSON (RFC 8785). What it is of goes first: one digest never stands for another. */
export const mac = (secret: Uint8Array, what: string, data: unknown): string =>
  bytesToHex(hmac(sha256, secret, utf8ToBytes(`${what}\n${canonical(what, data)}`)))

function canonical(what: string, data: unknown): string {
  try {
    return canonicalize(data) ?? ''
  } catch {
    throw new TriageError([{ code: 'not-plain-data', path: [what], message: 'give plain JSON data, without cycles' }])
  }
}

export const bytesOf = (key: string | Uint8Array): Uint8Array => (typeof key === 'string' ? utf8ToBytes(key) : key)

const NAME = /^[A-Za-z0-9_-]{1,64}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const HASH = /^[0-9a-f]{64}$/
const LEAST_KEY = 16

/** A copy of an object that is plain data, else undefined: no getter is called and no cycle followed. */
export function plainObject(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const copied = copyPlainData(value)
  return copied.ok ? (copied.value as object) : undefined
}

export const isName = (value: unknown): boolean => typeof value === 'string' && NAME.test(value)
export const isInstant = (value: unknown): boolean => typeof value === 'string' && INSTANT.test(value)
export const isKey = (key: unknown): key is string | Uint8Array =>
  (typeof key === 'string' || key instanceof Uint8Array) && bytesOf(key).length >= LEAST_KEY

export const wrongOption = (option: string, message: string): Issue => ({
  code: 'wrong-type',
  path: ['options', option],
  message,
})

function optionIssues(given: unknown): readonly Issue[] {
  if (typeof given !== 'object' || given === null) return [wrongOption('id', 'give the options as an object')]
  const options = given as Partial<RecordOptions>
  const { snapshot, policy, detail, tenant, previousDecision, retainUntil, previousHash } = options
  const checks: readonly (readonly [boolean, string, string])[] = [
    [isName(options.id), 'id', 'give an id of letters, digits, - and _'],
    [isInstant(options.recordedAt), 'recordedAt', 'give an instant with its offset, such as 2026-11-30T09:15:00Z'],
    [isKey(options.key), 'key', `give a secret of at least ${LEAST_KEY} bytes`],
    [plainObject(snapshot) !== undefined, 'snapshot', 'give the snapshot that the advice was given on'],
    [policy === undefined || plainObject(policy) !== undefined, 'policy', 'give the policy values by parameter name'],
    [detail === undefined || detail === 'minimal' || detail === 'replayable', 'detail', 'give minimal or replayable'],
    [options.ruleSet === undefined || isLoaded(options.ruleSet), 'ruleSet', 'give a loaded rule set'],
    [tenant === undefined || isName(tenant), 'tenant', 'give a name of letters, digits, - and _'],
    [previousDecision === undefined || isName(previousDecision), 'previousDecision', 'give the id of a decision'],
    [retainUntil === undefined || DAY.test(retainUntil), 'retainUntil', 'give a day, YYYY-MM-DD'],
    [previousHash === undefined || HASH.test(previousHash), 'previousHash', 'give the hash of a record'],
  ]
  return checks.flatMap(([right, option, message]) => (right ? [] : [wrongOption(option, message)]))
}
