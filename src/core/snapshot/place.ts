import { nearestName } from '../issue/issue'
import * as z from '../zod'
import type { Locale } from './fact'
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

interface NearestKey {
  /** A key that the object can have; or, elsewhere, the whole path of one. */
  readonly nearest: string
  readonly elsewhere: boolean
}

/** Where each key belongs, by the key and by its whole path, both folded. The first in authored order wins. */
const HOMES: ReadonlyMap<string, string> = new Map(
  [...PLACES.keys()]
    .filter((place) => !place.endsWith('[]'))
    .map((place) => place.replaceAll('[]', ''))
    // What the system keeps, nobody means to write.
    .filter((place) => !place.includes('.raised.'))
    .reverse()
    .flatMap((place): [string, string][] => [
      [fold(place.slice(place.lastIndexOf('.') + 1)), place],
      [fold(place), place],
    ]),
)

/** Shorter words are a few letters away from some key or other. */
const SHORTEST_TYPO = 4

/**
 * What an unknown key of the object at `parent` was probably meant to be: the same word written otherwise (`own_work`),
 * here or in another section; else the key that is a few letters away, here or in another section.
 */
export function nearestKey(parent: Path): (key: string) => NearestKey | undefined {
  const local = keysAt(parent)
  return (key) => {
    const folded = fold(key)
    const here = local.find((name) => fold(name) === folded)
    if (here) return { nearest: here, elsewhere: false }
    const home = HOMES.get(folded)
    if (home) return { nearest: home, elsewhere: true }
    const near = nearestName(key, local)
    if (near) return { nearest: near, elsewhere: false }
    const far = key.length < SHORTEST_TYPO ? undefined : nearestName(folded, HOMES.keys())
    return far === undefined ? undefined : { nearest: HOMES.get(far) ?? far, elsewhere: true }
  }
}

function fold(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '')
}

/** Keys and indexes from the root of an input. */
export type Path = readonly (string | number)[]

/** What looks like a key. Anything longer or freer may be text about a person. */
const PLAIN_KEY = /^[A-Za-z0-9_.-]{1,64}$/

/** A path as an issue may show it: a key that does not look like one is left out. */
export function shownPath(path: Path): Path {
  return path.map((step) => (typeof step === 'number' || PLAIN_KEY.test(step) ? step : '(key)'))
}

/** A key in quotes, or its length where it does not look like a key. */
export function shownKey(key: string, locale: Locale): string {
  if (PLAIN_KEY.test(key)) return `"${key}"`
  return locale === 'nl' ? `van ${key.length} tekens` : `of ${key.length} characters`
}
