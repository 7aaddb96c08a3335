import { describe, expect, it } from 'vitest'
import { createTriage, type Snapshot } from '../../../src/index'

/**
 * One case of each kind of employee, from its first day through 120 weeks, day by day. What the calendar should say is
 * worked out here from the text of the statutes, with the days of JavaScript and with nothing of the library.
 */

// ---- Days, as texts: 'YYYY-MM-DD' compare in order.

const plus = (day: string, days: number): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
const daysFrom = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / 86_400_000

// ---- The cases.

const FIRST = '2024-01-10'
const DAYS = 120 * 7
/** What stands in the files of the employer: the analysis in time, the plan late. */
const ANALYSIS = plus(FIRST, 40)
const PLAN = plus(FIRST, 60)
const CONTRACT_END = plus(FIRST, 200)
/** A wage sanction of fourteen weeks, until and with this day. */
const WAGES_UNTIL = plus(FIRST, 728 + 98 - 1)
/** Sixteen weeks (Wazo 3:1). */
const LEAVE_DAYS = 112
const LEAVE = { from: plus(FIRST, 100), until: plus(FIRST, 100 + LEAVE_DAYS - 1) }

type Regime = 'employee' | 'safety-net-uwv' | 'safety-net-self-insured' | 'self-employed'

interface Kind {
  readonly name: string
  readonly regime: Regime
  readonly contractEndsOn?: string
  readonly pastStatePensionAge?: true
  readonly wagesUntil?: string
  readonly leave?: typeof LEAVE
  /** What was done, and when; else the files say that it was not done. Of the evaluation nobody knows. */
  readonly records?: true
}

const KINDS: readonly Kind[] = [
  { name: 'an employee', regime: 'employee', records: true },
  { name: 'the safety net without an employer', regime: 'safety-net-uwv' },
  { name: 'the safety net of a self-insured employer', regime: 'safety-net-self-insured', records: true },
  { name: 'a self-employed person', regime: 'self-employed' },
  { name: 'a contract that ends', regime: 'employee', contractEndsOn: CONTRACT_END },
  { name: 'past the state pension age', regime: 'employee', pastStatePensionAge: true },
  { name: 'wages that are prolonged', regime: 'employee', wagesUntil: WAGES_UNTIL },
  { name: 'leave in between', regime: 'employee', leave: LEAVE, records: true },
]

function snapshotOf(kind: Kind, asOf: string): Snapshot {
  const { regime, contractEndsOn = 'none', pastStatePensionAge = false, wagesUntil = 'none', leave, records } = kind
  const spells = !leave
    ? [{ firstDay: FIRST }]
    : [
        { firstDay: FIRST, ...(asOf >= leave.from ? { recoveredOn: leave.from } : {}) },
        ...(asOf > leave.until ? [{ firstDay: plus(leave.until, 1) }] : []),
      ]
  return {
    asOf,
    absence: { spells, leaves: leave ? [{ ...leave, oneCase: 'yes' }] : [] },
    employment: { regime, contractEndsOn, pastStatePensionAge, wagesUntil, employerAttitude: 'willing' },
    // Nothing that a rule has something to say about.
    health: {
      course: 'stable',
      fullyAndPermanentlyDisabled: 'no',
      criticalLimitations: [],
      recoveryVersusExpectation: 'as-expected',
      frequencyExplained: false,
    },
    returnToWork: { ownWork: 'expected', buildUp: 'on-track' },
    process: {
      problemAnalysisOn: records && asOf >= ANALYSIS ? ANALYSIS : 'none',
      actionPlanOn: records && asOf >= PLAN ? PLAN : 'none',
      firstYearEvaluationOn: 'unknown',
    },
  } as unknown as Snapshot
}

// ---- What the statutes say.

const isOnLeave = ({ leave }: Kind, asOf: string): boolean =>
  leave !== undefined && asOf >= leave.from && asOf <= leave.until

/** The days that count, in order: those of leave do not (BW 7:629(4), WIA 23(5), ZW 38(1)). */
const COUNTED = new Map(
  KINDS.map((kind) => {
    const days = [...new Array(DAYS + LEAVE_DAYS).keys()].map((day) => plus(FIRST, day))
    return [kind, days.filter((day) => !isOnLeave(kind, day))] as const
  }),
)
/** The day on which so many of them have gone by. */
const after = (days: number, kind: Kind): string => COUNTED.get(kind)?.[days] as string
const weeks = (count: number, kind: Kind): string => after(7 * count, kind)

const hasEmployer = ({ regime }: Kind): boolean => regime === 'employee' || regime === 'safety-net-self-insured'
/** WIA 7: whom the ZW insures; not a self-employed person, nor, for a benefit, somebody past the pension age (WIA 43 g). */
const isInsured = ({ regime, pastStatePensionAge }: Kind): boolean => regime !== 'self-employed' && !pastStatePensionAge

/** The last day of wages or sickness benefit: 104 weeks, six past the pension age (BW 7:629(1), (2); ZW 29(5)). */
function lastDayOfWages(kind: Kind): string {
  const last = plus(weeks(kind.pastStatePensionAge ? 6 : 104, kind), -1)
  return kind.wagesUntil && kind.wagesUntil > last ? kind.wagesUntil : last
}

/** The last day of the duties of the employer (BW 7:658a(1)); of a contract that ends: its last day (ZW 38(2)). */
function lastDayOfDuties(kind: Kind): string | undefined {
  if (!hasEmployer(kind)) return undefined
  const wages = lastDayOfWages(kind)
  return kind.contractEndsOn && kind.contractEndsOn < wages ? kind.contractEndsOn : wages
}

type State = 'upcoming' | 'due' | 'passed' | 'on-time' | 'late-motivation-unknown'
interface Line {
  readonly id: string
  readonly on: string
  readonly from?: string
  readonly state: State
}

function linesOf(kind: Kind, asOf: string): readonly Line[] {
  const { regime, contractEndsOn, pastStatePensionAge, records } = kind
  const done = (day: string): string | null => (records && asOf >= day ? day : null)
  const [analysis, plan] = [done(ANALYSIS), done(PLAN)]
  const terms: { id: string; on: string; from?: string; done?: string | null; employer?: true; applies: boolean }[] = [
    // Regeling procesgang 2: "uiterlijk zes weken na de eerste ziektedag"; WIA 26(2) for the self-insured.
    { id: 'problem-analysis', on: weeks(6, kind), done: analysis, employer: true, applies: !pastStatePensionAge },
    // Regeling procesgang 4: two weeks after the judgement; UWV: in week 8 where there is none.
    {
      id: 'action-plan',
      on: analysis ? plus(analysis, 14) : weeks(8, kind),
      done: plan,
      employer: true,
      applies: !pastStatePensionAge,
    },
    // ZW 38(1): the employer who continues wages, on the first day after 42 weeks.
    {
      id: 'sickness-report-uwv',
      on: weeks(42, kind),
      employer: true,
      applies: regime === 'employee' && !pastStatePensionAge,
    },
    // Regeling procesgang 4: at the end of the first year; practice from week 46.
    {
      id: 'first-year-evaluation',
      on: weeks(52, kind),
      from: weeks(46, kind),
      employer: true,
      applies: !pastStatePensionAge,
    },
    // ZW 38(2): on the last day of the employment; a re-integration report once the illness lasts six weeks.
    { id: 'contract-end-report', on: contractEndsOn ?? '', employer: true, applies: contractEndsOn !== undefined },
    {
      id: 'contract-end-reintegration-report',
      on: contractEndsOn ?? '',
      employer: true,
      applies: contractEndsOn !== undefined && daysFrom(FIRST, contractEndsOn) >= 42,
    },
    // WIA 64(1), (2): the letter when the wait has lasted 89 weeks.
    { id: 'claim-letter', on: weeks(89, kind), applies: isInsured(kind) },
    // WIA 25(3), 26(2), 65: thirteen weeks before the end of the wait.
    { id: 'reintegration-report', on: weeks(104 - 13, kind), employer: true, applies: isInsured(kind) },
    // WIA 64(3): eleven weeks before the end of the wait.
    { id: 'wia-application', on: weeks(104 - 11, kind), applies: isInsured(kind) },
    // WIA 23(1).
    { id: 'waiting-period-end', on: weeks(104, kind), applies: isInsured(kind) },
  ]
  const duties = lastDayOfDuties(kind)
  return terms
    .filter(({ applies }) => applies)
    .filter(({ employer, on }) => !employer || (duties !== undefined && on <= duties && asOf <= duties))
    .map(({ id, on, from, done }) => ({ id, on, ...(from && { from }), state: stateOf(kind, asOf, on, from, done) }))
}

function stateOf(kind: Kind, asOf: string, on: string, from?: string, done?: string | null): State {
  if (done) return done <= on ? 'on-time' : 'late-motivation-unknown'
  if (asOf > on) return done === null ? 'late-motivation-unknown' : 'passed'
  return from && asOf >= from && !isOnLeave(kind, asOf) ? 'due' : 'upcoming'
}

/** A deadline is told four weeks ahead, or while it can be met; and after it where records could say that it was met. */
const TELLS_WHEN_PASSED = ['problem-analysis', 'action-plan', 'first-year-evaluation']
function isTold({ id, on, from, state }: Line, asOf: string): boolean {
  const soon = plus(asOf, 28)
  if (state === 'upcoming') return on <= soon || (from !== undefined && from <= soon)
  if (state === 'passed') return TELLS_WHEN_PASSED.includes(id)
  return state !== 'on-time'
}

function noticesOf(kind: Kind, asOf: string): readonly string[] {
  const { regime, contractEndsOn } = kind
  const leave = isOnLeave(kind, asOf)
  const ended = contractEndsOn !== undefined && asOf > contractEndsOn
  const over = regime !== 'self-employed' && asOf > lastDayOfWages(kind)
  return [
    ...(asOf < '2026-01-01' ? ['rule-set-out-of-date'] : []),
    ...(leave ? [] : linesOf(kind, asOf).filter((line) => isTold(line, asOf))).map(({ id, state, on }) =>
      [id, state, on].join(' '),
    ),
    ...(leave ? ['on-leave'] : []),
    ...(ended ? ['contract-ended'] : []),
    ...(over ? ['wages-over'] : []),
    ...(regime === 'safety-net-uwv' || regime === 'self-employed' ? ['safety-net-calendar'] : []),
  ].sort()
}

/** Days of illness so far, those of leave left out. */
function countOf(kind: Kind, asOf: string): number {
  const { leave } = kind
  if (!leave || asOf < leave.from) return daysFrom(FIRST, asOf)
  if (asOf <= leave.until) return daysFrom(FIRST, leave.from)
  return daysFrom(FIRST, asOf) - daysFrom(leave.from, leave.until) - 1
}

// ---- The comparison.

const advise = createTriage({ audience: 'full' })

interface Said {
  readonly count: readonly [number, number, boolean] | null
  readonly lines: readonly Line[]
  readonly notices: readonly string[]
}

function saidOf(kind: Kind, asOf: string): Said {
  const { calendar, notices } = advise(snapshotOf(kind, asOf))
  return {
    count: calendar && [calendar.completedWeeks, calendar.ordinalWeek, calendar.onLeave],
    lines: (calendar?.milestones ?? []).map(({ id, on, from, state }) => ({
      id,
      on,
      ...(from && { from }),
      state: state as State,
    })),
    notices: notices.map(({ id, on, state }) => (on === undefined ? id : [id, state, on].join(' '))).sort(),
  }
}

function shouldSay(kind: Kind, asOf: string): Said {
  const week = Math.floor(countOf(kind, asOf) / 7)
  return {
    count: [week, week + 1, isOnLeave(kind, asOf)],
    lines: linesOf(kind, asOf),
    notices: noticesOf(kind, asOf),
  }
}

describe('through 120 weeks, day by day, the calendar is what the statutes say, for', () => {
  it.each(KINDS)('$name', (kind) => {
    const changes = new Set<string>()
    for (let day = 0; day <= DAYS; day++) {
      const asOf = plus(FIRST, day)
      const expected = shouldSay(kind, asOf)
      expect({ asOf, ...saidOf(kind, asOf) }).toEqual({ asOf, ...expected })
      changes.add(JSON.stringify([expected.lines, expected.notices]))
    }
    // The walk goes past something: each deadline comes near, passes or is done.
    expect(changes.size).toBeGreaterThan(1)
  })
})
