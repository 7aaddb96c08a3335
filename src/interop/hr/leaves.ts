import { type Day, formatDay } from '../../core/calendar/day'
import type { Leave } from './history'
import type { AbsenceProfile, EndMeans } from './profile'
import { type GivenDay, isMonth, type ReadRow, WRONG, weekendBefore } from './read-row'
import type { AbsenceReport, ReportLog } from './reports-in'

export interface LeavesFound {
  readonly leaves: readonly Leave[]
  /** Some leave has no days that can be used. */
  readonly unknown: boolean
}

type OrWrong = GivenDay | typeof WRONG | undefined

/** Pregnancy and maternity leave: reports of that kind, and rows that name a leave. Adoption and foster leave are neither. */
export function leavesOf(
  rows: readonly ReadRow[],
  reports: readonly AbsenceReport[],
  profile: AbsenceProfile,
  log: ReportLog,
): LeavesFound {
  let unknown = false
  const found: Leave[] = []
  const take = (from: OrWrong, end: OrWrong, means: EndMeans, at: readonly number[]) => {
    const leave = leaveIn(from, end, means, at, log)
    if (leave) found.push(leave)
    else unknown = true
  }
  for (const report of reports) {
    if (report.kind === 'other-leave') log.change('other-leave', report.rows)
    if (report.kind === 'pregnancy-leave')
      take(report.firstDay, report.end ?? report.last.expectedEnd, profile.endMeans, report.rows)
  }
  for (const row of rows)
    if (row.leaveFrom !== undefined)
      take(row.leaveFrom, row.leaveEnd, profile.leave?.endMeans ?? profile.endMeans, [row.row])
  return { leaves: joined(found, log), unknown }
}

function leaveIn(
  from: OrWrong,
  end: OrWrong,
  means: EndMeans,
  rows: readonly number[],
  log: ReportLog,
): Leave | undefined {
  if (!isExact(from) || !isExact(end)) {
    if (from === undefined || end === undefined) log.issue('missing-key', rows)
    return undefined
  }
  const until = lastDay(end.from, means, rows, log)
  if (until >= from.from) return { from: from.from, until, rows }
  log.issue('leave-ends-before-start', rows)
  return undefined
}

const isExact = (day: OrWrong): day is GivenDay => day !== undefined && day !== WRONG && !isMonth(day)

/** The earliest day that can have been the last: a leave that is too long would hide days of illness. */
function lastDay(day: Day, means: EndMeans, rows: readonly number[], log: ReportLog): Day {
  if (means === 'last-day-ill') return day
  if (means === 'unstated') log.change('leave-end-presumed', rows)
  if (means !== 'first-working-day' || weekendBefore(day) === 0) return day - 1
  log.issue('end-date-ambiguous', rows)
  return day - 1 - weekendBefore(day)
}

/** A file that is told twice, or a planned leave beside the actual one, is one leave. */
function joined(leaves: readonly Leave[], log: ReportLog): readonly Leave[] {
  const kept: Leave[] = []
  for (const leave of [...leaves].sort((a, b) => a.from - b.from || a.until - b.until)) {
    const before = kept.at(-1)
    if (!before || leave.from > before.until) {
      kept.push(leave)
      continue
    }
    const rows = [...before.rows, ...leave.rows]
    log.change('leaves-joined', rows)
    kept.splice(-1, 1, { from: before.from, until: Math.max(before.until, leave.until), rows })
  }
  return kept
}

export const shownLeaves = (leaves: readonly Leave[]) =>
  leaves.map(({ from, until }) => ({ from: formatDay(from), until: formatDay(until) }))
