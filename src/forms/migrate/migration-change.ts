import type { Path } from '../../core/snapshot/shown-path'

/** What a migration did with one answer. No change holds an answer: a snapshot can be medical, and a log is not. */
export interface MigrationChange {
  /** Stable: programs may rely on it. */
  readonly code: MigrationChangeCode
  /** Where the answer stood before this migration. */
  readonly path: Path
  /** Where it stands after it, where that is elsewhere. */
  readonly to?: Path
  /** The version of the rule set that brought the change, and which rule set that is. */
  readonly version: string
  readonly ruleSet: string
  readonly message: string
  /** Why it is no longer asked, in the words of the rule set. */
  readonly reason?: string
}

/**
 * `fact-renamed`: the answer stands under another name. `fact-joined`: it already stood there, the same. `fact-dropped`
 * and `value-dropped`: what it answers, or the answer that it gives, is there no more, and the answer is gone.
 * `value-renamed`: the answer has another name; of a medical-tier fact, that its answers have other names, whether or
 * not this one has, because anything else would tell which answer it was.
 */
export type MigrationChangeCode = 'fact-renamed' | 'fact-joined' | 'fact-dropped' | 'value-renamed' | 'value-dropped'
