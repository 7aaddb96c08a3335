import { addDuration, type Day, formatDay } from '../../core/calendar/day'
import { NONE, UNKNOWN } from '../../core/snapshot/fact'
import type { AbsenceProfile } from './profile'
import { type GivenDay, isMonth, type ReadRow, WRONG } from './read-row'
import type { AbsenceReport, ReportLog } from './reports-in'

export type Regime = 'employee' | 'safety-net-uwv' | 'safety-net-self-insured' | typeof UNKNOWN

export interface Contract {
  readonly endsOn: string | undefined
  readonly regime: Regime | undefined
  /** The employment is over on the day. */
  readonly isOver: boolean
}

/**
 * Who pays during illness. A safety net is not a regime: with most of them (ZW 29a, 29b, organ donation) the employer
 * goes on to owe wages, plan and calendar, and only the benefit is paid to it. Without an employer there is one: the
 * employment has ended, or is of a kind in which there never was a duty to pay.
 */
export function contractOf(
  row: ReadRow,
  isLeftIll: boolean,
  leftOn: GivenDay | undefined,
  knowsEnd: boolean,
  asOf: Day,
): Contract {
  const { contractEndsOn: given, safetyNet, selfInsured } = row
  const day = given === undefined ? leftOn : given
  const end = day === undefined || day === WRONG || isMonth(day) ? undefined : day.from
  const isOver = isLeftIll || (end !== undefined && end <= asOf)
  return {
    endsOn: end === undefined ? (day === WRONG ? UNKNOWN : undefined) : formatDay(end),
    regime: regime(),
    isOver,
  }

  function regime(): Regime | undefined {
    if (isOver || safetyNet === 'no-employer') {
      if (selfInsured === 'yes') return 'safety-net-self-insured'
      return selfInsured === 'no' ? 'safety-net-uwv' : UNKNOWN
    }
    if (safetyNet === 'unknown' || safetyNet === WRONG || given === WRONG) return UNKNOWN
    // Without a word on either, not asked.
    return safetyNet !== undefined || knowsEnd ? 'employee' : undefined
  }
}

/** How the report that goes on stands today. */
export function standOf(open: AbsenceReport, profile: AbsenceProfile, asOf: Day, log: ReportLog) {
  const { share, emptyMeansNone = [] } = profile
  const now = open.changes.at(-1) ?? open.last
  return { workedShare: workedShare(), therapeuticWorkSince: therapeuticSince(), expectedReturn: expectedReturn() }

  /** Percent of the hours worked with wage value. Between nothing and all, most sources do not tell it. */
  function workedShare(): number | typeof UNKNOWN | undefined {
    const { absent, therapeutic } = now
    if (absent === undefined) return undefined
    if (absent === WRONG || therapeutic === WRONG || (therapeutic ?? 0) > 0) return UNKNOWN
    if (absent === 100) return 0
    return share?.restIsWorked ? Math.round((100 - absent) * 10_000) / 10_000 : UNKNOWN
  }

  /** The first day of the run of therapeutic work that has not been broken since. */
  function therapeuticSince(): string | undefined {
    const { therapeutic } = now
    if (therapeutic === WRONG) return UNKNOWN
    if (therapeutic === undefined) return emptyMeansNone.includes('therapeutic') ? NONE : undefined
    if (therapeutic === 0) return NONE
    const broken = open.changes.findLastIndex((row) => row.therapeutic === undefined || row.therapeutic === 0)
    const first = open.changes[broken + 1]?.changedOn
    return first === undefined || first === WRONG || isMonth(first) ? UNKNOWN : formatDay(first.from)
  }

  function expectedReturn(): 'within-4-weeks' | 'within-3-months' | 'later' | undefined {
    const { expectedEnd } = open.last
    if (expectedEnd === undefined || expectedEnd === WRONG) return undefined
    if (expectedEnd.to < asOf) {
      log.change('expectation-past', [open.last.row])
      return undefined
    }
    if (expectedEnd.to <= addDuration(asOf, { months: 0, days: 28 })) return 'within-4-weeks'
    return expectedEnd.to <= addDuration(asOf, { months: 3, days: 0 }) ? 'within-3-months' : 'later'
  }
}

/** Days of the process; of several, the last that has come. */
export function processFacts(rows: readonly ReadRow[], asOf: Day, log: ReportLog): Readonly<Record<string, string>> {
  const days = new Map<string, Day>()
  for (const { row, facts } of rows)
    for (const [fact, day] of Object.entries(facts)) {
      if (isMonth(day)) continue
      if (day.from > asOf) log.issue('date-after-as-of', [row])
      else days.set(fact, Math.max(day.from, days.get(fact) ?? day.from))
    }
  return Object.fromEntries([...days].map(([fact, day]) => [fact.slice('process.'.length), formatDay(day)]))
}
