import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  type Advice,
  checkAnswers,
  compareAdvice,
  createBriefTriage,
  createTriage,
  decisionRecord,
  exportForm,
  fhirResponseOf,
  interview,
  jsonFormDataOf,
  migrateSnapshot,
  parseSnapshot,
  type Role,
  remember,
  renderAdvice,
  renderTimeline,
  renderWorklist,
  type Snapshot,
  setAnswer,
  shippedRuleSet,
  surveyDataOf,
  TriageError,
  triage,
  triageTimeline,
  whatWouldChange,
  worklist,
} from '../../../src/index'
import { caseAdviser } from '../../../src/reports/batch/advise-line'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { byNight } from '../../support/by-night'
import { loadFixtures } from '../../support/load-fixtures'
import { employerCases, medicalWorld, randomFrom, withoutMedical } from '../../support/medical-worlds'

const MINUTES = 60_000
const EMPLOYER_SIDE: readonly (Role | undefined)[] = ['case-manager', 'employee', 'labour-expert', undefined]

/** Pairs of which the brief advice is compared, and of which every output is. */
const PAIRS = Number(process.env.PRIVACY_PAIRS ?? 20_400)
const WHOLE_PAIRS = byNight({ night: PAIRS, day: Math.ceil(PAIRS / 300) })

const FIXTURES = loadFixtures().map(({ snapshot }) => snapshot as Snapshot)
const CASES: readonly Snapshot[] = [
  ...FIXTURES,
  ...employerCases(6, 150, snapshotArbitrary(6)),
  ...employerCases(1, 50, snapshotArbitrary(1)),
]

/** Each case with as many worlds behind it, so that together they make the pairs. */
function* pairs(count: number, seed: number): Generator<readonly [Snapshot, Snapshot]> {
  const random = randomFrom(seed)
  for (let drawn = 0; drawn < count; drawn++) {
    const one = CASES[drawn % CASES.length] as Snapshot
    yield [one, medicalWorld(one, random)]
  }
}

/** What came of a call, or what it was refused for. */
function outcomeOf(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    if (error instanceof TriageError) return { message: error.message, issues: error.issues }
    throw error
  }
}

const brief = createBriefTriage()
const lines = (['ndjson', 'full', 'csv'] as const).map((to) =>
  caseAdviser({
    from: { format: 'ndjson' },
    to: to === 'csv' ? { format: 'csv', delimiter: ',' } : { format: 'ndjson', full: to === 'full' },
    options: { audience: 'employer', locale: 'en', ruleSet: shippedRuleSet() },
  }),
)

/** Everything that an employer can be shown of a case, by name. */
const OUTPUTS: Readonly<Record<string, (snapshot: Snapshot) => unknown>> = {
  advice: (snapshot) => createTriage()(snapshot),
  'advice in English': (snapshot) => createTriage({ audience: 'employer', locale: 'en' })(snapshot),
  brief,
  remembered: (snapshot) => remember(createTriage()(snapshot)),
  text: (snapshot) => renderAdvice(createTriage()(snapshot), { length: 'full' }),
  page: (snapshot) => renderAdvice(createTriage()(snapshot), { format: 'html' }),
  picture: (snapshot) => renderTimeline(createTriage()(snapshot)),
  changes: (snapshot) =>
    outcomeOf(() => compareAdvice(brief(snapshot), brief({ ...snapshot, asOf: dayAfter(snapshot.asOf) }))),
  worklist: (snapshot) =>
    (['html', 'csv'] as const).map((format) =>
      renderWorklist(worklist([{ caseId: 'one', advice: createTriage()(snapshot) }]), { format }),
    ),
  record: (snapshot) =>
    (['minimal', 'replayable'] as const).map((detail) =>
      decisionRecord(createTriage()(snapshot), {
        id: '0b5c9c1e-7a1f-4c55-9a60-0d6f1a3f7e11',
        recordedAt: '2026-11-30T08:00:00Z',
        key: 'a key of sixteen characters and more',
        snapshot,
        detail,
      }),
    ),
  'what a migration tells': (snapshot) => {
    const migrated = migrateSnapshot(snapshot, { from: '1.1.0' })
    return migrated.ok ? migrated.changes : migrated.issues
  },
  'lines of a batch': (snapshot) => lines.map((line) => line({ ok: true, value: snapshot }, 1)),
  interviews: (snapshot) =>
    EMPLOYER_SIDE.flatMap((role) =>
      (['decision', 'authored'] as const).map((order) => interview(snapshot, { order, ...(role ? { role } : {}) })),
    ),
  'filled-in forms': (snapshot) =>
    EMPLOYER_SIDE.map((role) => {
      const options = role ? { role } : {}
      return [fhirResponseOf(snapshot, options), jsonFormDataOf(snapshot, options), surveyDataOf(snapshot, options)]
    }),
  'what is wrong with a case': (snapshot) =>
    ['later', 'perhaps'].map((expectedReturn) => {
      const parsed = parseSnapshot({ ...snapshot, absence: { ...snapshot.absence, expectedReturn } })
      return parsed.ok ? parsed.doubts : parsed.issues
    }),
  'what is wrong with a call': (snapshot) =>
    [{ audience: 'all' }, { policy: { nothing: 1 } }].map((options) =>
      outcomeOf(() => createTriage(options as never)(snapshot)),
    ),
  'whether an answer is taken': (snapshot) =>
    (['case-manager', 'employee', 'labour-expert'] as const).flatMap((role) => {
      const refused = (call: () => unknown): unknown => {
        const outcome = outcomeOf(() => [call()])
        return Array.isArray(outcome) ? 'taken' : outcome
      }
      return [
        refused(() => setAnswer(snapshot, 'absence.expectedReturn', 'within-4-weeks', { role })),
        refused(() => setAnswer(snapshot, 'returnToWork.ownWork', 'expected', { role })),
        refused(() => setAnswer(snapshot, 'health.course', 'stable', { role })),
        refused(() => checkAnswers(snapshot, withoutMedical(snapshot), role)),
        refused(() => checkAnswers(snapshot, { ...withoutMedical(snapshot), health: { course: 'stable' } }, role)),
      ]
    }),
}

/** The slowest of them, for some of the pairs only. */
const SLOW = (snapshot: Snapshot): unknown => [
  triageTimeline(snapshot, { until: snapshot.asOf }),
  outcomeOf(() => whatWouldChange(snapshot, { service: 'labour-expert-assessment' })),
]

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

const bytesOf = (output: unknown): string => JSON.stringify(output) ?? 'undefined'

/** Each output as a digest: of a case that comes back many times, or of twenty thousand, the texts would fill the memory. */
const digestsOf = (snapshot: Snapshot): readonly (readonly [string, string])[] =>
  Object.entries(OUTPUTS).map(([name, output]) => [
    name,
    createHash('sha256')
      .update(bytesOf(outcomeOf(() => output(snapshot))))
      .digest('base64'),
  ])

describe('two cases with the same employer facts', () => {
  it(
    'are the same to the employer, whatever the physician knows: in brief',
    () => {
      const seen = new Map<Snapshot, string>()
      let different = 0
      for (const [one, other] of pairs(PAIRS, 1)) {
        const told = seen.get(one) ?? bytesOf(outcomeOf(() => brief(one)))
        seen.set(one, told)
        if (JSON.stringify(one) !== JSON.stringify(other)) different += 1
        const heard = bytesOf(outcomeOf(() => brief(other)))
        // As text only where it fails: an expectation for each would take longer than the advice.
        if (heard !== told) expect(heard, JSON.stringify([one, other])).toBe(told)
      }
      expect(different).toBeGreaterThan(0.98 * PAIRS)
    },
    10 * MINUTES,
  )

  it(
    'are the same in every output, errors included',
    () => {
      const seen = new Map<Snapshot, ReturnType<typeof digestsOf>>()
      for (const [one, other] of pairs(WHOLE_PAIRS, 2)) {
        const told = seen.get(one) ?? digestsOf(one)
        seen.set(one, told)
        expect(digestsOf(other)).toEqual(told)
      }
      for (const [one, other] of pairs(WHOLE_PAIRS / 8, 3)) expect(bytesOf(SLOW(other))).toBe(bytesOf(SLOW(one)))
    },
    90 * MINUTES,
  )

  it('have something in every output: nothing is the same because it was refused', () => {
    const snapshot = FIXTURES.find(({ returnToWork }) => returnToWork?.ownWork === 'doubtful') as Snapshot
    for (const [name, output] of Object.entries(OUTPUTS))
      expect(bytesOf(output(snapshot)).length, name).toBeGreaterThan(1)
  })

  it('are the same on json-rules-engine', async () => {
    for (const [one, other] of pairs(12, 4)) expect(bytesOf(await triage(other))).toBe(bytesOf(await triage(one)))
  })

  it('are the same as a case of which nothing medical was asked', () => {
    for (const [one] of pairs(PAIRS / 300, 5)) expect(bytesOf(brief(one))).toBe(bytesOf(brief(withoutMedical(one))))
  })

  it('get the same forms: a form knows no case', () => {
    expect(bytesOf(exportForm('json-schema'))).not.toMatch(/health|causes/)
  })
})

describe('the property', () => {
  /** As it was: the full advice, with the reasons that read medical facts taken out. */
  function cutOut(snapshot: Snapshot): unknown {
    const advice = createTriage({ audience: 'full' })(snapshot) as Advice
    const { toRelease: _, recommendations, openQuestions, ...others } = advice
    const medical = new Set(shippedRuleSet().rules.flatMap(({ id, tier }) => (tier === 'medical' ? [id] : [])))
    return {
      ...others,
      audience: 'employer',
      openQuestions: openQuestions.filter(({ fact }) => !/^(health|causes)\./.test(fact)),
      recommendations: recommendations.map(({ reasons, heldBy, ...one }) => ({
        ...one,
        reasons: reasons.filter(({ rule }) => !medical.has(rule)),
        heldBy: heldBy.filter(({ rule }) => !medical.has(rule)),
      })),
    }
  }

  it('fails on an advice out of which the medical reasons are cut', () => {
    let [told, all] = [0, 0]
    for (const [one, other] of pairs(40, 6)) {
      all += 1
      if (bytesOf(outcomeOf(() => cutOut(one))) !== bytesOf(outcomeOf(() => cutOut(other)))) told += 1
    }
    expect(told / all).toBeGreaterThan(0.5)
  })
})
