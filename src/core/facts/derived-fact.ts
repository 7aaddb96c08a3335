import type { Day } from '../calendar/day'
import { slotsFor } from '../case/answers'
import type { Diagram, Value } from '../diagram/diagram'
import type { Policy } from '../rules/policy'
import type { Text, Tier } from '../snapshot/fact'
import type { FactContext } from './context'

/** A fact that is computed, not asked: read-only in snapshots, in rules as any other. */
export interface DerivedFact {
  readonly id: string
  readonly type: 'boolean' | 'number' | 'date'
  readonly tier: Tier
  readonly unit?: string
  readonly label: Text
  /** The facts it is computed from, by id. It is unknown where they are, and where it matters that they are. */
  readonly from: readonly string[]
  /** The one fact whose value it is a function of, under a policy and on a day; none where there are several. */
  readonly of?: string
  /** The policy's length of time beyond which it turns, counted from the day that it is computed from. */
  readonly turnsAfter?: { readonly day: string; readonly parameter: string }
  derive(context: FactContext): Diagram<Value>
}

/** What makes a value out of the value of one other fact, on the day of a case and under a policy. */
export type MakeChange = (asOf: Day, policy: Policy) => (value: Value) => Value

/** Derives from one other fact. The function is made once a day, so that diagrams are worked out once for all cases. */
export const changeOf = (of: string, make: MakeChange): Required<Pick<DerivedFact, 'of' | 'derive'>> => {
  const slot = slotsFor().get(of)
  return {
    of,
    derive: ({ forest, fact, once, opened, policy }) => {
      const change = once(make, () => make(opened.asOf, policy))
      const answer = slot === undefined ? undefined : opened.answers.given[slot]
      return answer?.state === 'known' ? forest.known(change(answer.value)) : forest.map(fact(of), change)
    },
  }
}
