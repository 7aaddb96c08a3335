import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesFor } from '../../../src/core/audience/employer-issues'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import {
  checkAnswers,
  createTriage,
  type Issue,
  interview,
  parseSnapshot,
  setAnswer,
  shippedRuleSet,
  TriageError,
  type TriageOptions,
  triage,
  triageSync,
  triageTimeline,
} from '../../../src/index'
import { linesAdviser } from '../../../src/reports/batch/advise-lines'
import { setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { ownFiles } from '../../support/own-rule-set'

const MINUTES = 60_000
const asOf = '2026-11-22'
const employer = { audience: 'employer', locale: 'en' } as const
const WITHHELD = { code: 'physicians-answer', path: [], message: expect.stringContaining('have the physician check') }

const facts = [...BASE_FACTS.values()]
const MEDICAL = facts.filter(({ tier }) => tier === 'medical').map(({ id }) => id)
const NAMES = ['health', 'causes', ...MEDICAL.map((id) => id.slice(id.lastIndexOf('.') + 1))]

function errorOf(call: () => unknown): TriageError {
  try {
    call()
  } catch (error) {
    if (error instanceof TriageError) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

const refused = (snapshot: unknown, options: object = employer): TriageError =>
  errorOf(() => triageSync(snapshot, options as TriageOptions))

/** Each way in which an audience is known. */
const WAYS: Readonly<Record<string, (snapshot: unknown) => Promise<readonly Issue[]>>> = {
  triageSync: async (snapshot) => refused(snapshot).issues,
  triage: async (snapshot) => {
    const error = await triage(snapshot, employer).catch((error: unknown) => error)
    return error instanceof TriageError ? error.issues : []
  },
  createTriage: async (snapshot) => errorOf(() => createTriage(employer)(snapshot)).issues,
  triageTimeline: async (snapshot) => errorOf(() => triageTimeline(snapshot, employer)).issues,
  interview: async (snapshot) => errorOf(() => interview(snapshot, employer)).issues,
  'interview, by the role': async (snapshot) =>
    errorOf(() => interview(snapshot, { role: 'case-manager', locale: 'en' })).issues,
  setAnswer: async (snapshot) =>
    errorOf(() => setAnswer(snapshot, 'employment.regime', 'employee', { role: 'case-manager', locale: 'en' })).issues,
  'checkAnswers, of the case that is kept': async (snapshot) =>
    errorOf(() => checkAnswers(snapshot, { asOf }, 'case-manager', { locale: 'en' })).issues,
  'a line of a batch': async (snapshot) => {
    const options = { ...employer, ruleSet: shippedRuleSet() }
    const { advise } = linesAdviser({ from: { format: 'ndjson' }, to: { format: 'ndjson', full: false }, options })
    return JSON.parse(advise(JSON.stringify(snapshot), 1).text).error.issues
  },
}

describe.each(Object.keys(WAYS))('%s tells the employer', (way) => {
  const told = (part: object) => WAYS[way]?.({ asOf, ...part })

  it.each([
    { health: { course: 'GEHEIM' } },
    { health: { cours: 'GEHEIM' } },
    { health: 'GEHEIM' },
    { causes: ['GEHEIM'] },
    { course: 'GEHEIM' },
    { health_course: 'GEHEIM' },
    { health: { raised: [{ id: 'GEHEIM', on: '2026-01-01' }] } },
    { health: { raised: [{ id: 'file-check', on: '2099-01-01', note: 'GEHEIM' }] } },
    { health: { course: 'GEHEIM', complaints: 'GEHEIM', criticalLimitations: ['lifting', 'GEHEIM', 'GEHEIM'] } },
  ])('that the physician has something to correct in %j, and no more', async (part) => {
    expect(await told(part)).toEqual([WITHHELD])
  })

  it('what is wrong elsewhere in full, and first', async () => {
    const wrong = { conflict: { status: 'huge' }, colour: 'red' }
    const parsed = parseSnapshot({ asOf, ...wrong }, { locale: 'en' })
    expect(await told({ causes: null, ...wrong, health: 1 })).toEqual([...(parsed.ok ? [] : parsed.issues), WITHHELD])
  })
})

it('who reads the full advice is told everything', () => {
  const wrong = { asOf, health: { course: 'GEHEIM' }, conflict: { status: 'huge' } }
  const parsed = parseSnapshot(wrong, { locale: 'en', audience: 'full' })
  expect(refused(wrong, { locale: 'en', audience: 'full' }).issues).toEqual(parsed.ok ? [] : parsed.issues)
  expect(parsed).toMatchObject({ issues: [{ path: ['conflict', 'status'] }, { path: ['health', 'course'] }] })
})

it('wrong options do not open it, nor does an audience that is none', () => {
  const wrong = { asOf, health: { course: 'GEHEIM' } }
  for (const options of [
    { ...employer, colour: 1 },
    { audience: 'Employer' },
    { audience: null, colour: 1 },
    'employer',
    { colour: 1 },
    { audience: undefined, colour: 1 },
  ])
    expect(JSON.stringify(refused(wrong, options as object).issues)).not.toMatch(/health|course/)
  const full = refused(wrong, { audience: 'full', colour: 1 } as object)
  expect(full.issues.at(-1)).toMatchObject({ path: ['health', 'course'] })
})

it('where no name is guessed any more, what may be meant for the physician is not told', () => {
  const many = Object.fromEntries([...new Array(300).keys()].map((index) => [`key${index}`, 1]))
  const { issues } = refused({ asOf, ...many, course: 'GEHEIM', healthCourse: 1, cours: 1 })
  expect(issues.at(-1)).toEqual(WITHHELD)
  expect(JSON.stringify(issues)).not.toMatch(/cours|GEHEIM/i)
})

it("an organisation's own medical facts are the physician's too", () => {
  const loaded = loadRuleSet(ownFiles())
  if (!loaded.ok) throw new Error('the rule set does not load')
  const told = (own: object, rest: object = {}) =>
    refused({ asOf, own, ...rest }, { ...employer, ruleSet: loaded.ruleSet }).issues
  expect(told({ sleepAdvice: 'GEHEIM' })).toEqual([WITHHELD])
  expect(told({ sleep_advice: 'GEHEIM' })).toEqual([WITHHELD])
  for (const name of ['sleepAdvice', 'sleepAdvise']) expect(told({}, { [name]: 'GEHEIM' })).toEqual([WITHHELD])
  expect(told({ nightShifts: 99 })).toMatchObject([{ code: 'out-of-range', path: ['own', 'nightShifts'] }])
})

it('what JSON itself does not allow has no path either', () => {
  const issues: Issue[] = ['health.course', 'health.cours', 'snapshot.health.course', 'snapshot.cours'].map((path) => ({
    code: 'duplicate-key',
    path: path.split('.'),
    message: 'de sleutel "course" staat meer dan eens in dit object: houd er één over',
  }))
  const options = { ...employer, ruleSet: shippedRuleSet() }
  expect(issuesFor(issues, options)).toEqual([WITHHELD])
  const own: Issue[] = [{ code: 'duplicate-key', path: ['absence', 'spells', 0, 'firstDay'], message: '' }]
  expect(issuesFor(own, options)).toBe(own)
})

describe('whatever stands in the medical facts', () => {
  const words = fc.constantFrom('GEHEIM', 'GEHEIM en meer', 'worsenign', '', 'none', '2026-02-30')
  /** Plain data that is right for no fact. */
  const plain = fc.oneof(
    words,
    fc.constantFrom<unknown>(null, 73219, -73219, 0.73219),
    fc.array(words, { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('GEHEIM', ...NAMES), fc.oneof(words, fc.array(words)), { minKeys: 1 }),
  )
  const odd = fc.constantFrom<unknown>(
    () => 'GEHEIM',
    Number.NaN,
    Symbol('GEHEIM'),
    73219n,
    new Date(0),
    'GEHEIM\ud800',
  )
  const filledWith = (values: fc.Arbitrary<unknown>) =>
    fc.dictionary(fc.constantFrom(...MEDICAL, 'health.GEHEIM', 'health.own_course', 'causes.cours'), values, {
      minKeys: 1,
    })

  const sectionCopy = (part: unknown) => (typeof part === 'object' ? { ...part } : part)
  const withMedical = (snapshot: object, values: Readonly<Record<string, unknown>>): object => {
    const copy = Object.fromEntries(Object.entries(snapshot).map(([key, part]) => [key, sectionCopy(part)]))
    for (const [id, value] of Object.entries(values)) setFact(copy, id, value)
    return copy
  }
  const wrongElsewhere = fc.constantFrom<readonly [string, unknown] | undefined>(
    undefined,
    ['conflict.status', 'huge'],
    ['employment.olderWorker', 'yes'],
  )

  it(
    'the employer is told the same of it, and nothing that is in it',
    () => {
      fc.assert(
        fc.property(
          snapshotArbitrary(),
          filledWith(plain),
          filledWith(plain),
          wrongElsewhere,
          (snapshot, a, b, wrong) => {
            const given = wrong ? withMedical(snapshot, Object.fromEntries([wrong])) : snapshot
            const [one, other] = [a, b].map((values) => refused(withMedical(given, values)))
            expect(JSON.stringify(one?.issues)).toBe(JSON.stringify(other?.issues))
            expect(one?.message).toBe(other?.message)
            expect(one?.code).toBe(wrong ? one?.issues[0]?.code : 'physicians-answer')
            expect(one?.issues.at(-1)).toEqual(WITHHELD)
            expect(one?.issues).toHaveLength(wrong ? 2 : 1)
          },
        ),
        { numRuns: 400 },
      )
    },
    4 * MINUTES,
  )

  it(
    'nor of what is no plain data',
    () => {
      fc.assert(
        fc.property(snapshotArbitrary(), filledWith(fc.oneof(odd, plain)), filledWith(odd), (snapshot, a, b) => {
          expect(refused(withMedical(snapshot, { ...a, ...b })).issues).toEqual([WITHHELD])
        }),
        { numRuns: 200 },
      )
    },
    4 * MINUTES,
  )
})
