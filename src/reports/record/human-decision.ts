import { frozen } from '../../core/frozen'
import { type Issue, TriageError } from '../../core/issue/issue'
import {
  bytesOf,
  type DecisionRecord,
  isInstant,
  isKey,
  isName,
  plainObject,
  sealed,
  wrongOption,
} from './decision-record'

export const OUTCOMES = ['accepted', 'partly', 'overridden', 'deferred'] as const
/** Why a person decided otherwise: codes, so that no free text can hold what must not be there. */
export const OVERRIDE_REASONS = frozen([
  'already-arranged',
  'employee-declines',
  'employer-declines',
  'physician-advises-otherwise',
  'other-service-fits-better',
  'facts-were-wrong',
  'facts-have-changed',
  'not-now',
  'costs',
  'other',
] as const)

/** What a person decided on an advice: a record of its own, that refers to that of the advice. */
export interface HumanDecision {
  readonly recordVersion: 1
  readonly kind: 'human-decision'
  readonly id: string
  readonly decision: string
  readonly decisionHash: string
  readonly decidedAt: string
  /** A pseudonym. */
  readonly by: string
  readonly role: string
  readonly outcome: (typeof OUTCOMES)[number]
  /** What the person decided to request, by id. */
  readonly services: readonly string[]
  readonly reason?: (typeof OVERRIDE_REASONS)[number]
  readonly hash: string
}

/** Who decided what, and when. */
export interface HumanDecisionOptions {
  readonly id: string
  readonly decidedAt: string
  readonly by: string
  readonly role: string
  readonly outcome: (typeof OUTCOMES)[number]
  readonly services: readonly string[]
  /** Needed for `overridden` and `partly`. */
  readonly reason?: (typeof OVERRIDE_REASONS)[number]
  readonly key: string | Uint8Array
}

/**
 * A record of what a person decided on an advice. Nothing reads a clock and nothing is stored.
 *
 * @throws TriageError for every option that is wrong.
 */
export function humanDecision(record: DecisionRecord, options: HumanDecisionOptions): HumanDecision {
  const issues = issuesOf(record, options)
  if (issues.length > 0) throw new TriageError(issues as [Issue, ...Issue[]])
  const { id, decidedAt, by, role, outcome, services, reason, key } = options
  return sealed(
    {
      recordVersion: 1,
      kind: 'human-decision',
      id,
      decision: record.id,
      decisionHash: record.hash,
      decidedAt,
      by,
      role,
      outcome,
      services: [...services],
      ...(reason === undefined ? {} : { reason }),
    },
    bytesOf(key),
  )
}

function issuesOf(record: unknown, given: unknown): readonly Issue[] {
  const { kind, id, hash } = (plainObject(record) ?? {}) as Partial<DecisionRecord>
  const noRecord: readonly Issue[] =
    kind === 'decision' && typeof id === 'string' && typeof hash === 'string'
      ? []
      : [{ code: 'wrong-type', path: ['record'], message: 'give a record as decisionRecord returns it' }]
  if (typeof given !== 'object' || given === null)
    return [...noRecord, wrongOption('id', 'give the options as an object')]
  const options = given as Partial<HumanDecisionOptions>
  const { outcome, reason, services } = options
  const needsReason = outcome === 'overridden' || outcome === 'partly'
  const checks: readonly (readonly [boolean, string, string])[] = [
    [isName(options.id), 'id', 'give an id of letters, digits, - and _'],
    [isInstant(options.decidedAt), 'decidedAt', 'give an instant with its offset, such as 2026-11-30T09:15:00Z'],
    [isName(options.by), 'by', 'give a pseudonym of letters, digits, - and _'],
    [isName(options.role), 'role', 'give a role of letters, digits, - and _'],
    [OUTCOMES.some((one) => one === outcome), 'outcome', `give ${OUTCOMES.join(', ')}`],
    [Array.isArray(services) && services.every(isName), 'services', 'give ids of services'],
    [
      reason === undefined ? !needsReason : OVERRIDE_REASONS.some((one) => one === reason),
      'reason',
      `give ${OVERRIDE_REASONS.join(', ')}`,
    ],
    [isKey(options.key), 'key', 'give a secret of at least 16 bytes'],
  ]
  return [...noRecord, ...checks.flatMap(([right, option, message]) => (right ? [] : [wrongOption(option, message)]))]
}
