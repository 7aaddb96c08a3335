import { changeOf, type MakeChange } from './derived-fact'

/** Whether a day has come, and there is one. */
const hasCome: MakeChange = (asOf) => (day) => day !== null && (day as number) <= asOf

/** Whether the day that a fact gives has come, and there is one. */
export const hasHappened = (event: string) => changeOf(event, hasCome)
