import { type Day, parseDay } from '../calendar/day'
import * as z from '../zod'

/** On whose authority a number or a rule stands. `product` is our own choice, and is labelled so wherever it shows. */
export const BASES = ['statute', 'official', 'practice', 'product'] as const
/** What a number or a term rests on: law, official guidance, practice, or our own choice. */
export type Basis = (typeof BASES)[number]

export const basis = z.enum(BASES)
export const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
export const isoDay = z.string().refine((text) => parseDay(text) !== undefined)
export const citations = z.array(z.strictObject({ id: z.string(), section: z.string() })).min(1)

/** Findings of the linter that stand here on purpose, each by its code and with the reason. */
export const accepted = z.array(z.strictObject({ finding: z.string(), reason: z.string().regex(/\S/) })).min(1)

export const PARAMETER_UNITS = ['count', 'duration', 'weeks', 'months', 'score', 'day-count', 'switch'] as const

const plainValue = z.union([z.number(), z.string()])

/** Values that follow each other in time, from the first to the last; before its first day the first one holds too. */
const datedValues = z
  .array(
    z.strictObject({
      from: isoDay,
      value: plainValue,
      source: z.strictObject({ id: z.string(), section: z.string() }),
    }),
  )
  .min(1)

/** One number that an organisation can override, with its unit, its source and the day it was last checked. */
export const parameterSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/),
  unit: z.enum(PARAMETER_UNITS),
  /** A whole number, or an ISO 8601 duration for the unit `duration`; a list where the value changed in time. */
  default: z.union([plainValue, datedValues]),
  /** Which day chooses among values in time: the day of the advice, or for transitional law the first day of illness. */
  chosenBy: z.enum(['asOf', 'absence.effectiveFirstDay']).optional(),
  /** Inclusive. For durations in days, months counted as thirty. */
  range: z.tuple([z.number(), z.number()]),
  description: text,
  basis,
  sources: citations,
  checkedOn: isoDay,
  accepted: accepted.optional(),
})

export type ParameterDocument = z.Infer<typeof parameterSchema>
export type ParameterValue = number | string

/** A parameter of a rule set that was loaded. `default` is the last of its values. */
export interface Parameter extends Omit<ParameterDocument, 'default'> {
  readonly default: ParameterValue
  /** Where the value changed in time: all of them, the earliest first. */
  readonly dated?: readonly DatedDefault[]
}

export interface DatedValue {
  readonly from: Day
  readonly value: ParameterValue
}

export interface DatedDefault extends DatedValue {
  readonly source: { readonly id: string; readonly section: string }
}

export function toParameter({ default: given, ...parameter }: ParameterDocument): Parameter {
  if (!Array.isArray(given)) return { ...parameter, default: given }
  const dated = inTime(given)
  return { ...parameter, default: lastOf(given), dated }
}

/** Values as they were written, by day numbers and in order. */
export const inTime = <Written extends { readonly from: string; readonly value: ParameterValue }>(
  given: readonly Written[],
): readonly (Omit<Written, 'from'> & DatedValue)[] =>
  given.map((one) => ({ ...one, from: parseDay(one.from) as Day })).sort((one, other) => one.from - other.from)

/** Every value that it can have. */
export const valuesIn = (given: ParameterDocument['default']): readonly ParameterValue[] =>
  Array.isArray(given) ? given.map(({ value }) => value) : [given]

/** The value itself, or the last of those in time. */
export const lastOf = (given: ParameterDocument['default']): ParameterValue =>
  Array.isArray(given) ? (inTime(given).at(-1) as DatedValue).value : given
