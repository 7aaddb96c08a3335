import type { Day } from '../calendar/day'
import type { FactContext } from './context'
import type { Diagram } from './diagram'

/** Whether the day that a fact gives has come, and there is one. */
export const hasHappened = (context: FactContext, event: string): Diagram<boolean> =>
  context.forest.map(context.fact(event), (day) => day !== null && (day as Day) <= context.opened.asOf)
