import type { Day } from '../calendar/day'
import { type Tier, UNKNOWN_VALUES } from '../snapshot/fact'
import { SERVICE_STATES, type ServiceState } from '../snapshot/vocabulary/process'
import type { GivenService, Leave, Raised, ReleasedAdvice, Spell } from './case'
import { isPlainList, keyCount } from './own-data'
import type { Reading } from './read-fact'

/** Keeps what was said of a flag inside a list that is not known, as a place in UNKNOWN_VALUES. */
export type KeepFlag = (said: number, reading: Reading) => void

type ReadDay = (value: unknown) => Day | undefined

/** A history longer than this is left to the full check. */
const MOST_ITEMS = 1_000
const SERVICE = /^[a-z][a-z0-9-]{0,63}$/
const RAISED = /^[a-z][a-z0-9-]{0,63}(\/[a-z][a-z0-9-]{0,63})?$/

/** Reports of illness in order of time; undefined where one is not surely right. */
export function readSpells(
  value: unknown,
  reading: Reading,
  readDay: ReadDay,
  keepFlag: KeepFlag,
): readonly Spell[] | undefined {
  if (!isPlainList(value) || value.length > MOST_ITEMS) return undefined
  const spells: Spell[] = []
  let said = NOTHING_SAID
  let inOrder = true
  for (const item of value) {
    const keys = keysIn(item)
    if (keys === undefined) return undefined
    const { firstDay: first, recoveredOn: end, notCounted: flag } = item as SpellItem
    const firstDay = readDay(first)
    const recoveredOn = end === undefined ? undefined : readDay(end)
    if (firstDay === undefined || (end !== undefined && recoveredOn === undefined)) return undefined
    // An unknown key, or one that is undefined, makes these differ.
    if (keys !== 1 + (end === undefined ? 0 : 1) + (flag === undefined ? 0 : 1)) return undefined
    const open = flag !== undefined && typeof flag !== 'boolean'
    if (open) {
      const place = placeOf(flag)
      if (place < 0) return undefined
      said = Math.min(said, place)
    }
    inOrder &&= spells.length === 0 || (spells[spells.length - 1] as Spell).firstDay <= firstDay
    spells.push({ firstDay, recoveredOn, notCounted: open ? undefined : (flag ?? false) })
  }
  if (said !== NOTHING_SAID) keepFlag(said, reading)
  return inOrder ? spells : spells.sort((a, b) => a.firstDay - b.firstDay)
}

/** Maternity leave in order of time; undefined where a block is not surely right. */
export function readLeaves(
  value: unknown,
  reading: Reading,
  readDay: ReadDay,
  keepFlag: KeepFlag,
): readonly Leave[] | undefined {
  if (!isPlainList(value) || value.length > MOST_ITEMS) return undefined
  const leaves: Leave[] = []
  let said = NOTHING_SAID
  for (const item of value) {
    const keys = keysIn(item)
    if (keys === undefined) return undefined
    const { from: first, until: last, oneCase: cause } = item as LeaveItem
    const from = readDay(first)
    const until = readDay(last)
    if (from === undefined || until === undefined || keys !== (cause === undefined ? 2 : 3)) return undefined
    const told = cause === 'yes' || cause === 'no'
    if (cause !== undefined && !told) {
      const place = placeOf(cause)
      if (place < 0) return undefined
      said = Math.min(said, place)
    }
    leaves.push({ from, until, oneCase: told ? cause === 'yes' : undefined })
  }
  if (said !== NOTHING_SAID) keepFlag(said, reading)
  return leaves.length < 2 ? leaves : leaves.sort((a, b) => a.from - b.from)
}

/** Services that were delivered or asked for, in the order given; undefined where one is not surely right. */
export function readServices(value: unknown, readDay: ReadDay): readonly GivenService[] | undefined {
  if (!isPlainList(value) || value.length > MOST_ITEMS) return undefined
  const services: GivenService[] = []
  for (const item of value) {
    const keys = keysIn(item)
    if (keys === undefined) return undefined
    const { service, on: given, state = 'delivered', until: end } = item as ServiceItem
    const on = readDay(given)
    const until = end === undefined ? undefined : readDay(end)
    if (!isService(service) || on === undefined || !isState(state) || (end !== undefined && until === undefined))
      return undefined
    if (keys !== 2 + ((item as ServiceItem).state === undefined ? 0 : 1) + (end === undefined ? 0 : 1)) return undefined
    if (until !== undefined && (state !== 'declined' || until < on)) return undefined
    services.push({ service, on, state, until })
  }
  return services
}

/** What earlier advice raised, in the order given; undefined where an entry is not surely right. */
export function readRaised(value: unknown, readDay: ReadDay, tier: Tier): readonly Raised[] | undefined {
  if (!isPlainList(value) || value.length > MOST_ITEMS) return undefined
  const raised: Raised[] = []
  for (const item of value) {
    if (keysIn(item) !== 2) return undefined
    const { id, on: given } = item as RaisedItem
    const on = readDay(given)
    if (typeof id !== 'string' || !RAISED.test(id) || on === undefined) return undefined
    raised.push({ id, on, tier })
  }
  return raised
}

/** What the physician advises the employer, in the order given; undefined where an entry is not surely right. */
export function readAdvises(value: unknown, readDay: ReadDay): readonly ReleasedAdvice[] | undefined {
  if (!isPlainList(value) || value.length > MOST_ITEMS) return undefined
  const advises: ReleasedAdvice[] = []
  for (const item of value) {
    const keys = keysIn(item)
    if (keys === undefined) return undefined
    const { service, on: given, by: last } = item as AdviceItem
    const on = readDay(given)
    const by = last === undefined ? undefined : readDay(last)
    if (!isService(service) || on === undefined || (last !== undefined && by === undefined)) return undefined
    if (keys !== (last === undefined ? 2 : 3)) return undefined
    advises.push({ service, on, by })
  }
  return advises
}

const isService = (id: unknown): id is string => typeof id === 'string' && SERVICE.test(id)
const isState = (state: unknown): state is ServiceState => (SERVICE_STATES as readonly unknown[]).includes(state)

interface SpellItem {
  readonly firstDay?: unknown
  readonly recoveredOn?: unknown
  readonly notCounted?: unknown
}

interface LeaveItem {
  readonly from?: unknown
  readonly until?: unknown
  readonly oneCase?: unknown
}

interface ServiceItem {
  readonly service?: unknown
  readonly on?: unknown
  readonly state?: unknown
  readonly until?: unknown
}

interface RaisedItem {
  readonly id?: unknown
  readonly on?: unknown
}

interface AdviceItem {
  readonly service?: unknown
  readonly on?: unknown
  readonly by?: unknown
}

/** How many keys an item has; undefined where it is no plain object. */
function keysIn(item: unknown): number | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined
  return keyCount(item)
}

/** Where items differ in what they say of a flag, the first of UNKNOWN_VALUES stands for all. */
const NOTHING_SAID: number = UNKNOWN_VALUES.length
const placeOf = (flag: unknown): number => (UNKNOWN_VALUES as readonly unknown[]).indexOf(flag)
