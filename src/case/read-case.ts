import type { Day } from '../calendar/day'
import { BASE_FACTS } from '../snapshot/catalogue'
import { type Case, joined } from './case'
import { keysOf, type Origin } from './own-data'
import { factReader, type ReadFact, type Reading, readDay } from './read-fact'

/** A case that was read without doubt. */
export interface ReadCase {
  readonly opened: Case
  readonly caseId: string | undefined
  /** Keys in the whole input; text with more of them had one twice. */
  readonly keys: number
}

const CASE_ID = /^[A-Za-z0-9_-]{1,64}$/

const SECTIONS: ReadonlyMap<string, ReadonlyMap<string, ReadFact>> = readersBySection()

function readersBySection(): Map<string, Map<string, ReadFact>> {
  const sections = new Map<string, Map<string, ReadFact>>()
  for (const fact of BASE_FACTS.values()) {
    const [section, name, flag] = fact.id.split('.') as [string, string, string?]
    const facts = sections.get(section) ?? new Map<string, ReadFact>()
    if (flag === undefined) sections.set(section, facts.set(name, factReader(fact)))
  }
  return sections
}

/**
 * The common right snapshot as a case, a good deal faster than `parseSnapshot` and `openCase`, which stay the measure:
 * what is read here is what they would give. Anything wrong or unusual is left to them: undefined. Driven by the
 * vocabulary, as they are.
 */
export function readCase(input: unknown, origin: Origin): ReadCase | undefined {
  try {
    return readSections(input, origin)
  } catch {
    // A proxy can throw, and is no plain data.
    return undefined
  }
}

function readSections(input: unknown, origin: Origin): ReadCase | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined
  const keys = keysOf(input, origin)
  if (!keys) return undefined
  const given = input as Record<string, unknown>
  const asOf = readDay(given.asOf)
  const caseId = given.caseId
  if (asOf === undefined || !(caseId === undefined || (typeof caseId === 'string' && CASE_ID.test(caseId))))
    return undefined
  const reading: Reading = { origin, answers: new Map(), lists: {}, keys: keys.length }
  for (const key of keys) {
    if (key === 'asOf' || key === 'caseId') continue
    const section = SECTIONS.get(key)
    if (!section || !readSection(given[key], section, reading)) return undefined
  }
  const { spells, leaves, deliveries } = reading.lists
  if (!fitTogether(spells, leaves, asOf)) return undefined
  const opened = { asOf, answers: reading.answers, spells, leaves: leaves && joined(leaves), deliveries }
  return { opened, caseId, keys: reading.keys }
}

function readSection(section: unknown, facts: ReadonlyMap<string, ReadFact>, reading: Reading): boolean {
  if (section === undefined) return true
  if (typeof section !== 'object' || section === null || Array.isArray(section)) return false
  const keys = keysOf(section, reading.origin)
  if (!keys) return false
  reading.keys += keys.length
  for (const key of keys) {
    const value = (section as Record<string, unknown>)[key]
    if (value === undefined) continue
    const read = facts.get(key)
    if (!read?.(value, reading)) return false
  }
  return true
}

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
