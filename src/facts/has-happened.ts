import type { FactContext } from './context'
import { changeOf, type MakeChange } from './derived-fact'
import type { Diagram } from './diagram'

/** Whether a day has come, and there is one. */
const hasCome: MakeChange = (asOf) => (day) => day !== null && (day as number) <= asOf

/** Whether the day that a fact gives has come, and there is one. */
export const hasHappened = (context: FactContext, event: string): Diagram<boolean> =>
  changeOf(event, hasCome)(context) as Diagram<boolean>
