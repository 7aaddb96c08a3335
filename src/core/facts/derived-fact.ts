import type { Day } from '../calendar/day'
import type { Diagram, Value } from '../diagram/diagram'
import type { Policy } from '../rules/policy'
import type { Text, Tier } from '../snapshot/fact'
import type { FactContext } from './derive-facts'

/** A fact that is computed, not asked: read-only in snapshots, in rules as any other. */
export interface DerivedFact {
  readonly id: string
  readonly type: 'boolean' | 'number' | 'date'
  readonly tier: Tier
  readonly unit?: string
  readonly label: Text
  /** The facts it is computed from, by id. It is unknown where they are, and where it matters that they are. */
  readonly from: readonly string[]
  /** The policy's lengths of time at which it turns, counted from the days that it is computed from. */
  readonly turnsAfter?: DerivedTurn | readonly DerivedTurn[]
  derive(context: FactContext): Diagram<Value>
}

/** It turns once the length since the day is exceeded, or where it says so once it is complete. */
export interface DerivedTurn {
  readonly day: string
  readonly parameter: string
  readonly when?: 'complete'
}

/** What makes a value out of the value of one other fact, on the day of a case and under a policy. */
export type MakeChange = (asOf: Day, policy: Policy) => (value: Value) => Value

/** Derives from one other fact. */
export const changeOf = (of: string, make: MakeChange): DerivedFact['derive'] => {
  return ({ diagrams, fact, once, opened, policy }) =>
    diagrams.map(
      fact(of),
      once(make, () => make(opened.asOf, policy)),
    )
}

/** Whether the day that a fact gives has come, and there is one. */
export const hasHappened = (event: string): DerivedFact['derive'] => changeOf(event, hasCome)

const hasCome: MakeChange = (asOf) => (day) => day !== null && (day as number) <= asOf
