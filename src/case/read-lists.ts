import type { Day } from '../calendar/day'
import { UNKNOWN_VALUES, type UnknownWord } from '../snapshot/fact'
import type { Delivery, Leave, Spell } from './case'
import { isPlainList, keysOf } from './own-data'
import type { Reading } from './read-fact'

/** A list with what was said of a flag inside it that is not known. */
export interface WithFlag<Items> {
  readonly items: Items
  readonly flag: string
  readonly unknown: UnknownWord | undefined
}

type ReadDay = (value: unknown) => Day | undefined

/** A history longer than this is left to the full check. */
const MOST_ITEMS = 1_000
const SERVICE = /^[a-z][a-z0-9-]{0,63}$/

/** Reports of illness in order of time; undefined where one is not surely right. */
export function readSpells(value: unknown, reading: Reading, readDay: ReadDay): WithFlag<readonly Spell[]> | undefined {
  const flags = new Set<unknown>()
  const items = readItems(value, reading, (item: Item<'firstDay' | 'recoveredOn' | 'pregnancyRelated'>, keys) => {
    const firstDay = readDay(item.firstDay)
    const recoveredOn = item.recoveredOn === undefined ? undefined : readDay(item.recoveredOn)
    if (firstDay === undefined || (recoveredOn === undefined && item.recoveredOn !== undefined)) return undefined
    const flag = item.pregnancyRelated
    if (keys !== counted(item.firstDay, item.recoveredOn, flag)) return undefined
    if (typeof flag === 'boolean' || flag === undefined)
      return { firstDay, recoveredOn, pregnancyRelated: flag ?? false }
    flags.add(flag)
    return isUnknown(flag) ? { firstDay, recoveredOn, pregnancyRelated: undefined } : undefined
  })
  if (!items) return undefined
  const inOrder = items.sort((a, b) => a.firstDay - b.firstDay)
  return { items: inOrder, flag: 'absence.spells.pregnancyRelated', unknown: firstOf(flags) }
}

/** Maternity leave in order of time; undefined where a block is not surely right. */
export function readLeaves(value: unknown, reading: Reading, readDay: ReadDay): WithFlag<readonly Leave[]> | undefined {
  const flags = new Set<unknown>()
  const items = readItems(value, reading, (item: Item<'from' | 'until' | 'sameCause'>, keys) => {
    const [from, until, cause] = [readDay(item.from), readDay(item.until), item.sameCause]
    if (from === undefined || until === undefined || keys !== counted(item.from, item.until, cause)) return undefined
    if (cause === undefined) return { from, until, sameCause: undefined }
    if (cause === 'yes' || cause === 'no') return { from, until, sameCause: cause === 'yes' }
    flags.add(cause)
    return isUnknown(cause) ? { from, until, sameCause: undefined } : undefined
  })
  if (!items) return undefined
  const inOrder = items.sort((a, b) => a.from - b.from)
  return { items: inOrder, flag: 'absence.leaves.sameCause', unknown: firstOf(flags) }
}

/** Services as they were delivered, in the order given; undefined where one is not surely right. */
export function readDeliveries(value: unknown, reading: Reading, readDay: ReadDay): readonly Delivery[] | undefined {
  return readItems(value, reading, (item: Item<'service' | 'on'>, keys) => {
    const [service, on] = [item.service, readDay(item.on)]
    if (keys !== 2 || typeof service !== 'string' || !SERVICE.test(service) || on === undefined) return undefined
    return { service, on }
  })
}

type Item<Key extends string> = Readonly<Partial<Record<Key, unknown>>>

function readItems<Key extends string, Result>(
  value: unknown,
  reading: Reading,
  read: (item: Item<Key>, keys: number) => Result | undefined,
): Result[] | undefined {
  if (!isPlainList(value, reading.origin) || value.length > MOST_ITEMS) return undefined
  const results: Result[] = []
  for (const item of value) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
    const keys = keysOf(item, reading.origin)
    const result = keys && read(item as Item<Key>, keys.length)
    if (!keys || result === undefined) return undefined
    reading.keys += keys.length
    results.push(result)
  }
  return results
}

/** As many keys as known ones that are there: an unknown key, or one that is undefined, makes them differ. */
const counted = (...values: readonly unknown[]): number => values.filter((value) => value !== undefined).length

const isUnknown = (value: unknown): boolean => (UNKNOWN_VALUES as readonly unknown[]).includes(value)
const firstOf = (flags: ReadonlySet<unknown>): UnknownWord | undefined => UNKNOWN_VALUES.find((word) => flags.has(word))
