import * as z from '../zod'
import type { Path } from './shown-path'
import { snapshotSchema } from './snapshot'

/**
 * Every key and list item that a snapshot can have, with its schema, in authored order. `[]` stands for an index:
 * `employment`, `employment.regime`, `absence.spells`, `absence.spells[]`, `absence.spells[].firstDay`.
 */
export const PLACES: ReadonlyMap<string, z.core.$ZodType> = new Map(placesIn(snapshotSchema, ''))

/** The name that a path has in `PLACES`; '' for the root. */
export function placeOf(path: Path): string {
  return path.reduce<string>((place, step) => (typeof step === 'number' ? `${place}[]` : inside(place, step)), '')
}

/** The keys that an object at a path can have. */
export function keysAt(path: Path): readonly string[] {
  const start = inside(placeOf(path), '')
  return [...PLACES.keys()]
    .filter((place) => place.startsWith(start))
    .map((place) => place.slice(start.length))
    .filter((key) => /^\w+$/.test(key))
}

function placesIn(schema: z.core.$ZodType, place: string): [string, z.core.$ZodType][] {
  if (schema instanceof z.ZodOptional) return placesIn(schema.unwrap(), place)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => placesIn(option, place))
  if (schema instanceof z.ZodArray) return [[`${place}[]`, schema.element], ...placesIn(schema.element, `${place}[]`)]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, part]: [string, z.core.$ZodType]) => [
      [inside(place, key), part],
      ...placesIn(part, inside(place, key)),
    ])
  return []
}

function inside(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`
}
