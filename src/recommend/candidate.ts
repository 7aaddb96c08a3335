import type { Certainty, Window } from '../advice'
import type { Rule, Service } from '../rule-set/rule-set'
import type { Verdict } from './verdict'

/** A service that the answers recommend, or may still recommend, before it is put into words. */
export interface Candidate {
  readonly service: Service
  readonly certainty: Certainty
  readonly verdict: Verdict
  /** The most urgent window that the answers still allow. */
  readonly window: Window
  /** The least urgent one. */
  readonly latest: Window
  /** For certain. */
  readonly held: boolean
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
