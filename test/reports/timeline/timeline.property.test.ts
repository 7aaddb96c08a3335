import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../../src/core/calendar/day'
import {
  compareAdvice,
  remember,
  type Snapshot,
  type TimelineDay,
  TriageError,
  triage,
  triageSync,
  triageTimeline,
} from '../../../src/index'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { byNight } from '../../support/by-night'

const MINUTES = 60_000
const CASES = byNight({ night: 200, day: 30 })

const lengths = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 728 }) },
)

/** By asking on every single day. */
function dayByDay(snapshot: Snapshot, until: number) {
  const days: TimelineDay[] = []
  let before = triageSync(snapshot, { audience: 'full' })
  for (let day = (parseDay(snapshot.asOf) ?? 0) + 1; day <= until; day++) {
    const process = { ...snapshot.process, raised: remember(before) }
    const after = triageSync({ ...snapshot, process, asOf: formatDay(day) } as Snapshot, { audience: 'full' })
    const changes = compareAdvice(before, after)
    if (changes.length > 0) days.push({ on: after.asOf, status: after.status, changes })
    before = after
  }
  return days
}

describe('triageTimeline', () => {
  it(
    `is what triage says on every single day, for ${CASES} random cases`,
    () => {
      let changes = 0
      fc.assert(
        fc.property(snapshotArbitrary(12), lengths, (snapshot, length) => {
          const until = (parseDay(snapshot.asOf) ?? 0) + length
          const timeline = triageTimeline(snapshot, { audience: 'full', until: formatDay(until) })
          changes += timeline.days.length
          expect(timeline.days).toEqual(dayByDay(snapshot, until))
        }),
        // Shrinking asks day by day again and again, for minutes.
        { numRuns: CASES, endOnFailure: true },
      )
      expect(changes).toBeGreaterThan(CASES / 7)
    },
    8 * MINUTES,
  )

  it('tells a planned assessment that becomes due, and later overdue', () => {
    const snapshot = {
      asOf: '2026-02-02',
      absence: { spells: [{ firstDay: '2026-01-05' }], leaves: [] },
      returnToWork: { ownWork: 'doubtful' },
      employment: { functionVariety: 'many' },
      health: { permanentLimitation: false },
    }
    const { days } = triageTimeline(snapshot, { audience: 'full' })
    const states = days.flatMap(({ on, changes }) =>
      changes.flatMap((change) =>
        (change.kind === 'due' || change.kind === 'overdue') && change.service === 'labour-expert-assessment'
          ? [[on, change.kind]]
          : [],
      ),
    )
    expect(states).toContainEqual(['2026-05-05', 'due'])
    expect(states).toContainEqual(['2026-10-06', 'overdue'])
  })

  it('refuses an until that is no day, lies before asOf or more than 104 weeks after it', () => {
    for (const until of ['2026-02-30', '2025-12-31', '2028-01-01'])
      expect(() => triageTimeline({ asOf: '2026-01-01' }, { audience: 'full', until })).toThrow(TriageError)
    expect(triageTimeline({ asOf: '2026-01-01' }, { audience: 'full' }).until).toBe('2027-12-30')
  })
})

describe('triageSync', () => {
  it(
    'gives the same bytes as triage',
    async () => {
      await fc.assert(
        fc.asyncProperty(snapshotArbitrary(), fc.constantFrom('full', 'employer'), async (snapshot, audience) => {
          const options = { audience, locale: 'en' } as const
          expect(JSON.stringify(triageSync(snapshot, options))).toBe(JSON.stringify(await triage(snapshot, options)))
        }),
        { numRuns: byNight({ night: 1_000, day: 200 }) },
      )
    },
    4 * MINUTES,
  )
})
