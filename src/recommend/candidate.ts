import type { Certainty, Window } from '../advice'
import type { Rule } from '../rule-set/rule-set'
import type { Core } from './core'
import type { Decided } from './decided'
import type { Hindrances } from './hindrances'
import type { LiveReason } from './live-reasons'
import type { ServiceRules } from './service-rules'

/** A service that the answers recommend, or may still recommend, before it is put into words. */
export interface Candidate {
  readonly rules: ServiceRules
  /** In the order of the rules. */
  readonly live: readonly LiveReason[]
  readonly core: Core
  /** The most urgent window that the answers still allow. */
  readonly window: Window
  /** The least urgent one. */
  readonly latest: Window
  readonly hindrances: Hindrances
  /** Whatever can still change anything that the advice says of it. */
  readonly decided: Decided
  /** The lower, the earlier in the advice. */
  readonly rank: number
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
