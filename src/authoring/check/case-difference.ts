import type { Snapshot } from '../../core/snapshot/snapshot'

/**
 * In what a case can come out otherwise under another rule set. An escalation asks for more or sooner: a service that
 * was not recommended, an earlier window, a hold that is gone. A de-escalation is the other way round.
 */
export const ESCALATIONS = ['service-added', 'window-earlier', 'hold-removed'] as const
export const DEESCALATIONS = ['service-removed', 'window-later', 'hold-added'] as const
/** What the rules themselves do otherwise, whether or not a service comes of it. */
export const OTHERS = [
  'rule-met-more',
  'rule-met-less',
  'rule-window-earlier',
  'rule-window-later',
  'checklist-positive-more',
  'checklist-positive-less',
  'milestone-more',
  'milestone-less',
] as const

/** A difference by which a case is advised more, or sooner. */
export type Escalation = (typeof ESCALATIONS)[number]
/** A difference by which a case is advised less, or later. */
export type Deescalation = (typeof DEESCALATIONS)[number]
/** What differs between two advices on one case. */
export type DifferenceKind = Escalation | Deescalation | (typeof OTHERS)[number]

/** What an advice says of one service: the most urgent window that the answers allow, and the least urgent one. */
export interface Said {
  readonly startFrom: string
  readonly startBy: string
  readonly latestFrom: string
  readonly latestBy: string
  readonly state: 'planned' | 'due' | 'overdue'
  readonly held: boolean
  /** The rules that speak for it. */
  readonly rules: readonly string[]
}

/** Some cases come out otherwise, with the smallest that does. */
export interface CaseDifference<Kind extends DifferenceKind = DifferenceKind> {
  readonly kind: Kind
  /** The service, rule, checklist or milestone. */
  readonly of: string
  /**
   * A case as a fixture holds it, with as few answers as show it for certain. It was run under both rule sets, under
   * each without the facts and services that only the other one has.
   */
  readonly witness: Snapshot
  /** Of a service: what the two rule sets say of it in that case; null where one does not recommend it. */
  readonly before?: Said | null
  readonly after?: Said | null
}
