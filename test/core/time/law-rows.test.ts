import { describe, expect, it } from 'vitest'
import { BASE_FACTS, loadRuleSet, SHIPPED_FILES, type Snapshot, triageSync } from '../../../src/index'

/**
 * What worked examples, rulings and questions of practice showed to be wrong in the first version, row by row, with the
 * days on both sides of each boundary. The statute that decides stands beside each.
 */

const EMPLOYEE = { regime: 'employee', contractEndsOn: 'none', pastStatePensionAge: false, wagesUntil: 'none' } as const
const NO_WAY_BACK = {
  ownWork: 'not-expected',
  otherWorkWithEmployer: 'not-available',
  secondTrackStarted: false,
} as const

const ill = (firstDay: string, rest: object = {}) => ({ spells: [{ firstDay }], leaves: [], ...rest })
const plus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

function adviceOn(snapshot: object, options: object = {}) {
  const advice = triageSync(snapshot as Snapshot, { audience: 'full', locale: 'en', ...options })
  const { calendar, recommendations, notices } = advice
  return {
    advice,
    firstDay: calendar?.effectiveFirstDay,
    others: calendar?.alternatives.map(({ effectiveFirstDay }) => effectiveFirstDay) ?? [],
    milestones: calendar?.milestones.map(({ id }) => id) ?? [],
    dayOf: (id: string) => calendar?.milestones.find((one) => one.id === id)?.on,
    notices: notices.map(({ id }) => id),
    certain: recommendations.filter(({ certainty }) => certainty === 'certain').map(({ service }) => service),
    find: (service: string) => recommendations.find((one) => one.service === service),
  }
}

describe('L1: who has which milestone (WIA 23, 25, 26(2), 64; ZW 38)', () => {
  const milestonesOf = (regime: string) =>
    adviceOn({ asOf: '2026-11-30', absence: ill('2026-08-03'), employment: { ...EMPLOYEE, regime } }).milestones
  const EVERYBODY = ['claim-letter', 'wia-application', 'waiting-period-end']

  it('an employee, and the self-insured without the report after 42 weeks', () => {
    const own = ['problem-analysis', 'action-plan', 'first-year-evaluation', 'reintegration-report']
    expect(milestonesOf('employee').sort()).toEqual([...EVERYBODY, ...own, 'sickness-report-uwv'].sort())
    expect(milestonesOf('safety-net-self-insured').sort()).toEqual([...EVERYBODY, ...own].sort())
  })

  it('the safety net without an employer has what binds every insured person, the self-employed nothing', () => {
    expect(milestonesOf('safety-net-uwv').sort()).toEqual([...EVERYBODY].sort())
    expect(milestonesOf('self-employed')).toEqual([])
    const { find, certain } = adviceOn({
      asOf: '2026-11-30',
      absence: ill('2025-09-22', { expectedReturn: 'not-expected' }),
      employment: { ...EMPLOYEE, regime: 'safety-net-uwv' },
      returnToWork: NO_WAY_BACK,
    })
    expect([find('second-track'), certain.includes('labour-expert-assessment')]).toEqual([undefined, true])
  })
})

describe('L2: a contract that ends during illness (ZW 38(2), BW 7:658a(1))', () => {
  const END = '2026-12-10'
  const on = (asOf: string, firstDay = '2026-08-03') =>
    adviceOn({
      asOf,
      absence: ill(firstDay, { expectedReturn: 'not-expected' }),
      employment: { ...EMPLOYEE, contractEndsOn: END },
      returnToWork: NO_WAY_BACK,
    })

  it('is reported on its last day; the duties end there, and the count of 104 weeks goes on', () => {
    expect(on(END).dayOf('contract-end-report')).toBe(END)
    expect(on(END).milestones).toContain('action-plan')
    const after = on(plus(END, 1))
    expect(after.milestones.sort()).toEqual(['claim-letter', 'waiting-period-end', 'wia-application'])
    expect(after.dayOf('waiting-period-end')).toBe(plus('2026-08-03', 104 * 7))
    expect(after.notices).toContain('contract-ended')
    expect(after.find('second-track')).toBeUndefined()
  })

  it('asks for a re-integration report from six weeks of illness on', () => {
    expect(on(END, plus(END, -42)).milestones).toContain('contract-end-reintegration-report')
    expect(on(END, plus(END, -41)).milestones).not.toContain('contract-end-reintegration-report')
  })

  it('ends the windows of what needs the employer', () => {
    const needs = on('2026-12-01').find('second-track')
    expect(needs?.timing.startBy).toBe(END)
    expect(on('2026-11-20').find('second-track')?.timing.startBy).toBe('2026-12-04')
  })
})

describe('L3: leave between two spells (WIA 23(2): a first sick day is a working day)', () => {
  const again = (next: string) =>
    adviceOn({
      asOf: '2026-08-30',
      absence: {
        spells: [{ firstDay: '2026-01-05', recoveredOn: '2026-03-02' }, { firstDay: next }],
        leaves: [{ from: '2026-03-02', until: '2026-06-19', oneCase: 'yes' }],
      },
      employment: EMPLOYEE,
    })
  /** The first day, moved by the 110 days of leave and those of the weekend. */
  const oneCase = (next: string): string =>
    plus('2026-01-05', (Date.parse(next) - Date.parse('2026-03-02')) / 86_400_000)

  it.each(['2026-06-20', '2026-06-22'])('ill again on %s adjoins: the weekend is no gap', (next) => {
    expect([again(next).firstDay, again(next).others]).toEqual([oneCase(next), []])
  })

  it.each(['2026-06-23', '2026-06-24'])('ill again on %s, after a working day: both calendars', (next) => {
    const { firstDay, others } = again(next)
    expect([firstDay, ...others].sort()).toEqual([oneCase(next), next].sort())
  })
})

describe('L4: on leave, and leave ahead', () => {
  const LEAVE = { from: '2026-09-01', until: '2026-12-18' }
  const asks = (asOf: string) =>
    adviceOn({
      asOf,
      absence: { spells: [{ firstDay: '2026-03-02', recoveredOn: '2026-09-01' }], leaves: [LEAVE] },
      employment: EMPLOYEE,
      signals: { employeeAsks: true },
      process: { employeeWilling: true },
    })

  it('nothing is before the leave is over', () => {
    for (const day of ['2026-09-01', '2026-12-18']) {
      expect(asks(day).notices).toContain('on-leave')
      expect(asks(day).find('consultation-hour')?.timing).toMatchObject({ startFrom: '2026-12-19', state: 'planned' })
    }
    expect(asks('2026-12-19').notices).not.toContain('on-leave')
    expect(asks('2026-12-19').find('consultation-hour')?.timing).toMatchObject({ state: 'due', startBy: '2027-01-02' })
  })

  it('a window of somebody ill does not run into a leave that is entered', () => {
    const withLeave = (leaves: readonly object[]) =>
      adviceOn({
        asOf: '2026-11-30',
        absence: ill('2026-08-03', { leaves, expectedReturn: 'later' }),
        employment: EMPLOYEE,
        returnToWork: NO_WAY_BACK,
      }).find('labour-expert-assessment')?.timing
    expect(withLeave([])).toMatchObject({ startFrom: '2026-11-30', startBy: '2026-12-14' })
    expect(withLeave([{ from: '2026-12-07', until: '2027-03-27' }])).toMatchObject({ startFrom: '2027-03-28' })
    // Six weeks before a leave nothing new is begun (`leave.ahead`); a day earlier it is.
    expect(withLeave([{ from: '2027-01-11', until: '2027-04-30' }])).toMatchObject({ startFrom: '2027-05-01' })
    expect(withLeave([{ from: '2027-01-12', until: '2027-04-30' }])).toMatchObject({ startBy: '2026-12-14' })
  })
})

describe('L5: the shortened waiting period (WIA 23(6): ten weeks before, at most 78 weeks)', () => {
  it.each([
    [21, true],
    [476, true],
    [477, false],
  ])('day %i of the illness: %s', (days, isOpen) => {
    const { notices } = adviceOn({
      asOf: '2026-11-30',
      absence: ill(plus('2026-11-30', -days)),
      employment: EMPLOYEE,
      health: { fullyAndPermanentlyDisabled: 'yes' },
    })
    expect(notices.includes('shortened-waiting-period')).toBe(isOpen)
  })
})

describe('L6: the second track after the evaluation (WVP-25)', () => {
  const evaluated = (expectedReturn: string, otherWorkWithEmployer = 'unexplored') =>
    adviceOn({
      asOf: '2026-11-30',
      absence: ill('2025-09-22', { expectedReturn }),
      employment: EMPLOYEE,
      returnToWork: { ownWork: 'doubtful', otherWorkWithEmployer, secondTrackStarted: false },
      process: { firstYearEvaluationOn: '2026-09-28', services: [] },
    })

  it('runs beside the first, six weeks after the evaluation at latest', () => {
    expect(evaluated('later').find('second-track')).toMatchObject({
      certainty: 'certain',
      timing: { startBy: '2026-11-09', state: 'overdue' },
    })
  })

  it('unless there is a concrete prospect within three months', () => {
    expect(evaluated('within-3-months').certain).not.toContain('second-track')
    expect(evaluated('later', 'available').certain).not.toContain('second-track')
  })
})

describe('L7: after the period of wages (BW 7:629(1), 7:658a(1))', () => {
  const inWeek = (weeks: number, days = 0, wagesUntil: string = 'none') =>
    adviceOn({
      asOf: '2026-11-30',
      absence: ill(plus('2026-11-30', -7 * weeks - days), { expectedReturn: 'not-expected' }),
      employment: { ...EMPLOYEE, wagesUntil },
      returnToWork: NO_WAY_BACK,
    })

  it('the duty ends with the wages: on the last of 104 weeks it is there, on the day after it is not', () => {
    const last = inWeek(103, 6)
    expect([last.certain.includes('second-track'), last.notices.includes('wages-over')]).toEqual([true, false])
    for (const weeks of [104, 112, 170, 217]) {
      const over = inWeek(weeks)
      expect([weeks, over.certain, over.notices.includes('wages-over')]).toEqual([weeks, [], true])
      expect(over.advice.status).not.toBe('refer-now')
    }
  })

  it('wages that are prolonged prolong it, until and with their last day', () => {
    expect(inWeek(112, 0, '2026-11-30').certain).toContain('second-track')
    expect(inWeek(112, 0, '2026-11-29').certain).toEqual([])
  })
})

describe('L8: past the state pension age (BW 7:629(2): six weeks)', () => {
  const pensioner = (firstDay: string) =>
    adviceOn({
      asOf: '2026-11-30',
      absence: ill(firstDay, { expectedReturn: 'not-expected' }),
      employment: { ...EMPLOYEE, pastStatePensionAge: true },
      returnToWork: NO_WAY_BACK,
    })

  it('no plan, no report after 42 weeks, no second track', () => {
    for (const firstDay of ['2026-11-02', '2026-10-20', '2025-10-20']) {
      expect([firstDay, pensioner(firstDay).milestones]).toEqual([firstDay, []])
      expect(pensioner(firstDay).find('second-track')).toBeUndefined()
    }
  })

  it('and after six weeks nothing that an employer does', () => {
    expect(pensioner('2026-10-20').notices).not.toContain('wages-over')
    expect(pensioner('2026-10-20').certain).toContain('labour-expert-assessment')
    const over = pensioner('2026-10-19')
    expect(over.notices).toContain('wages-over')
    for (const service of ['labour-expert-assessment', 'case-conference', 'file-check'])
      expect([service, over.certain.includes(service)]).toEqual([service, false])
  })
})

describe('L9: leave inside a gap, where sources differ', () => {
  const gap = (breaks: 0 | 1) =>
    adviceOn(
      {
        asOf: '2026-11-30',
        absence: {
          spells: [{ firstDay: '2026-01-05', recoveredOn: '2026-03-02' }, { firstDay: '2026-07-13' }],
          leaves: [{ from: '2026-03-16', until: '2026-07-03', oneCase: 'yes' }],
        },
        employment: EMPLOYEE,
      },
      { policy: { 'leave.breaksGap': breaks } },
    )

  it('both calendars are shown, and a policy says which one counts', () => {
    expect([gap(0).firstDay, gap(0).others]).toEqual(['2026-05-18', ['2026-07-13']])
    expect([gap(1).firstDay, gap(1).others]).toEqual(['2026-07-13', ['2026-05-18']])
    for (const breaks of [0, 1] as const) expect(gap(breaks).notices).toContain('leave-inside-gap')
  })
})

describe('L10: a rule set outside its validity', () => {
  const manifest = SHIPPED_FILES['manifest.json'] as object
  const loaded = loadRuleSet({
    ...SHIPPED_FILES,
    'manifest.json': { ...manifest, validFrom: '2026-01-01', validUntil: '2026-06-30' },
  })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))

  it.each([
    ['2025-12-31', true],
    ['2026-01-01', false],
    ['2026-06-30', false],
    ['2026-07-01', true],
  ])('on %s a notice says so: %s', (asOf, isOut) => {
    const { notices } = adviceOn({ asOf }, { ruleSet: loaded.ruleSet })
    expect(notices.includes('rule-set-out-of-date')).toBe(isOut)
  })
})

describe('L11: whether leave parts two cases (ZW 38(1): the employer reports the first day)', () => {
  const shown = (oneCase: string, extra: object = {}) =>
    triageSync(
      {
        asOf: '2026-08-30',
        absence: {
          spells: [{ firstDay: '2026-01-05', recoveredOn: '2026-03-02' }, { firstDay: '2026-06-22' }],
          leaves: [{ from: '2026-03-02', until: '2026-06-19', oneCase }],
        },
        employment: EMPLOYEE,
        ...extra,
      } as Snapshot,
      { audience: 'employer' },
    ).calendar

  it('the employer reads the day that the physician settled, without the cause', () => {
    expect(shown('yes')?.effectiveFirstDay).toBe('2026-04-27')
    expect(shown('no')?.effectiveFirstDay).toBe('2026-06-22')
    expect([shown('yes')?.alternatives, shown('no')?.alternatives]).toEqual([[], []])
    expect(shown('yes', { health: { complaints: 'psychological' } })).toEqual(shown('yes'))
  })
})

describe('L12: which regime', () => {
  it('the help keeps those who have an employer out of the safety net', () => {
    const { help } = BASE_FACTS.get('employment.regime') ?? {}
    for (const word of ['no-riskpolis', 'zwangerschap', 'orgaandonatie', 'geen werkgever'])
      expect(help?.nl).toContain(word)
    for (const word of ['no-risk', 'pregnancy', 'organ donation', 'no employer']) expect(help?.en).toContain(word)
  })
})
