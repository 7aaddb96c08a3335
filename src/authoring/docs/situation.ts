import type { Citation } from '../../core/advice'
import type { Text } from '../../core/snapshot/fact'

/** Something that a source document names as worth a referral, and where the rules take it up. */
export interface Situation {
  readonly title: Text
  readonly source: Citation
  /** The rules that match any of these lead there. */
  readonly leadsTo: readonly Selector[]
}

/** Rules of a checklist, rules that recommend a service, rules that read a fact; or those that are all of it. */
export interface Selector {
  readonly checklist?: string
  readonly service?: string
  readonly fact?: string
}

/** Something that a source document names and that no rule takes up, with the reason. */
export interface Outside {
  readonly title: Text
  readonly source: Citation
  readonly reason: Text
}

export const at = (id: string, section: string): Citation => ({ id, section })

/** One row of the table: where it is named, what it is, and where the rules take it up. */
export const named = (source: Citation, nl: string, en: string, ...leadsTo: readonly Selector[]): Situation => ({
  title: { nl, en },
  source,
  leadsTo,
})
