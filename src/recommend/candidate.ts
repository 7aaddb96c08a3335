import type { Certainty, Window } from '../advice'
import type { Rule, Service } from '../rule-set/rule-set'

/** A service that the answers recommend, or may still recommend, before it is put into words. */
export interface Candidate {
  readonly service: Service
  readonly certainty: Certainty
  /** The most urgent window that the answers still allow. */
  readonly window: Window
  /** The least urgent one. */
  readonly latest: Window
  /** The unanswered facts that decide between the two. */
  readonly windowDependsOn: readonly string[]
  readonly reasons: readonly Grounds[]
  readonly holds: readonly Grounds[]
  readonly waivers: readonly Rule[]
  /** Nobody said yet whether it was delivered so recently that it need not be asked again. */
  readonly perhapsDelivered: boolean
  readonly needs: readonly UnmetNeed[]
}

/** A rule that speaks for or against, and how surely. */
export interface Grounds {
  readonly rule: Rule
  readonly certainty: Certainty
}

export interface UnmetNeed {
  readonly need: string
  readonly state: 'unmet' | 'unknown'
}
