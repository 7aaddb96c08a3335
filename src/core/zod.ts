import * as zod from 'zod'

export type { core, RefinementCtx, ZodType } from 'zod'

/** What a schema gives. Under its own name the bundler of the types writes it as a keyword. */
export type Infer<Schema extends zod.ZodType> = zod.infer<Schema>
export {
  array,
  boolean,
  custom,
  discriminatedUnion,
  enum,
  int,
  literal,
  number,
  partialRecord,
  record,
  registry,
  string,
  toJSONSchema,
  tuple,
  union,
  ZodArray,
  ZodBoolean,
  ZodEnum,
  ZodLiteral,
  ZodNullable,
  ZodNumber,
  ZodObject,
  ZodOptional,
  ZodRecord,
  ZodString,
  ZodUnion,
} from 'zod'

/**
 * Objects of zod, without the code that zod generates for them: a page under a strict Content-Security-Policy reports
 * the attempt. zod looks at its configuration when an object is made, and that is of the host too, so it is changed for
 * that moment only.
 */
export const strictObject: typeof zod.strictObject = (shape, params) => derived(() => zod.strictObject(shape, params))

/** The same for objects that may have keys that are not named. */
export const looseObject: typeof zod.looseObject = (shape, params) => derived(() => zod.looseObject(shape, params))

/** The same for an object that is made of another one: `derived(() => one.extend({ ... }))`. */
export function derived<Made>(make: () => Made): Made {
  const { jitless = false } = zod.config()
  zod.config({ jitless: true })
  try {
    return make()
  } finally {
    zod.config({ jitless })
  }
}
