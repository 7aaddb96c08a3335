import type { Text, Tier } from '../snapshot/fact'
import type { FactContext } from './context'
import type { Diagram, Value } from './diagram'

/** A fact that is computed, not asked: read-only in snapshots, in rules as any other. */
export interface DerivedFact {
  readonly id: string
  readonly type: 'boolean' | 'number' | 'date'
  readonly tier: Tier
  readonly unit?: string
  readonly label: Text
  /** The facts it is computed from, by id. It is unknown where they are, and where it matters that they are. */
  readonly from: readonly string[]
  /** The policy's length of time beyond which it turns, counted from the day that it is computed from. */
  readonly turnsAfter?: { readonly day: string; readonly parameter: string }
  derive(context: FactContext): Diagram<Value>
}
