import { describe, expect, it } from 'vitest'
import * as authoring from '../../src/authoring'
import * as library from '../../src/index'
import * as sync from '../../src/sync'
import * as testing from '../../src/testing'
import { loadFixtures } from '../support/load-fixtures'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

/** Tries everything that a caller can do to what it was given: write, add, take away. */
function scramble(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  const attempt = (change: () => unknown): void => {
    try {
      change()
    } catch {
      // Frozen: as good as not shared.
    }
  }
  const isMap = typeof (value as Partial<Map<unknown, unknown>>).entries === 'function' && !Array.isArray(value)
  if (isMap) for (const [, part] of value as Map<unknown, unknown>) scramble(part, seen)
  for (const part of Object.values(value)) scramble(part, seen)
  attempt(() => (value as Map<unknown, unknown>).set('scrambled', 1))
  attempt(() => (value as Map<unknown, unknown>).delete('health.course'))
  attempt(() => (value as Map<unknown, unknown>).clear())
  for (const key of Object.keys(value)) {
    attempt(() => Reflect.set(value, key, 'scrambled'))
    attempt(() => Reflect.deleteProperty(value, key))
  }
  attempt(() => (value as unknown[]).push('case-manager'))
  attempt(() => Reflect.set(value, 'scrambled', true))
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const bytesOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    isObject(part) && typeof (part as Partial<Map<unknown, unknown>>).entries === 'function' && !Array.isArray(part)
      ? [...(part as Map<unknown, unknown>)]
      : part,
  ) ?? ''

const FIXTURES = loadFixtures()
const snapshot: library.Snapshot = JSON.parse(JSON.stringify(SAMPLE_SNAPSHOT))
const FULL = { audience: 'full' } as const

const ANY_UUID = '0b8f4a38-7a5c-4f43-9a41-6b5a3f0c2f11'
const FOR_FHIR = { release: 'R4', subject: { system: 'urn:x-host:case', value: 'case-1' } } as const

/** One call of everything that gives something back, on inputs made anew. */
const CALLS: Readonly<Record<string, () => unknown>> = {
  triageSync: () => library.triageSync(structuredClone(snapshot), FULL),
  'triageSync for the employer': () => library.triageSync(structuredClone(snapshot)),
  createTriage: () => library.createTriage(FULL)(structuredClone(snapshot)),
  createBriefTriage: () => library.createBriefTriage(FULL)(structuredClone(snapshot)),
  'sync.triageSync': () => sync.triageSync(structuredClone(snapshot), FULL),
  interview: () => library.interview(structuredClone(snapshot), { role: 'occupational-physician' }),
  'interview in authored order': () => library.interview(structuredClone(snapshot), { ...FULL, order: 'authored' }),
  'interview of a case manager': () => library.interview(structuredClone(snapshot), { role: 'case-manager' }),
  triageTimeline: () => library.triageTimeline(structuredClone(snapshot), FULL),
  parseSnapshot: () => library.parseSnapshot(structuredClone(snapshot), FULL),
  'parseSnapshot of a wrong one': () => library.parseSnapshot({ asOf: 'x', health: { course: 1 } }, FULL),
  setAnswer: () => library.setAnswer(structuredClone(snapshot), 'absence.workedShare', 50),
  checkAnswers: () => library.checkAnswers(structuredClone(snapshot), { asOf: snapshot.asOf }, 'case-manager'),
  release: () => library.release(structuredClone(snapshot), { waitUntil: '2027-06-01' }),
  releaseChoices: () => library.releaseChoices(structuredClone(snapshot)),
  adviceToCards: () =>
    library.adviceToCards(library.triageSync(structuredClone(snapshot), FULL), { decision: ANY_UUID, fhir: FOR_FHIR }),
  adviceToFhir: () =>
    library.adviceToFhir(library.triageSync(structuredClone(snapshot), FULL), { decision: ANY_UUID, ...FOR_FHIR }),
  remember: () => library.remember(library.triageSync(structuredClone(snapshot), FULL)),
  formOf: () => library.formOf(library.shippedRuleSet()),
  factsOf: () => library.factsOf(library.shippedRuleSet()),
  shippedRuleSet: () => library.shippedRuleSet(),
  loadRuleSet: () => library.loadRuleSet(structuredClone(library.SHIPPED_FILES)),
  migrateSnapshot: () => library.migrateSnapshot(structuredClone(snapshot), { from: '1.0.0' }),
  jsonFormDataOf: () => library.jsonFormDataOf(structuredClone(snapshot), FULL),
  surveyDataOf: () => library.surveyDataOf(structuredClone(snapshot), FULL),
  fhirResponseOf: () => library.fhirResponseOf(structuredClone(snapshot), FULL),
  absenceProfile: () => library.absenceProfile('afas'),
  estimateSavings: () => library.estimateSavings({ longSpells: 10 } as never),
  checkRuleSet: () => authoring.FINDING_PAGES,
  expectAdvice: () => typeof testing.expectAdvice(structuredClone(snapshot)),
  ...Object.fromEntries(
    library.FORM_FORMATS.flatMap((format) =>
      [FULL, { role: 'case-manager' as const }].map((options, index) => [
        `exportForm ${format} ${index}`,
        () => library.exportForm(format, options),
      ]),
    ),
  ),
}

const outcomeOf = (call: () => unknown): unknown => {
  try {
    return call()
  } catch (error) {
    if (error instanceof library.TriageError) return error.issues
    throw error
  }
}

describe('what a caller was given', () => {
  it('can be changed in any way, and changes nothing in the next call', () => {
    const before = Object.values(CALLS).map((call) => bytesOf(outcomeOf(call)))
    for (const call of Object.values(CALLS)) scramble(outcomeOf(call))
    const names = Object.keys(CALLS)
    const changed = Object.values(CALLS).flatMap((call, at) =>
      bytesOf(outcomeOf(call)) === before[at] ? [] : [names[at]],
    )
    expect(changed).toEqual([])
  })

  it('does not open a question to another role (an exported form, a question of an interview, a catalogue)', () => {
    const form = library.exportForm('json-schema', FULL)
    scramble(form)
    scramble(library.interview(structuredClone(snapshot), FULL))
    scramble(library.BASE_FACTS)
    for (const role of ['case-manager', 'employee', 'labour-expert'] as const)
      expect(() => library.setAnswer(structuredClone(snapshot), 'health.course', 'stable', { role })).toThrow(
        /wrong-role/,
      )
  })
})

describe('an exported catalogue', () => {
  const entries = { library, sync, authoring, testing }
  const exported = Object.entries(entries).flatMap(([entry, names]) =>
    Object.entries(names).flatMap(([name, value]) =>
      // A schema of zod is a machine with parts that it moves itself; what it is made of is frozen.
      isObject(value) && name !== 'snapshotSchema' ? [[`${entry} ${name}`, value] as const] : [],
    ),
  )

  it('is there', () => {
    expect(exported.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'library BASE_FACTS',
        'library DERIVED_FACTS',
        'library SHIPPED_FILES',
        'library ISSUE_CODES',
      ]),
    )
  })

  it.each(exported)('cannot be changed: %s', (_, value) => {
    const before = bytesOf(value)
    scramble(value)
    expect(bytesOf(value)).toBe(before)
  })

  it('is what everything is read by: a fixture for each audience reads the same afterwards', () => {
    for (const [, value] of exported) scramble(value)
    const one = FIXTURES.find(({ options }) => options === undefined)
    if (!one) throw new Error('no fixture')
    expect(library.triageSync(one.snapshot, FULL).ruleSet.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(library.BASE_FACTS.get('health.course')?.answeredBy).toEqual(['occupational-physician', 'delegate'])
  })
})
