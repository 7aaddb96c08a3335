import type { Diagram } from '../../core/diagram/diagram'
import type { DifferenceKind } from './case-difference'
import type { RunCase } from './run-case'

/** Cases that should come out otherwise, before one of them was run under both rule sets. */
export interface Suspected<Kind extends DifferenceKind = DifferenceKind> {
  readonly kind: Kind
  readonly of: string
  readonly shownBy: Diagram<boolean>
  proves(before: RunCase, after: RunCase): boolean
}
