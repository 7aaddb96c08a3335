import type { Core } from './core'
import type { Decided } from './decided'
import type { Hindrances } from './hindrances'
import type { LiveReason } from './live-reasons'
import type { ServiceRules } from './service-rules'

/** What follows for a service, which some completion of the snapshot recommends, from what a case says of it. */
export interface Verdict {
  readonly rules: ServiceRules
  /** In the order of the rules. */
  readonly live: readonly LiveReason[]
  readonly core: Core
  /** The windows that the core names by rank, as `encodeWindow` writes them. */
  readonly windows: readonly number[]
  readonly hindrances: Hindrances
  /** Whatever can still change anything that the advice says of it. */
  readonly decided: Decided
}
