import { describe, expect, it } from 'vitest'
import type { Advice, Recommendation } from '../../../src/core/advice'
import { createBriefTriage } from '../../../src/core/brief-advice'
import { createTriage } from '../../../src/core/create-triage'
import { remember } from '../../../src/core/remember'
import { type AdviceChange, compareAdvice } from '../../../src/reports/timeline/compare-advice'
import { SAMPLE_SNAPSHOT } from '../../support/sample-snapshot'
import { WRITTEN_ADVICE } from '../../support/written-advice'

const [first, second, possible] = WRITTEN_ADVICE.recommendations as [Recommendation, Recommendation, Recommendation]
const withFirst = (change: Partial<Recommendation>, also: Partial<Advice> = {}): Advice => ({
  ...WRITTEN_ADVICE,
  ...also,
  recommendations: [{ ...first, ...change }, second, possible],
})
const kinds = (changes: readonly AdviceChange[]): readonly string[] =>
  changes.map((change) => `${change.kind}${'service' in change ? ` ${change.service}` : ''}`)
const compare = (before: Advice, after: Advice): readonly string[] => kinds(compareAdvice(before, after))
const timing = (change: Partial<Recommendation['timing']>): Partial<Recommendation> => ({
  timing: { ...first.timing, ...change },
})
const planned = timing({ state: 'planned' })

describe('compareAdvice', () => {
  it('says nothing of the same advice', () => {
    expect(compareAdvice(WRITTEN_ADVICE, WRITTEN_ADVICE)).toEqual([])
  })

  it('says what is new, and what is gone', () => {
    const without = { ...WRITTEN_ADVICE, recommendations: [second, possible] }
    expect(compare(without, WRITTEN_ADVICE)).toEqual(['new labour-expert-assessment'])
    expect(compare(WRITTEN_ADVICE, without)).toEqual(['gone labour-expert-assessment'])
  })

  it('takes what is only possible for no change', () => {
    expect(compare({ ...WRITTEN_ADVICE, recommendations: [first, second] }, WRITTEN_ADVICE)).toEqual([])
    expect(compare(withFirst({ certainty: 'possible' }), WRITTEN_ADVICE)).toEqual(['new labour-expert-assessment'])
  })

  it('says what is to be started now, and what was not started in time', () => {
    expect(compare(withFirst(planned), WRITTEN_ADVICE)).toEqual(['due labour-expert-assessment'])
    expect(compare(WRITTEN_ADVICE, withFirst(timing({ state: 'overdue' })))).toEqual([
      'overdue labour-expert-assessment',
    ])
  })

  it('says that a day moved, but not where it moved along', () => {
    const { since: _, ...standing } = first.timing
    const anchored = (startBy: string): Advice => withFirst({ timing: { ...standing, startBy } })
    expect(compareAdvice(anchored('2026-12-06'), anchored('2026-12-01'))).toEqual([
      { kind: 'earlier', service: 'labour-expert-assessment', was: '2026-12-06', by: '2026-12-01' },
    ])
    expect(compare(anchored('2026-12-06'), anchored('2026-12-09'))).toEqual(['later labour-expert-assessment'])
    const now = (since: string, startBy: string, asOf: string): Advice =>
      withFirst(timing({ since, startFrom: since, startBy }), { asOf })
    expect(
      compare(now('2026-11-22', '2026-12-06', '2026-11-22'), now('2026-11-23', '2026-12-07', '2026-11-23')),
    ).toEqual([])
    // It slid along until a window that stands still was the more urgent.
    const stands = withFirst({ timing: { ...standing, startBy: '2026-12-07' } }, { asOf: '2026-11-23' })
    expect(compare(now('2026-11-22', '2026-12-06', '2026-11-22'), stands)).toEqual([])
    // The same day, another length: an answer made it more urgent.
    expect(
      compare(now('2026-11-22', '2026-12-20', '2026-11-22'), now('2026-11-22', '2026-12-06', '2026-11-22')),
    ).toEqual(['earlier labour-expert-assessment'])
  })

  it('says that something is held, and that the hold is over', () => {
    const held = withFirst({ heldBy: [{ rule: 'x/y', certainty: 'certain', reviewOn: '2026-12-20', text: 'Wacht.' }] })
    expect(compareAdvice(WRITTEN_ADVICE, held)).toEqual([
      { kind: 'held', service: 'labour-expert-assessment', until: '2026-12-20' },
    ])
    expect(compare(held, WRITTEN_ADVICE)).toEqual(['hold-over labour-expert-assessment'])
  })

  it('says that something is covered, and no longer', () => {
    const covered = withFirst({ coveredBy: [{ service: 'second-track', certainty: 'certain' }] })
    expect(compare(WRITTEN_ADVICE, covered)).toEqual(['covered labour-expert-assessment'])
    expect(compare(covered, WRITTEN_ADVICE)).toEqual(['uncovered labour-expert-assessment'])
    expect(
      compare(WRITTEN_ADVICE, withFirst({ coveredBy: [{ service: 'second-track', certainty: 'possible' }] })),
    ).toEqual([])
  })

  it('says that the step is another, and which questions closed and opened', () => {
    const none: Advice = { ...WRITTEN_ADVICE, next: { kind: 'none', text: '' } }
    expect(compareAdvice(WRITTEN_ADVICE, none)).toEqual([
      { kind: 'step', from: { kind: 'request', service: 'labour-expert-assessment' }, to: null },
    ])
    const answered = { ...WRITTEN_ADVICE, openQuestions: WRITTEN_ADVICE.openQuestions.slice(1) }
    expect(compareAdvice(WRITTEN_ADVICE, answered)).toEqual([{ kind: 'question-closed', fact: 'absence.spells' }])
    expect(compareAdvice(answered, WRITTEN_ADVICE)).toEqual([{ kind: 'question-opened', fact: 'absence.spells' }])
  })

  it('says the same of brief advices as of whole ones', () => {
    const later = {
      ...SAMPLE_SNAPSHOT,
      returnToWork: { ...SAMPLE_SNAPSHOT.returnToWork, ownWork: 'doubtful' as const },
    }
    const options = { audience: 'full' as const }
    const [whole, brief] = [createTriage(options), createBriefTriage(options)]
    const notDeadlines = (changes: readonly AdviceChange[]) => changes.filter(({ kind }) => kind !== 'deadline')
    expect(notDeadlines(compareAdvice(whole(SAMPLE_SNAPSHOT), whole(later)))).toEqual(
      compareAdvice(brief(SAMPLE_SNAPSHOT), brief(later)),
    )
    expect(compareAdvice(whole(SAMPLE_SNAPSHOT), brief(SAMPLE_SNAPSHOT))).toEqual([])
  })

  it('refuses advices to different readers, and what is none', () => {
    expect(() => compareAdvice(WRITTEN_ADVICE, { ...WRITTEN_ADVICE, audience: 'employer' })).toThrow(/same reader/)
    for (const other of [null, 'x', {}, { ...WRITTEN_ADVICE, adviceVersion: 1 }])
      expect(() => compareAdvice(WRITTEN_ADVICE, other as Advice)).toThrow(/advice of version 2/)
  })

  it('remembers what is due now, so that it becomes late', () => {
    const advise = createTriage({ audience: 'employer' })
    const before = advise(SAMPLE_SNAPSHOT)
    const process = { raised: remember(before) }
    const next = advise({ ...SAMPLE_SNAPSHOT, process, asOf: nextDay(SAMPLE_SNAPSHOT.asOf) })
    expect(kinds(compareAdvice(before, next)).filter((kind) => /earlier|later|new|gone/.test(kind))).toEqual([])
  })
})

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
