import { perObject } from '../cache'
import type { Day } from '../calendar/day'
import { BASE_FACTS } from '../snapshot/catalogue'
import { FORBIDDEN_KEYS, hasNoMore, isData, isPlainObject, isRecord } from '../snapshot/plain-data'
import { type Answers, answerTo, type Case, joined, noAnswers, type OwnFacts } from './case'
import { type FactReader, factReader, type Reading, readDay } from './read-fact'

const CASE_ID = /^[A-Za-z0-9_-]{1,64}$/

const NONE_OWN: OwnFacts = new Map()

/** Where the answers to the facts of a rule set are read: by section and name. */
const readersFor = perObject((own: OwnFacts): ReadonlyMap<string, ReadonlyMap<string, FactReader>> => {
  const { slots } = noAnswers(own)
  const sections = new Map<string, Map<string, FactReader>>()
  for (const fact of [...BASE_FACTS.values(), ...own.values()]) {
    const [section, name, flag] = fact.id.split('.') as [string, string, string?]
    const facts = sections.get(section) ?? new Map<string, FactReader>()
    if (flag === undefined && !FORBIDDEN_KEYS.has(name)) sections.set(section, facts.set(name, factReader(fact, slots)))
  }
  return sections
})

/**
 * The common right snapshot as a case, three to five times as fast as `parseSnapshot` and `openCase`, which stay the
 * measure: what is read here is what they would give. Anything wrong or unusual is left to them: undefined. Driven by
 * the vocabulary and the facts of the rule set besides it, as they are.
 */
export function readCase(input: unknown, own: OwnFacts = NONE_OWN): Case | undefined {
  try {
    return readSections(input, own)
  } catch {
    // A proxy can throw, and is no plain data.
    return undefined
  }
}

function readSections(input: unknown, own: OwnFacts): Case | undefined {
  if (!isRecord(input) || !isPlainObject(input)) return undefined
  const sections = readersFor(own)
  const { slots, given } = noAnswers(own)
  const reading: Reading = {
    given: [...given],
    spells: undefined,
    leaves: undefined,
    services: undefined,
    raised: [],
    advises: [],
    documentOn: undefined,
  }
  let day: unknown
  let caseId: unknown
  let keys = 0
  for (const key in input) {
    if (!isData(input, key)) return undefined
    keys += 1
    const value = input[key]
    if (key === 'asOf') day = value
    else if (key === 'caseId') caseId = value
    else {
      const section = sections.get(key)
      if (!section || !readSection(value, section, reading)) return undefined
    }
  }
  const asOf = readDay(day)
  const { spells, leaves, services, raised, advises } = reading
  if (!hasNoMore(input, keys) || asOf === undefined || !isCaseId(caseId)) return undefined
  if (!fitTogether(spells, leaves, asOf) || liesAhead(reading, asOf)) return undefined
  const answers = { slots, given: reading.given }
  const physician = { advises, waitUntil: waitIn(answers) }
  return { asOf, answers, spells, leaves: leaves && joined(leaves), services, raised, physician }
}

/** Facts that are a day which may not lie after `asOf`, by slot: those of the vocabulary come first in every rule set. */
const PAST_DAYS = [...BASE_FACTS.values()].flatMap(({ type, lies }, slot) => (type === 'date' && lies ? [slot] : []))

/** Whether a day of what was done lies after `asOf` (check-days.ts). */
function liesAhead(reading: Reading, asOf: Day): boolean {
  const { given, services = [], raised, advises, documentOn = asOf } = reading
  const isAhead = ({ on }: { readonly on: Day }): boolean => on > asOf
  return (
    documentOn > asOf ||
    PAST_DAYS.some((slot) => {
      const answer = given[slot]
      return answer?.state === 'known' && answer.value !== null && (answer.value as Day) > asOf
    }) ||
    services.some(({ on, state }) => state !== 'planned' && on > asOf) ||
    raised.some(isAhead) ||
    advises.some(isAhead)
  )
}

function waitIn(answers: Answers): Day | null | undefined {
  const answer = answerTo(answers, 'physician.waitUntil')
  return answer?.state === 'known' ? (answer.value as Day | null) : undefined
}

function readSection(section: unknown, facts: ReadonlyMap<string, FactReader>, reading: Reading): boolean {
  if (section === undefined) return true
  if (!isRecord(section) || !isPlainObject(section)) return false
  let keys = 0
  for (const key in section) {
    if (!isData(section, key)) return false
    keys += 1
    const value = section[key]
    if (value === undefined) continue
    const fact = facts.get(key)
    if (fact === undefined) return false
    const answer = fact.answers.get(value) ?? fact.read(value, reading)
    if (answer === undefined) return false
    reading.given[fact.slot] = answer
  }
  return hasNoMore(section, keys)
}

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
