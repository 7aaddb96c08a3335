import { describe, expect, it } from 'vitest'
import type { Milestone, MilestoneState } from '../../../src/core/advice'
import { formatDay, parseDay } from '../../../src/core/calendar/day'
import type { TriageOptions } from '../../../src/core/options'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { triage } from '../../../src/core/triage-by-engine'

/** Domain notes 1.4: the first day of illness is a Wednesday, and no day was fit. */
const FIRST_DAY = '2025-01-08'
const ABSENCE = { spells: [{ firstDay: FIRST_DAY }], leaves: [] }
const EMPLOYEE = { regime: 'employee' }

const onDay = (days: number): string => formatDay((parseDay(FIRST_DAY) as number) + days)

async function milestonesOn(
  asOf: string,
  facts: Record<string, unknown> = {},
  options: TriageOptions = { audience: 'full' },
): Promise<ReadonlyMap<string, Milestone>> {
  const { calendar } = await triage({ asOf, absence: ABSENCE, employment: EMPLOYEE, ...facts }, options)
  return new Map((calendar?.milestones ?? []).map((milestone) => [milestone.id, milestone]))
}

async function stateOn(
  id: string,
  asOf: string,
  process: Record<string, unknown> = {},
): Promise<MilestoneState | undefined> {
  return (await milestonesOn(asOf, { process })).get(id)?.state
}

describe('the calendar of a case that started on 2025-01-08', () => {
  it.each([
    ['problem-analysis', 6, '2025-02-19', 'statute'],
    ['action-plan', 8, '2025-03-05', 'official'],
    ['sickness-report-uwv', 42, '2025-10-29', 'statute'],
    ['first-year-evaluation', 52, '2026-01-07', 'statute'],
    ['claim-letter', 89, '2026-09-23', 'statute'],
    ['reintegration-report', 91, '2026-10-07', 'statute'],
    ['wia-application', 93, '2026-10-21', 'statute'],
    ['waiting-period-end', 104, '2027-01-06', 'statute'],
  ])('%s: after %i weeks, on %s, %s', async (id, weeks, on, basis) => {
    expect(on).toBe(onDay(7 * weeks))
    expect((await milestonesOn(FIRST_DAY)).get(id)).toMatchObject({ on, basis, state: 'upcoming' })
  })

  it('has these milestones and no others', async () => {
    const ofContracts = ['contract-end-report', 'contract-end-reintegration-report']
    const all = shippedRuleSet().milestones.map(({ id }) => id)
    expect([...(await milestonesOn(FIRST_DAY)).keys()]).toEqual(all.filter((id) => !ofContracts.includes(id)))
  })

  it.each([
    ['2025-01-08', 0, 1, 0],
    ['2025-01-14', 0, 1, 0],
    ['2025-01-15', 1, 2, 0],
    ['2025-02-18', 5, 6, 1],
    ['2025-02-19', 6, 7, 1],
    ['2026-01-07', 52, 53, 11],
    ['2026-01-08', 52, 53, 12],
  ])(
    'on %s %i weeks are complete, the week is the %i., and %i months are complete',
    async (asOf, weeks, week, months) => {
      const { calendar } = await triage({ asOf, absence: ABSENCE }, { audience: 'full' })
      expect(calendar).toMatchObject({ completedWeeks: weeks, ordinalWeek: week, completedMonths: months })
    },
  )

  it('the plan of action is due two weeks after the problem analysis, once that was made', async () => {
    const early = await milestonesOn('2025-02-10', { process: { problemAnalysisOn: '2025-02-05' } })
    expect(early.get('action-plan')).toMatchObject({ on: '2025-02-19', basis: 'statute' })
    const none = await milestonesOn('2025-02-10', { process: { problemAnalysisOn: 'none' } })
    expect(none.get('action-plan')).toMatchObject({ on: '2025-03-05', basis: 'official' })
  })

  it('the second track starts six weeks after the first-year evaluation at latest', async () => {
    const facts = {
      absence: ABSENCE,
      employment: EMPLOYEE,
      returnToWork: { ownWork: 'not-expected', otherWorkWithEmployer: 'not-available', secondTrackStarted: false },
      process: { firstYearEvaluationOn: '2026-01-07' },
    }
    const startBy = async (asOf: string) => {
      const { recommendations } = await triage({ asOf, ...facts }, { audience: 'full' })
      return recommendations.find(({ service }) => service === 'second-track')?.timing
    }
    expect(await startBy('2026-02-10')).toMatchObject({ startBy: '2026-02-18', state: 'due', basis: 'official' })
    expect(await startBy('2026-02-18')).toMatchObject({ startBy: '2026-02-18', state: 'due' })
    expect(await startBy('2026-02-19')).toMatchObject({ startBy: '2026-02-18', state: 'overdue' })
    // Before that, "as soon as possible" is the earlier of the two.
    expect(await startBy('2026-01-10')).toMatchObject({ startBy: '2026-01-24', basis: 'product' })
  })

  it('moves with the days between merged spells', async () => {
    const spells = [{ firstDay: FIRST_DAY, recoveredOn: '2025-01-18' }, { firstDay: '2025-02-14' }]
    const moved = await milestonesOn('2025-03-01', { absence: { spells, leaves: [] } })
    expect(moved.get('problem-analysis')?.on).toBe('2025-03-18')
    expect(moved.get('waiting-period-end')?.on).toBe(onDay(728 + 27))
  })

  it('moves with the policy, and says so in the texts of no other', async () => {
    const shorter = await milestonesOn(FIRST_DAY, {}, { policy: { 'milestone.problemAnalysis': 'P5W' } })
    expect(shorter.get('problem-analysis')?.on).toBe('2025-02-12')
    expect(shorter.get('action-plan')?.on).toBe('2025-03-05')
  })
})

describe('where a milestone stands', () => {
  const analysis = (asOf: string, process?: Record<string, unknown>) => stateOn('problem-analysis', asOf, process)

  it.each([
    ['2025-02-18', {}, 'upcoming'],
    ['2025-02-19', {}, 'upcoming'],
    ['2025-02-20', {}, 'passed'],
    ['2025-02-20', { problemAnalysisOn: 'unknown' }, 'passed'],
    ['2025-02-20', { deviationMotivated: true }, 'passed'],
    ['2025-02-19', { problemAnalysisOn: 'none' }, 'upcoming'],
    ['2025-02-19', { problemAnalysisOn: '2025-02-19' }, 'on-time'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-19' }, 'on-time'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-19', deviationMotivated: false }, 'on-time'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-20' }, 'late-motivation-unknown'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-20', deviationMotivated: 'unknown' }, 'late-motivation-unknown'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-20', deviationMotivated: true }, 'late-motivated'],
    ['2025-03-19', { problemAnalysisOn: '2025-02-20', deviationMotivated: false }, 'late'],
    ['2025-02-20', { problemAnalysisOn: 'none' }, 'late-motivation-unknown'],
    ['2025-02-20', { problemAnalysisOn: 'none', deviationMotivated: true }, 'late-motivated'],
    ['2025-02-20', { problemAnalysisOn: 'none', deviationMotivated: false }, 'late'],
  ] as const)('problem analysis on %s with %j: %s', async (asOf, process, state) => {
    expect(await analysis(asOf, process)).toBe(state)
  })

  it.each([
    [onDay(46 * 7 - 1), {}, 'upcoming'],
    [onDay(46 * 7), {}, 'due'],
    [onDay(52 * 7), {}, 'due'],
    [onDay(52 * 7 + 1), {}, 'passed'],
    [onDay(52 * 7 + 1), { firstYearEvaluationOn: onDay(47 * 7) }, 'on-time'],
    [onDay(52 * 7 + 2), { firstYearEvaluationOn: onDay(52 * 7 + 1), deviationMotivated: false }, 'late'],
  ] as const)('first-year evaluation, which has a window, on %s with %j: %s', async (asOf, process, state) => {
    expect(await stateOn('first-year-evaluation', asOf, process)).toBe(state)
  })

  it.each([
    ['2025-10-29', 'upcoming'],
    ['2025-10-30', 'passed'],
  ])('the report to UWV, of which nobody records whether it was made, on %s: %s', async (asOf, state) => {
    expect(await stateOn('sickness-report-uwv', asOf, { deviationMotivated: false })).toBe(state)
  })

  it('a plan that came in time after a late analysis is on time, against its own term', async () => {
    const process = { problemAnalysisOn: '2025-03-01', actionPlanOn: '2025-03-15', deviationMotivated: false }
    expect(await stateOn('problem-analysis', '2025-04-01', process)).toBe('late')
    expect(await stateOn('action-plan', '2025-04-01', process)).toBe('on-time')
    expect(await stateOn('action-plan', '2025-04-01', { ...process, actionPlanOn: '2025-03-16' })).toBe('late')
  })
})

describe('the notice of a milestone', () => {
  const noticed = async (
    asOf: string,
    process: Record<string, unknown> = {},
    options: TriageOptions = { audience: 'full' },
  ) => {
    const { notices } = await triage({ asOf, absence: ABSENCE, employment: EMPLOYEE, process }, options)
    return new Map(notices.map((notice) => [notice.id, notice]))
  }

  it('shows from four weeks before its day', async () => {
    const [day, before] = [onDay(42 - 28), onDay(42 - 29)]
    expect((await noticed(before)).has('problem-analysis')).toBe(false)
    expect((await noticed(day)).get('problem-analysis')).toMatchObject({ on: '2025-02-19', state: 'upcoming' })
    expect((await noticed(before, {}, { policy: { 'notice.horizon': 'P29D' } })).has('problem-analysis')).toBe(true)
  })

  it('goes when it was done in time, and stays when it was late', async () => {
    expect((await noticed('2025-02-15', { problemAnalysisOn: '2025-02-14' })).has('problem-analysis')).toBe(false)
    const late = { problemAnalysisOn: '2025-02-21', deviationMotivated: false }
    expect((await noticed('2025-03-15', late)).get('problem-analysis')).toMatchObject({ state: 'late' })
  })
})

describe('whose calendar it is', () => {
  it('the employer sees the same one', async () => {
    const [full, employer] = [
      await milestonesOn('2025-03-19'),
      await milestonesOn('2025-03-19', {}, { audience: 'employer' }),
    ]
    expect([...employer]).toEqual([...full])
  })
})
