import type { Day } from '../calendar/day'
import type { OwnFacts, Slots } from './answers'
import { type Answer, type Case, joined } from './case'
import { type CaseReaders, NONE_OWN, readersFor } from './case-readers'
import { hasNoMore, isData, isInherited, isPlainObject, type Origin } from './own-data'
import { type FactReader, type Reading, readDay } from './read-fact'

/** A case that was read without doubt. */
export interface ReadCase {
  readonly opened: Case
  readonly caseId: string | undefined
  /** Keys in the whole input; text with more of them had one twice. */
  readonly keys: number
}

const CASE_ID = /^[A-Za-z0-9_-]{1,64}$/

/**
 * The common right snapshot as a case, a good deal faster than `parseSnapshot` and `openCase`, which stay the measure:
 * what is read here is what they would give. Anything wrong or unusual is left to them: undefined. Driven by the
 * vocabulary and the facts of the rule set besides it, as they are.
 */
export function readCase(input: unknown, origin: Origin, own: OwnFacts = NONE_OWN): ReadCase | undefined {
  try {
    return readSections(input, origin, readersFor(own))
  } catch {
    // A proxy can throw, and is no plain data.
    return undefined
  }
}

function readSections(input: unknown, origin: Origin, { slots, blank, sections }: CaseReaders): ReadCase | undefined {
  if (!isRecord(input) || (origin === 'parsed' ? isInherited() : !isPlainObject(input))) return undefined
  const given = blank.slice()
  const reading = startReading(origin, given)
  let day: unknown
  let id: unknown
  let keys = 0
  for (const key in input) {
    if (origin !== 'parsed' && !isData(input, key)) return undefined
    keys += 1
    const value = input[key]
    if (key === 'asOf') day = value
    else if (key === 'caseId') id = value
    else {
      const section = sections.get(key)
      if (!section || !readSection(value, section, reading)) return undefined
    }
  }
  if (origin !== 'parsed' && !hasNoMore(input, keys)) return undefined
  return wholeCase(reading, slots, readDay(day), id, reading.keys + keys)
}

/** What was read as one case; undefined where its parts do not fit together. */
export function wholeCase(
  { given, spells, leaves, services, raised, advises }: Reading,
  slots: Slots,
  asOf: Day | undefined,
  caseId: unknown,
  keys: number,
): ReadCase | undefined {
  if (asOf === undefined || !isCaseId(caseId) || !fitTogether(spells, leaves, asOf)) return undefined
  const physician = { advises, waitUntil: waitIn(given, slots) }
  const answers = { slots, given }
  const opened = { asOf, answers, spells, leaves: leaves && joined(leaves), services, raised, physician }
  return { opened, caseId, keys }
}

/** Nothing read yet; `given` is a list of answers to fill. */
export const startReading = (origin: Origin, given: (Answer | undefined)[]): Reading => ({
  origin,
  given,
  spells: undefined,
  leaves: undefined,
  services: undefined,
  raised: [],
  advises: [],
  keys: 0,
})

function waitIn(given: readonly (Answer | undefined)[], slots: Slots): Day | null | undefined {
  const answer = given[slots.get('physician.waitUntil') ?? -1]
  return answer?.state === 'known' ? (answer.value as Day | null) : undefined
}

function readSection(section: unknown, facts: ReadonlyMap<string, FactReader>, reading: Reading): boolean {
  if (section === undefined) return true
  const { origin, given } = reading
  if (!isRecord(section) || !(origin === 'parsed' || isPlainObject(section))) return false
  let keys = 0
  for (const key in section) {
    if (origin !== 'parsed' && !isData(section, key)) return false
    keys += 1
    const value = section[key]
    if (value === undefined) continue
    const fact = facts.get(key)
    if (fact === undefined) return false
    const answer = answerFor(value, fact) ?? fact.read(value, reading)
    if (answer === undefined) return false
    given[fact.slot] = answer
  }
  reading.keys += keys
  return origin === 'parsed' || hasNoMore(section, keys)
}

function answerFor(value: unknown, { yes, no, answers }: FactReader): Answer | undefined {
  return typeof value === 'boolean' ? (value ? yes : no) : answers.get(value)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCaseId = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && CASE_ID.test(value))

/** Spells in order, none after `asOf` or on another, and no leave that touches one (check-spells.ts, check-leaves.ts). */
function fitTogether(spells: Case['spells'], leaves: Case['leaves'], asOf: Day): boolean {
  let end = Number.NEGATIVE_INFINITY
  for (const { firstDay, recoveredOn = Number.POSITIVE_INFINITY } of spells ?? []) {
    if (firstDay > asOf || firstDay < end || recoveredOn <= firstDay) return false
    if (recoveredOn !== Number.POSITIVE_INFINITY && recoveredOn > asOf) return false
    end = recoveredOn
  }
  let last = Number.NEGATIVE_INFINITY
  for (const { from, until } of leaves ?? []) {
    if (until < from || from <= last) return false
    last = until
    for (const { firstDay, recoveredOn = Number.POSITIVE_INFINITY } of spells ?? [])
      if (until >= firstDay && from < recoveredOn) return false
  }
  return true
}
