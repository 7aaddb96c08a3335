import * as z from '../zod'

/** The keys that an object at a path of a schema can have, in whatever form it takes there. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const found = path.reduce<readonly z.core.$ZodType[]>(
    (schemas, key) => schemas.flatMap((part) => stepInto(part, key)),
    forms(schema),
  )
  return [...new Set(found.flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : [])))]
}

function stepInto(schema: z.core.$ZodType, key: string | number): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray) return forms(schema.element)
  if (schema instanceof z.ZodRecord) return forms(schema.valueType)
  const part = schema instanceof z.ZodObject ? schema.shape[key] : undefined
  return part ? forms(part) : []
}

function forms(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return forms(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: z.core.$ZodType) => forms(option))
  return [schema]
}
