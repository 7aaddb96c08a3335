import { type Day, FIRST_DAY, LAST_DAY, parseDay } from '../calendar/day'
import type { BaseFact } from '../snapshot/catalogue'
import { NONE, UNKNOWN_VALUES } from '../snapshot/fact'
import { type Answer, type AnswerValue, type Case, optionAnswers, saidBy } from './case'
import { isPlainList, keyCount } from './own-data'
import { type KeepFlag, readAdvises, readLeaves, readRaised, readServices, readSpells } from './read-lists'

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
export type ReadValue = (value: unknown, reading: Reading) => Answer | undefined

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
