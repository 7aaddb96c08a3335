import type { Day } from '../../core/calendar/day'
import { frozen } from '../../core/frozen'
import type { Locale } from '../../core/snapshot/fact'
import { type ImportIssue, type ImportIssueCode, importIssue } from './import-issue'
import type { AbsenceProfile } from './profile'
import { type GivenDay, type ReadRow, WRONG } from './read-row'

/** One report of illness or leave, after its corrections and deletions. */
export interface AbsenceReport {
  readonly kind: 'illness' | 'pregnancy-leave' | 'other-leave' | 'unknown'
  /** Undefined: not known. */
  readonly firstDay: GivenDay | undefined
  readonly state: 'open' | 'closed' | 'closed-by-leave' | 'left-ill' | 'over'
  /** Of a report that is not open. */
  readonly end: GivenDay | undefined
  /** In the order in which they hold, those after `asOf` left out; the last is how things are. */
  readonly changes: readonly ReadRow[]
  /** The row that was told last. */
  readonly last: ReadRow
  readonly rows: readonly number[]
}

/** The reports of one employment, in the order of their first days; those without one first. */
export function reportsIn(rows: readonly ReadRow[], profile: AbsenceProfile, asOf: Day, log: ReportLog) {
  const named = rows.filter(tellsReport)
  const renamed = new Map(
    named.flatMap(({ reportId, previousId }) =>
      reportId !== undefined && previousId !== undefined ? [[previousId, reportId]] : [],
    ),
  )
  const reports = grouped(named, (row) => keyOf(row, renamed)).flatMap((group) => {
    const live = applied(inOrderTold(group), log)
    return live.length === 0 ? [] : [reportOf(live, profile, asOf, log)]
  })
  return reports.sort(
    (a, b) =>
      (a.firstDay?.from ?? Number.NEGATIVE_INFINITY) - (b.firstDay?.from ?? Number.NEGATIVE_INFINITY) ||
      (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
  )
}

/** A row of an employee who was never reported ill has nothing but the employment, and a pregnancy file only its leave. */
const tellsReport = (row: ReadRow): boolean =>
  row.firstDay !== undefined || row.changedOn !== undefined || row.end !== undefined || row.operation === 'deletion'

function keyOf({ reportId, firstDay }: ReadRow, renamed: ReadonlyMap<string, string>): string {
  if (reportId === undefined)
    return firstDay === undefined || firstDay === WRONG ? 'no day' : `on ${firstDay.from} ${firstDay.to}`
  const seen = new Set<string>()
  let id = reportId
  // A circle of new names ends where it began.
  for (let next = renamed.get(id); next !== undefined && !seen.has(next); next = renamed.get(id)) {
    seen.add(next)
    id = next
  }
  return `id ${id}`
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** By number where the source numbers its messages, else by the day from which they hold, else as they stand. */
function inOrderTold(rows: readonly ReadRow[]): readonly ReadRow[] {
  const numbered = rows.some(({ sequence }) => sequence !== undefined)
  const rank = (row: ReadRow): number =>
    numbered ? (row.sequence ?? 0) : (dayOf(row.changedOn)?.from ?? Number.NEGATIVE_INFINITY)
  return [...rows].sort((a, b) => compare(rank(a), rank(b)) || a.row - b.row)
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The rows that are left of one report once corrections and deletions have been carried out. */
function applied(rows: readonly ReadRow[], log: ReportLog): readonly ReadRow[] {
  let live: readonly ReadRow[] = []
  const contents = new Map(rows.map((row) => [row, JSON.stringify({ ...row, row: 0 })]))
  for (const row of rows) {
    const twin = live.find((other) => contents.get(other) === contents.get(row))
    const numbered = row.sequence === undefined ? undefined : live.find((other) => other.sequence === row.sequence)
    if (twin) log.change('duplicate-row', [row.row])
    else if (row.operation === 'deletion') live = without(live, row, log)
    else {
      const replaced = numbered ? [numbered] : correctedBy(row, live, log)
      if (replaced.length > 0) log.change(numbered ? 'row-replaced' : 'row-corrected', replaced.map(rowNumber))
      live = [...live.filter((other) => !replaced.includes(other)), row]
    }
  }
  return live
}

const rowNumber = ({ row }: ReadRow): number => row

function correctedBy(row: ReadRow, live: readonly ReadRow[], log: ReportLog): readonly ReadRow[] {
  const isCorrection = row.operation === 'correction'
  const before = dayOf(row.previousChangedOn)
  if (!isCorrection && !before) return []
  const replaced = live.filter(({ changedOn }) => isSameDay(dayOf(changedOn), before ?? dayOf(row.changedOn)))
  if (replaced.length === 0 && (before || live.length === 0)) log.issue('unknown-report', [row.row])
  return replaced
}

/**
 * A deletion that names the day of a later change takes away that change; any other takes away the report. Where it fits
 * neither, nothing is taken away: a report too many is looked at, one that is lost is not.
 */
function without(live: readonly ReadRow[], row: ReadRow, log: ReportLog): readonly ReadRow[] {
  const day = dayOf(row.changedOn)
  const first = firstOf(live) ?? dayOf(row.firstDay)
  const changes =
    day && first && day.from !== first.from
      ? live.filter(({ changedOn }) => isSameDay(dayOf(changedOn), day))
      : undefined
  if (live.length === 0 || changes?.length === 0) {
    log.issue('unknown-report', [row.row])
    return live
  }
  const gone = changes && changes.length < live.length ? changes : live
  log.change(gone === live ? 'report-deleted' : 'change-withdrawn', [...gone.map(rowNumber), row.row])
  return live.filter((other) => !gone.includes(other))
}

const isSameDay = (a: GivenDay | undefined, b: GivenDay | undefined): boolean =>
  a !== undefined && b !== undefined && a.from === b.from && a.to === b.to

const dayOf = (given: GivenDay | typeof WRONG | undefined): GivenDay | undefined =>
  given === WRONG ? undefined : given

/** The first day that was told last. */
const firstOf = (rows: readonly ReadRow[]): GivenDay | undefined =>
  rows.map(({ firstDay }) => dayOf(firstDay)).findLast((day) => day !== undefined)

function reportOf(live: readonly ReadRow[], profile: AbsenceProfile, asOf: Day, log: ReportLog): AbsenceReport {
  const rows = live.map(rowNumber)
  const byDay = [...live].sort((a, b) =>
    compare(dayOf(a.changedOn)?.from ?? Number.NEGATIVE_INFINITY, dayOf(b.changedOn)?.from ?? Number.NEGATIVE_INFINITY),
  )
  const told = live.flatMap(({ firstDay }) => dayOf(firstDay) ?? [])
  if (told.some((day) => !isSameDay(day, told[0]))) log.change('first-day-changed', rows)
  const firstDay =
    profile.report.firstDay === undefined
      ? dayOf(byDay.find(({ changedOn }) => dayOf(changedOn))?.changedOn)
      : firstOf(live)
  const last = live.at(-1) as ReadRow
  const kinds = live.flatMap(({ kind }) => kind ?? [])
  const kind = kinds.findLast((found) => found !== WRONG) ?? (kinds.length > 0 ? 'unknown' : 'illness')
  const changes = byDay.filter(({ changedOn }) => (dayOf(changedOn)?.from ?? asOf) <= asOf)
  return { kind, firstDay, ...endOf(last, firstDay, profile, log), changes, last, rows }
}

function endOf(
  last: ReadRow,
  firstDay: GivenDay | undefined,
  profile: AbsenceProfile,
  log: ReportLog,
): Pick<AbsenceReport, 'state' | 'end'> {
  const at = [last.row]
  const day = dayOf(last.end)
  if (last.endReason === 'not-recovered') {
    if (last.end !== undefined) log.change('partial-recovery', at)
    return { state: 'open', end: undefined }
  }
  if (last.ended === 'no') {
    if (last.operation === 'end' || last.end !== undefined) log.issue('contradictory-row', at)
    return { state: 'open', end: undefined }
  }
  const wholly = profile.share?.hundredIs === 'recovered' && last.absent === 0
  const closed =
    last.ended === 'yes' ||
    last.operation === 'end' ||
    last.end !== undefined ||
    wholly ||
    last.endReason === 'left-ill' ||
    last.endReason === 'over'
  if (!closed) return { state: 'open', end: undefined }
  if (last.endReason === 'left-ill') {
    log.change('left-ill', at)
    return { state: 'left-ill', end: day }
  }
  const state = last.endReason === 'over' ? 'over' : last.endReason === 'leave' ? 'closed-by-leave' : 'closed'
  if (day) {
    if (last.endChoice > 0) log.change('end-of-second-choice', at)
    return { state, end: day }
  }
  const changed = dayOf(last.changedOn)
  // What was told on the first day itself is how the report began, and not the day of its end.
  if (last.end === undefined && changed && firstDay && changed.from > firstDay.to) {
    log.change('end-from-change', at)
    return { state, end: changed }
  }
  if (state !== 'over') log.issue('end-without-day', at)
  return { state, end: undefined }
}

/** What was done to rows on the way, with what it means. Adding is free; renaming is not. */
export const IMPORT_CHANGES = frozen({
  'duplicate-row': { nl: 'dezelfde rij nog een keer', en: 'the same row once more' },
  'row-replaced': {
    nl: 'vervangen door een latere rij met hetzelfde volgnummer',
    en: 'replaced by a later row with the same number',
  },
  'row-corrected': { nl: 'vervangen door een correctie', en: 'replaced by a correction' },
  'change-withdrawn': { nl: 'een mutatie verwijderd', en: 'a change deleted' },
  'report-deleted': { nl: 'een melding verwijderd', en: 'a report deleted' },
  'first-day-changed': {
    nl: 'de eerste ziektedag is later veranderd; de laatste geldt',
    en: 'the first day of illness was changed later; the last one counts',
  },
  'report-in-future': {
    nl: 'een melding die nog moet beginnen is overgeslagen',
    en: 'a report that is still to begin was passed over',
  },
  'recovery-in-future': {
    nl: 'een herstel dat nog moet komen is overgeslagen',
    en: 'a recovery that is still to come was passed over',
  },
  'end-of-second-choice': {
    nl: 'het einde komt uit de tweede kolom ervoor',
    en: 'the end comes from the second column for it',
  },
  'end-from-change': {
    nl: 'het einde is de dag waarop de laatste mutatie ingaat',
    en: 'the end is the day from which the last change holds',
  },
  'partial-recovery': {
    nl: 'een gedeeltelijk herstel sluit de melding niet',
    en: 'a partial recovery does not close the report',
  },
  'left-ill': { nl: 'ziek uit dienst: de melding blijft open', en: 'left employment ill: the report stays open' },
  'end-moved-to-next': {
    nl: 'het einde is vervroegd tot de volgende melding',
    en: 'the end was moved forward to the next report',
  },
  'report-inside-another': {
    nl: 'een melding binnen een andere is overgeslagen',
    en: 'a report inside another was passed over',
  },
  'interrupted-by-leave': { nl: 'een melding is onderbroken door verlof', en: 'a report was interrupted by leave' },
  'leaves-joined': { nl: 'twee verloven die overlappen zijn samengevoegd', en: 'two leaves that overlap were joined' },
  'leave-end-presumed': {
    nl: 'het verlof eindigt de dag voor de genoemde dag',
    en: 'the leave ends on the day before the day that is named',
  },
  'before-known-history': {
    nl: 'ligt voor de dag vanaf waar de lijst zeker is en is weggelaten',
    en: 'lies before the day from which the list is certain and was left out',
  },
  'other-leave': {
    nl: 'adoptie- of pleegzorgverlof is geen ziekte en is overgeslagen',
    en: 'adoption or foster leave is no illness and was passed over',
  },
  'day-before-case': {
    nl: 'een procesdag van voor dit verzuim hoort bij eerder verzuim en is overgeslagen',
    en: 'a day of the process from before this absence belongs to earlier absence and was passed over',
  },
  'expectation-past': {
    nl: 'een verwachte einddatum die voorbij is, is overgeslagen',
    en: 'an expected end that has passed was passed over',
  },
} as const)

/** A code of `IMPORT_CHANGES`. */
export type ImportChangeCode = keyof typeof IMPORT_CHANGES

/** Rows that something was done to; from 1, in order. */
export interface ImportChange {
  readonly code: ImportChangeCode
  readonly rows: readonly number[]
}

/** Where the steps of one import tell what they did and what is wrong. */
export interface ReportLog {
  readonly issue: (code: ImportIssueCode, rows: readonly number[], column?: string) => void
  readonly change: (code: ImportChangeCode, rows: readonly number[]) => void
  readonly issues: readonly ImportIssue[]
  readonly changes: readonly ImportChange[]
}

export function reportLog(locale: Locale, found: readonly ImportIssue[]): ReportLog {
  const issues = [...found]
  const changes: ImportChange[] = []
  return {
    issue: (code, rows, column) => void issues.push(importIssue(code, inOrder(rows), column, locale)),
    change: (code, rows) => void changes.push({ code, rows: inOrder(rows) }),
    issues,
    changes,
  }
}

export const inOrder = (rows: readonly number[]): readonly number[] => [...new Set(rows)].sort((a, b) => a - b)
