import { type Day, FIRST_DAY, LAST_DAY, parseDay } from '../calendar/day'
import type { BaseFact } from '../snapshot/catalogue'
import { NONE, type Tier, UNKNOWN_VALUES } from '../snapshot/fact'
import { isPlainList, keyCount } from '../snapshot/plain-data'
import { SERVICE_STATES, type ServiceState } from '../snapshot/vocabulary/process'
import {
  type Answer,
  type AnswerValue,
  type Case,
  type GivenService,
  type Leave,
  optionAnswers,
  type Raised,
  type ReleasedAdvice,
  type Spell,
  saidBy,
} from './case'

/** What has been read so far. */
export interface Reading {
  /** By slot. */
  readonly given: (Answer | undefined)[]
  spells: Case['spells']
  leaves: Case['leaves']
  services: Case['services']
  raised: Case['raised']
  advises: Case['physician']['advises']
  /** The day of a document, whatever it is. */
  documentOn: Day | undefined
}

/** Gives the answer that a value stands for; undefined where it is not surely right. */
type ReadValue = (value: unknown, reading: Reading) => Answer | undefined

/** How a fact is read. */
export interface FactReader {
  readonly slot: number
  /** The answers that one value can stand for, one object each: options, and what was said instead of an answer. */
  readonly answers: ReadonlyMap<unknown, Answer>
  /** Every other answer. */
  readonly read: ReadValue
}

const [FIRST, LAST] = [parseDay(FIRST_DAY) as Day, parseDay(LAST_DAY) as Day]

const UNKNOWNS: readonly (readonly [string, Answer])[] = UNKNOWN_VALUES.map((word) => [
  word,
  { state: 'unknown', said: saidBy(word) },
])
const NO_VALUE: Answer = { state: 'known', value: null, option: -1 }

/** How a fact is read from its value, or from what was said of it instead. */
export function factReader(fact: BaseFact, slots: ReadonlyMap<string, number>): FactReader {
  const slot = slots.get(fact.id)
  if (slot === undefined) throw new RangeError(`no slot for ${fact.id}`)
  const none: readonly (readonly [string, Answer])[] = fact.none || fact.type === 'document' ? [[NONE, NO_VALUE]] : []
  const answers = new Map<unknown, Answer>([...optionAnswers(fact), ...none, ...UNKNOWNS])
  return { slot, answers, read: readerOf(fact, slots) }
}

function readerOf(fact: BaseFact, slots: ReadonlyMap<string, number>): ReadValue {
  switch (fact.type) {
    case 'boolean':
    case 'choice':
      return () => undefined
    case 'number': {
      const [least, most] = fact.range ?? [0, 0]
      return (value) => (typeof value === 'number' && value >= least && value <= most ? known(value) : undefined)
    }
    case 'date':
      return (value) => {
        const day = readDay(value)
        return day === undefined ? undefined : known(day)
      }
    case 'choices': {
      const options = new Set<unknown>(Object.keys(fact.options ?? {}))
      return (value) => {
        if (!isPlainList(value) || value.length > options.size) return undefined
        const right = value.every((item, index) => options.has(item) && value.indexOf(item) === index)
        return right ? known(value as readonly string[]) : undefined
      }
    }
    case 'document':
      return readDocument
    case 'spells': {
      const flag = flagOf(slots, 'absence.spells.notCounted')
      return (value, reading) => {
        reading.spells = readSpells(value, reading, readDay, flag)
        return reading.spells && NO_VALUE
      }
    }
    case 'leaves': {
      const flag = flagOf(slots, 'absence.leaves.oneCase')
      return (value, reading) => {
        reading.leaves = readLeaves(value, reading, readDay, flag)
        return reading.leaves && NO_VALUE
      }
    }
    case 'services':
      return (value, reading) => {
        reading.services = readServices(value, readDay)
        return reading.services && NO_VALUE
      }
    case 'raised':
      return (value, reading) => {
        const raised = readRaised(value, readDay, fact.tier)
        if (fact.tier === 'employer') reading.raised = [...(raised ?? []), ...reading.raised]
        else reading.raised = [...reading.raised, ...(raised ?? [])]
        return raised && NO_VALUE
      }
    case 'advises':
      return (value, reading) => {
        const advises = readAdvises(value, readDay)
        reading.advises = advises ?? []
        return advises && NO_VALUE
      }
  }
}

const known = (value: AnswerValue): Answer => ({ state: 'known', value, option: -1 })

/** Where it is kept what was said of a flag inside a list that is not known. */
function flagOf(slots: ReadonlyMap<string, number>, flag: string): KeepFlag {
  const slot = slots.get(flag)
  if (slot === undefined) throw new RangeError(`no slot for ${flag}`)
  return (said, reading) => {
    reading.given[slot] = UNKNOWNS[said]?.[1]
  }
}

const DOCUMENTS: ReadonlySet<unknown> = new Set(['FML', 'IZP', 'BAR', 'other'])

/** Only an FML, IZP or BAR describes the capacity for work (AD-07). */
function readDocument(value: unknown, reading: Reading): Answer | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (keyCount(value) !== 2) return undefined
  const { type, on } = value as { readonly type?: unknown; readonly on?: unknown }
  const day = readDay(on)
  if (!DOCUMENTS.has(type) || day === undefined) return undefined
  reading.documentOn = day
  return type === 'other' ? NO_VALUE : known(day)
}

/** A day of the years that a snapshot may name. */
export function readDay(value: unknown): Day | undefined {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day !== undefined && day >= FIRST && day <= LAST ? day : undefined
}

/** Keeps what was said of a flag inside a list that is not known, as a place in UNKNOWN_VALUES. */
type KeepFlag = (said: number, reading: Reading) => void

type ReadDay = (value: unknown) => Day | undefined

/** A history longer than this is left to the full check. */
const MOST_ITEMS = 1_000
const SERVICE = /^[a-z][a-z0-9-]{0,63}$/
const RAISED = /^[a-z][a-z0-9-]{0,63}(\/[a-z][a-z0-9-]{0,63})?$/

/** Reports of illness in order of time; undefined where one is not surely right. */
function readSpells(
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
function readLeaves(
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
function readServices(value: unknown, readDay: ReadDay): readonly GivenService[] | undefined {
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
function readRaised(value: unknown, readDay: ReadDay, tier: Tier): readonly Raised[] | undefined {
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
function readAdvises(value: unknown, readDay: ReadDay): readonly ReleasedAdvice[] | undefined {
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
