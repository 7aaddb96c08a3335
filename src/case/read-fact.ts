import { type Day, FIRST_DAY, LAST_DAY, parseDay } from '../calendar/day'
import type { BaseFact } from '../snapshot/catalogue'
import { NONE, UNKNOWN_VALUES } from '../snapshot/fact'
import { type Answer, type AnswerValue, type Case, saidBy } from './case'
import { isPlainList, keysOf, type Origin } from './own-data'
import { readDeliveries, readLeaves, readSpells, type WithFlag } from './read-lists'

/** What has been read so far. */
export interface Reading {
  readonly origin: Origin
  readonly answers: Map<string, Answer>
  readonly lists: { spells?: Case['spells']; leaves?: Case['leaves']; deliveries?: Case['deliveries'] }
  keys: number
}

/** Takes a value in; false where it is not surely right. */
export type ReadFact = (value: unknown, reading: Reading) => boolean

const [FIRST, LAST] = [parseDay(FIRST_DAY) as Day, parseDay(LAST_DAY) as Day]

const UNKNOWNS: ReadonlyMap<unknown, Answer> = new Map(
  UNKNOWN_VALUES.map((word) => [word, { state: 'unknown', said: saidBy(word) }]),
)
const NO_VALUE: Answer = { state: 'known', value: null }

/** How a fact is read from its value, or from what was said of it instead. */
export function factReader(fact: BaseFact): ReadFact {
  const read = readerOf(fact)
  return (value, reading) => {
    const unknown = typeof value === 'string' ? UNKNOWNS.get(value) : undefined
    if (!unknown) return read(value, reading)
    reading.answers.set(fact.id, unknown)
    return true
  }
}

function readerOf(fact: BaseFact): ReadFact {
  const { id, type } = fact
  const keep = (reading: Reading, value: AnswerValue): boolean => {
    reading.answers.set(id, { state: 'known', value })
    return true
  }
  switch (type) {
    case 'boolean':
      return oneOf(id, [true, false])
    case 'choice':
      return oneOf(id, Object.keys(fact.options ?? {}))
    case 'number': {
      const [least, most] = fact.range ?? [0, 0]
      return (value, reading) => typeof value === 'number' && value >= least && value <= most && keep(reading, value)
    }
    case 'date':
      return (value, reading) => {
        if (fact.none && value === NONE) return keep(reading, null)
        const day = readDay(value)
        return day !== undefined && keep(reading, day)
      }
    case 'choices': {
      const options = new Set<unknown>(Object.keys(fact.options ?? {}))
      return (value, reading) => {
        if (!isPlainList(value, reading.origin)) return false
        const right = value.length <= options.size && new Set(value).size === value.length
        return right && value.every((item) => options.has(item)) && keep(reading, value as readonly string[])
      }
    }
    case 'document':
      return (value, reading) => readDocument(value, reading, keep)
    case 'spells':
      return (value, reading) => keepList(fact.id, 'spells', readSpells(value, reading, readDay), reading)
    case 'leaves':
      return (value, reading) => keepList(fact.id, 'leaves', readLeaves(value, reading, readDay), reading)
    case 'services': {
      return (value, reading) => {
        reading.lists.deliveries = readDeliveries(value, reading, readDay)
        if (reading.lists.deliveries) reading.answers.set(id, NO_VALUE)
        return reading.lists.deliveries !== undefined
      }
    }
  }
}

/** The answers of a choice are few: one object each. */
function oneOf(id: string, values: readonly (string | boolean)[]): ReadFact {
  const answers = new Map<unknown, Answer>(values.map((value) => [value, { state: 'known', value }]))
  return (value, reading) => {
    const answer = answers.get(value)
    if (answer) reading.answers.set(id, answer)
    return answer !== undefined
  }
}

function keepList<List extends 'spells' | 'leaves'>(
  id: string,
  list: List,
  read: WithFlag<NonNullable<Case[List]>> | undefined,
  reading: Reading,
): boolean {
  if (!read) return false
  reading.lists[list] = read.items
  reading.answers.set(id, NO_VALUE)
  const unknown = UNKNOWNS.get(read.unknown)
  if (unknown) reading.answers.set(read.flag, unknown)
  return true
}

const DOCUMENTS: ReadonlySet<unknown> = new Set(['FML', 'IZP', 'BAR', 'other'])

/** Only an FML, IZP or BAR describes the capacity for work (AD-07). */
function readDocument(
  value: unknown,
  reading: Reading,
  keep: (reading: Reading, value: AnswerValue) => boolean,
): boolean {
  if (value === NONE) return keep(reading, null)
  if (typeof value !== 'object' || value === null) return false
  const keys = keysOf(value, reading.origin)
  const { type, on } = value as { readonly type?: unknown; readonly on?: unknown }
  const day = readDay(on)
  if (keys?.length !== 2 || !DOCUMENTS.has(type) || day === undefined) return false
  reading.keys += 2
  return keep(reading, type === 'other' ? null : day)
}

export function readDay(value: unknown): Day | undefined {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day !== undefined && day >= FIRST && day <= LAST ? day : undefined
}
