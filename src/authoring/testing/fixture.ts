import { AUDIENCES } from '../../core/advice'
import { isoDay } from '../../core/rules/parameter'
import { LOCALES } from '../../core/snapshot/fact'
import * as z from '../../core/zod'
import { expectation, saysSomething } from './expectation'

const value = z.union([z.number(), z.string()])
const valueInTime = z.strictObject({ from: isoDay, value, source: z.string().optional() })

/** The name of a base case, and of its file without the extension. */
const baseName = z.string().regex(/^base\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** A whole case that fixtures stand on, each with the few answers that it is about. */
export const baseDocument = z.strictObject({
  $schema: z.string().optional(),
  note: z.string().min(20),
  snapshot: z.looseObject({ asOf: isoDay }),
})

/** A case and what an expert expects of its advice, as one file of a folder of fixtures holds it. */
export const fixtureDocument = z.strictObject({
  $schema: z.string().optional(),
  /** What the case stands for, and why an expert expects this. */
  note: z.string().min(20),
  /** Written by a program, and not confirmed by a person yet. */
  generated: z.literal(true).optional(),
  /** The text that the case is taken from. */
  source: z.strictObject({ id: z.string(), section: z.string().min(1) }).optional(),
  /** The base case that its snapshot is a difference to. */
  extends: baseName.optional(),
  /** Checked as any snapshot is, when it is run: of a fixture that extends a base, the two together. */
  snapshot: z.looseObject({ asOf: isoDay }),
  options: z
    .strictObject({
      policy: z.record(z.string(), value.or(z.array(valueInTime).readonly())).optional(),
      audience: z.enum(AUDIENCES).optional(),
      locale: z.enum(LOCALES).optional(),
    })
    .optional(),
  expect: z.derived(() => expectation.refine(saysSomething)),
})

export interface Fixture extends z.Infer<typeof fixtureDocument> {
  /** Its file below the folder of fixtures, with forward slashes. */
  readonly file: string
  /** The same without its extension. */
  readonly path: string
}
