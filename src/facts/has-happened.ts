import type { FactContext } from './context'
import type { MakeChange } from './derived-fact'
import type { Diagram } from './diagram'

/** Whether a day has come, and there is one. */
export const hasCome: MakeChange = (asOf) => (day) => day !== null && (day as number) <= asOf

/** Whether the day that a fact gives has come, and there is one. */
export const hasHappened = (context: FactContext, event: string): Diagram<boolean> =>
  context.forest.map(
    context.fact(event),
    context.once(hasCome, () => hasCome(context.opened.asOf, context.policy)),
  ) as Diagram<boolean>
