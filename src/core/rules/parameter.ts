import * as z from 'zod'
import { parseDay } from '../calendar/day'

/** On whose authority a number or a rule stands. `product` is our own choice, and is labelled so wherever it shows. */
export const BASES = ['statute', 'official', 'practice', 'product'] as const
export type Basis = (typeof BASES)[number]

export const basis = z.enum(BASES)
export const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
export const isoDay = z.string().refine((text) => parseDay(text) !== undefined)
export const citations = z.array(z.strictObject({ id: z.string(), section: z.string() })).min(1)

/** Findings of the linter that stand here on purpose, each by its code and with the reason. */
export const accepted = z.array(z.strictObject({ finding: z.string(), reason: z.string().regex(/\S/) })).min(1)

export const PARAMETER_UNITS = ['count', 'duration', 'weeks', 'months', 'score', 'day-count', 'switch'] as const

/** One number that an organisation can override, with its unit, its source and the day it was last checked. */
export const parameterSchema = z.strictObject({
  name: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/),
  unit: z.enum(PARAMETER_UNITS),
  /** A whole number, or an ISO 8601 duration for the unit `duration`. */
  default: z.union([z.number(), z.string()]),
  /** Inclusive. For durations in days, months counted as thirty. */
  range: z.tuple([z.number(), z.number()]),
  description: text,
  basis,
  sources: citations,
  checkedOn: isoDay,
  accepted: accepted.optional(),
})

export type Parameter = z.infer<typeof parameterSchema>
