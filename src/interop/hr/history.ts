import { type Day, formatDay } from '../../core/calendar/day'
import type { EndMeans } from './profile'
import { dayText, type GivenDay, isMonth, weekendBefore } from './read-row'
import type { AbsenceReport, ReportLog } from './reports-in'

/** Spells with fewer days between them are one case (BW 7:629(10), ZW 29(5)): 27 merge, 28 do not. */
const DAYS_APART = 28

/** How far the end of a report may be told from the leave that ended it: a weekend, and a day of reading. */
const DAYS_BESIDE = 3

/** A leave, first and last day. */
export interface Leave {
  readonly from: Day
  readonly until: Day
  readonly rows: readonly number[]
}

/** A spell on its way: what is known of its days. */
interface Spell {
  readonly first: GivenDay
  /** The first day fit again: as it is told, and the earliest and latest that the telling leaves room for. */
  readonly end: { readonly day: GivenDay; readonly least: Day; readonly most: Day } | undefined
  readonly rows: readonly number[]
  readonly report: AbsenceReport
}

/** What a report leaves unknown: everything before a day, or how things are today. */
type Gap = Day | 'today'

export interface SpellsFound {
  readonly spells: readonly { readonly firstDay: string; readonly recoveredOn?: string }[] | 'unknown' | undefined
  readonly spellsFrom: string | undefined
  /** The report that goes on. */
  readonly open: AbsenceReport | undefined
}

export interface HistoryOptions {
  readonly asOf: Day
  readonly endMeans: EndMeans
  /** Whether the export names every report there ever was. */
  readonly complete: boolean
  /** From which day on it does. */
  readonly historyFrom: Day | undefined
}

/**
 * The spells of one employment. Where a row leaves a day open that decides, nothing is chosen: the list is certain from
 * a later day only (`spellsFrom`), so that the engine considers every past that is possible; or unknown.
 */
export function spellsOf(
  reports: readonly AbsenceReport[],
  leaves: readonly Leave[],
  options: HistoryOptions,
  log: ReportLog,
): SpellsFound {
  const gaps: Gap[] = []
  const illness = reports.filter(({ kind }) => kind === 'illness' || kind === 'unknown')
  const found = illness.flatMap((report, index) => spellOf(report, illness[index + 1], leaves, options, gaps, log))
  const apart = withoutOverlap(found.sort(byDays), gaps, log)
  for (const [index, spell] of apart.entries()) lookAtGap(spell, apart[index + 1], leaves, gaps, log)
  if (gaps.includes('today')) return { spells: 'unknown', spellsFrom: undefined, open: undefined }
  const certain = certainFrom(apart, gaps, options)
  const kept = leaves.reduce(
    (spells, leave) => spells.flatMap((spell) => interrupted(spell, leave, options.asOf, log)),
    apart.flatMap((spell) => sinceDay(spell, certain, log)),
  )
  const spells = kept.map(({ first, end }) => ({
    firstDay: dayText(first),
    ...(end && { recoveredOn: dayText(end.day) }),
  }))
  const known = spells.length > 0 || options.complete || certain !== undefined
  return {
    spells: known ? spells : undefined,
    spellsFrom: certain === undefined ? undefined : formatDay(certain),
    open: kept.findLast(({ end }) => end === undefined)?.report,
  }
}

function spellOf(
  report: AbsenceReport,
  next: AbsenceReport | undefined,
  leaves: readonly Leave[],
  options: HistoryOptions,
  gaps: Gap[],
  log: ReportLog,
): Spell[] {
  const { asOf } = options
  const { firstDay, rows } = report
  const end = endIn(report, leaves, options, log)
  if (firstDay && firstDay.from > asOf) {
    log.change('report-in-future', rows)
    return []
  }
  // Whether these days were illness at all is not known.
  if (report.kind === 'unknown') return leaveGap(end === 'unknown' || !end ? 'today' : end.most)
  if (!firstDay) {
    if (end && end !== 'unknown') return leaveGap(end.most)
    const seen =
      end === 'unknown'
        ? undefined
        : report.changes.flatMap(({ changedOn }) => (typeof changedOn === 'object' ? changedOn : []))[0]
    if (!seen) return leaveGap('today')
    // Ill on this day, and since when is not known.
    gaps.push(seen.from)
    return [{ first: seen, end: undefined, rows, report }]
  }
  if (end === 'unknown') return leaveGap(next?.firstDay && next.firstDay.from <= asOf ? next.firstDay.from : 'today')
  return [{ first: firstDay, end, rows, report }]

  function leaveGap(gap: Gap): [] {
    gaps.push(gap)
    return []
  }
}

/** Undefined: the report goes on. */
function endIn(
  report: AbsenceReport,
  leaves: readonly Leave[],
  { asOf, endMeans }: HistoryOptions,
  log: ReportLog,
): Spell['end'] | 'unknown' {
  const { state, end, firstDay, last } = report
  if (state === 'open' || state === 'left-ill') return undefined
  if (!end) return 'unknown'
  // The leave that follows tells the day better than an end whose meaning is not certain.
  const leave =
    state === 'closed-by-leave' ? leaves.find(({ from }) => Math.abs(from - end.from) <= DAYS_BESIDE) : undefined
  const fit = leave ? readings({ from: leave.from, to: leave.from }, 'first-day-fit') : readings(end, endMeans)
  if (!fit) {
    log.issue('end-without-day', [last.row])
    return 'unknown'
  }
  if (fit.day.from > asOf) {
    log.change('recovery-in-future', [last.row])
    return undefined
  }
  if (firstDay && fit.day.to < firstDay.from) {
    log.issue('spell-ends-before-start', [last.row])
    return 'unknown'
  }
  const least = firstDay && !isMonth(firstDay) ? Math.max(fit.least, firstDay.from) : fit.least
  return { day: fit.day, least, most: fit.most }
}

/** The first day fit again, by what the day of the source means. Undefined: a month, of which it is not the month of. */
function readings(end: GivenDay, means: EndMeans): NonNullable<Spell['end']> | undefined {
  if (isMonth(end)) return means === 'last-day-ill' ? undefined : { day: end, least: end.from, most: end.to }
  const day = end.from
  switch (means) {
    case 'first-day-fit':
      return { day: end, least: day, most: day }
    case 'last-day-ill':
      return { day: { from: day + 1, to: day + 1 }, least: day + 1, most: day + 1 }
    case 'first-working-day':
      return { day: end, least: day - weekendBefore(day), most: day }
    case 'unstated':
      return { day: end, least: day - weekendBefore(day), most: day + 1 }
  }
}

const byDays = (a: Spell, b: Spell): number =>
  a.first.from - b.first.from || lastOf(a) - lastOf(b) || (a.rows[0] ?? 0) - (b.rows[0] ?? 0)

const lastOf = ({ end }: Spell): number => end?.day.from ?? Number.POSITIVE_INFINITY

/** Spells one after another. Of two that are open nothing before the later is certain. */
function withoutOverlap(spells: readonly Spell[], gaps: Gap[], log: ReportLog): readonly Spell[] {
  const kept: Spell[] = []
  for (const spell of spells) {
    const before = kept.at(-1)
    // Within one month they may touch: which days it was, the engine tries.
    if (!before || lastOf(before) <= spell.first.to) {
      kept.push(spell)
      continue
    }
    const sameDay = before.first.from === spell.first.from
    const bothOpen = !before.end && !spell.end
    log.issue(bothOpen && !sameDay ? 'two-open-spells' : 'spells-overlap', [...before.rows, ...spell.rows])
    if (bothOpen && !sameDay) {
      gaps.push(spell.first.from)
      kept.splice(-1, 1, spell)
    } else if (lastOf(spell) <= lastOf(before)) log.change('report-inside-another', spell.rows)
    else if (sameDay) {
      log.change('report-inside-another', before.rows)
      kept.splice(-1, 1, spell)
    } else {
      log.change('end-moved-to-next', before.rows)
      const day = { from: spell.first.from, to: spell.first.from }
      kept.splice(-1, 1, { ...before, end: { day, least: day.from, most: day.from } }, spell)
    }
  }
  return kept
}

/** Where the readings of an end date lie on both sides of the four weeks, nothing before the next spell is certain. */
function lookAtGap(spell: Spell, next: Spell | undefined, leaves: readonly Leave[], gaps: Gap[], log: ReportLog): void {
  if (!next || !spell.end || isMonth(spell.end.day) || isMonth(next.first)) return
  const { least, most } = spell.end
  const start = next.first.from
  // Beside a leave it is the leave that joins them, and a weekend does not part them.
  if (leaves.some(({ from, until }) => from >= least && until <= start)) return
  if (start - most >= DAYS_APART || start - least < DAYS_APART) return
  log.issue('end-date-ambiguous', [spell.report.last.row, ...next.rows])
  gaps.push(start)
}

/** Undefined: the whole past is in the list. */
function certainFrom(
  spells: readonly Spell[],
  gaps: readonly Gap[],
  { complete, historyFrom }: HistoryOptions,
): Day | undefined {
  const told = complete ? undefined : (historyFrom ?? spells[0]?.first.from)
  const days = [...gaps, told].filter((day) => typeof day === 'number')
  return days.length === 0 ? undefined : Math.max(...days)
}

/** What of a spell lies on or after a day. */
function sinceDay(spell: Spell, day: Day | undefined, log: ReportLog): Spell[] {
  if (day === undefined || spell.first.from >= day) return [spell]
  if (spell.end && spell.end.day.to <= day) {
    log.change('before-known-history', spell.rows)
    return []
  }
  // A spell that runs on over that day is told whole: its first day is known.
  return isMonth(spell.first) ? [] : [spell]
}

/** Illness stops where leave begins, and is a report of its own after it. */
function interrupted(spell: Spell, leave: Leave, asOf: Day, log: ReportLog): Spell[] {
  const end = spell.end?.day.from ?? asOf + 1
  if (isMonth(spell.first) || end <= leave.from || spell.first.from > leave.until) return [spell]
  // Both are in use as the day on which one follows the other.
  if (spell.first.from === leave.until) return [spell]
  log.change('interrupted-by-leave', [...spell.rows, ...leave.rows])
  log.issue('leave-overlaps-spell', [...spell.rows, ...leave.rows])
  const at = (day: Day): GivenDay => ({ from: day, to: day })
  const before =
    spell.first.from < leave.from
      ? [{ ...spell, end: { day: at(leave.from), least: leave.from, most: leave.from } }]
      : []
  const after = end > leave.until + 1 ? [{ ...spell, first: at(leave.until + 1) }] : []
  return [...before, ...after]
}
