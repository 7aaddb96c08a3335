import { perObject } from '../cache'
import type { BaseFact } from '../snapshot/catalogue'
import type { Answer } from './case'

const NO_OPTIONS: ReadonlyMap<unknown, Answer> = new Map()
const YES_NO: ReadonlyMap<unknown, Answer> = answersFor([true, false])
const choices = perObject((options: NonNullable<BaseFact['options']>) => answersFor(Object.keys(options)))

/** The answers that can be given to a choice or to yes and no, by value: few, so one object each. */
export function optionAnswers({ type, options }: BaseFact): ReadonlyMap<unknown, Answer> {
  if (type === 'boolean') return YES_NO
  if (type !== 'choice' || options === undefined) return NO_OPTIONS
  return choices(options)
}

function answersFor(values: readonly (string | boolean)[]): ReadonlyMap<unknown, Answer> {
  return new Map(values.map((value, option) => [value, { state: 'known', value, option }]))
}
