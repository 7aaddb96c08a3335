import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'
import { type Day, FIRST_DAY, LAST_DAY, parseDay } from '../../core/calendar/day'
import { openCase } from '../../core/case/case'
import { daysBeforeCase } from '../../core/case-issues'
import { type Issue, nearestName, TriageError } from '../../core/issue/issue'
import { mergingRules } from '../../core/rules/policy'
import { type CheckedSnapshot, checkSnapshot } from '../../core/snapshot/check-snapshot'
import { LOCALES, type Locale, NONE, UNKNOWN } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'
import { absence } from '../../core/snapshot/vocabulary/absence'
import { settingsFor } from '../../core/triage'
import { contractOf, processFacts, standOf } from './facts-of'
import { type HistoryOptions, type SpellsFound, spellsOf } from './history'
import type { ImportIssue } from './import-issue'
import { leavesOf, shownLeaves } from './leaves'
import {
  type AbsenceProfile,
  absenceProfile,
  checkedProfile,
  END_MEANS,
  type EndMeans,
  type NeverCarried,
  PROFILE_NAMES,
  type ProfileName,
} from './profile'
import { namesOf, type ReadRow, readRows } from './read-row'
import { type ImportChange, inOrder, type ReportLog, reportLog, reportsIn } from './reports-in'

/** How rows are read, on which day, and with which key case ids are made. */
export interface ImportOptions {
  /** The day on which the cases are looked at, ISO. Nothing reads a clock. */
  readonly asOf: string
  /**
   * A secret of the organisation, at least 16 bytes, with which case ids are made: HMAC-SHA-256 of the report's and the
   * employment's keys. The same case gets the same id each time, and nobody without the key can tell whose it is.
   * Left out: no ids; the report tells which rows a snapshot came from.
   */
  readonly key?: Uint8Array
  /** Every report that there ever was is among the rows, so that an employee without one was never ill. */
  readonly complete?: boolean
  /** Every report since this day is among the rows, ISO. Left out: since the first report of each employment. */
  readonly historyFrom?: string
  /** What an end date means here, where the organisation knows more than the profile. */
  readonly endMeans?: EndMeans
  /** The language of messages; `nl` by default. */
  readonly locale?: Locale
}

/** Why an employment has no snapshot. */
export type ExcludedCode = 'no-case-any-more' | 'employment-over'

/** What was mapped, changed and dropped. Row numbers are from 1; no value of a row is in it. */
export interface ImportReport {
  readonly profile: string
  readonly asOf: string
  readonly rows: { readonly read: number; readonly mapped: number }
  /** For each snapshot, in order, the rows of its employment. */
  readonly cases: readonly { readonly rows: readonly number[] }[]
  readonly excluded: readonly { readonly code: ExcludedCode; readonly rows: readonly number[] }[]
  readonly changes: readonly ImportChange[]
  /** Rows that said something which is never carried. */
  readonly dropped: readonly { readonly kind: NeverCarried; readonly rows: number }[]
  /** Facts that are worth asking about, because a row hints at them. */
  readonly asks: readonly { readonly fact: 'conflict.status'; readonly rows: readonly number[] }[]
  /** What was taken for likely, because the source does not say it. */
  readonly presumed: readonly string[]
  readonly issues: readonly ImportIssue[]
}

/** A snapshot a person, and a report of what was mapped, changed and dropped. */
export interface MappedAbsence {
  /** One an employment, in the order of their first rows. */
  readonly snapshots: readonly Snapshot[]
  readonly report: ImportReport
}

/**
 * Snapshots from the absence data of an HR system.
 *
 * @param rows Plain objects, one a row as the profile reads them; `absenceRows` makes them of a JSON document with lists
 *   inside. They are read, never changed, and no getter is called.
 * @param profile The name of a shipped profile, or a profile.
 * @returns Snapshots that `parseSnapshot` accepts, and the report. A row that is wrong is reported and costs no other
 *   row anything: what it leaves undecided is left open in the snapshot. Deterministic.
 *
 * Never carried: causes, free text, which safety net, no-risk, names, citizen numbers, birth dates. Of facts that are
 * the employee's or the physician's to tell, none is set.
 * Throws a `TriageError` for a wrong profile or option; never for a row.
 */
export function mapAbsence(
  rows: readonly unknown[],
  profile: AbsenceProfile | ProfileName,
  options: ImportOptions,
): MappedAbsence {
  const given = profileOf(profile)
  const settings = settingsOf(rows, options, given)
  const used = { ...given, endMeans: settings.endMeans }
  const { locale } = settings
  const read = readRows(rows, used, locale)
  const log = reportLog(locale, read.issues)
  missingColumns(used, read.present, rows.length, log)

  const snapshots: Snapshot[] = []
  const cases: { rows: readonly number[] }[] = []
  const excluded: { code: ExcludedCode; rows: readonly number[] }[] = []
  const endColumns = namesOf(used.contract?.endsOn)
  const toldOfEnds = used.format === 'xml' || endColumns.some((name) => read.present.has(name))
  const knowsEnd = toldOfEnds && used.contract?.emptyMeansRunning === true
  for (const group of employmentsOf(read.rows)) {
    const own = inOrder(group.map(({ row }) => row))
    const mapped = mapEmployment(group, used, { ...settings, knowsEnd }, log)
    if (typeof mapped === 'string') excluded.push({ code: mapped, rows: own })
    else {
      snapshots.push(mapped)
      cases.push({ rows: own })
    }
  }
  const report: ImportReport = {
    profile: used.id,
    asOf: options.asOf,
    rows: { read: rows.length, mapped: read.rows.length },
    cases,
    excluded,
    changes: log.changes,
    dropped: counted(read.rows),
    asks: asked(read.rows),
    presumed: presumedTexts(used, settings),
    issues: log.issues,
  }
  return { snapshots, report }
}

/** A working life of reports and changes is some hundreds; many more are one key for many people. */
const MOST_ROWS_EACH = 5_000

interface Settings extends HistoryOptions {
  readonly asOfText: string
  readonly locale: Locale
  readonly key: Uint8Array | undefined
  readonly knowsEnd: boolean
}

function mapEmployment(
  rows: readonly ReadRow[],
  profile: AbsenceProfile,
  settings: Settings,
  log: ReportLog,
): Snapshot | ExcludedCode {
  const { asOf, complete, knowsEnd } = settings
  if (rows.length > MOST_ROWS_EACH) {
    log.issue('too-large', inOrder(rows.map(({ row }) => row)))
    return unknownSpells(settings)
  }
  const reports = reportsIn(rows, profile, asOf, log)
  const illness = reports.filter(({ kind, firstDay }) => kind === 'illness' && (firstDay?.from ?? asOf) <= asOf)
  const newest = illness.at(-1)
  const hasCome = newest?.end === undefined || newest.end.from <= asOf
  if (newest?.state === 'over' && hasCome) return 'no-case-any-more'
  const found = leavesOf(rows, reports, profile, log)
  const history = spellsOf(reports, found.leaves, settings, log)
  const leftIll = newest?.state === 'left-ill' ? newest : undefined
  const last = newest?.last ?? (rows.at(-1) as ReadRow)
  const contract = contractOf(last, leftIll !== undefined && hasCome, leftIll?.end, knowsEnd, asOf)
  // Who left in good health is nobody's case; a list that is not known may hide somebody who did not.
  if (contract.isOver && history.spells !== UNKNOWN && !history.open) return 'employment-over'
  const none =
    profile.emptyMeansNone?.includes('contractEndsOn') && last.contractEndsOn === undefined ? NONE : undefined
  const leaves = found.unknown
    ? UNKNOWN
    : found.leaves.length > 0 || (complete && profile.coversLeave)
      ? shownLeaves(found.leaves)
      : undefined
  const { open } = history
  const stand = open ? standOf(open, profile, asOf, log) : {}
  const draft = {
    asOf: settings.asOfText,
    caseId: settings.key && caseId(settings.key, rows, open?.last ?? last),
    employment: filled({ regime: contract.regime, contractEndsOn: contract.endsOn ?? none }),
    absence: filled({ ...listed(history), leaves, ...stand }),
    process: filled(processFacts(rows, asOf, log)),
  }
  return checked(filled(draft) as Record<string, unknown>, rows, settings, log)
}

/** Until the vocabulary can say from which day a list is whole, one that is not is not known. */
function listed({ spells, spellsFrom }: SpellsFound): Partial<SpellsFound> {
  if (spellsFrom === undefined || Object.hasOwn(absence.shape, 'spellsFrom')) return { spells, spellsFrom }
  return { spells: UNKNOWN }
}

/** What is known, without what is not: an absent key is a question that was not asked. */
function filled(part: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(part).filter(([, value]) => value !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/**
 * The snapshot as the library accepts it. Rows that contradict each other in a way that no step above has foreseen cost
 * the list of spells, and not the case.
 */
function checked(
  draft: Record<string, unknown>,
  rows: readonly ReadRow[],
  settings: Settings,
  log: ReportLog,
): Snapshot {
  const parsed = checkSnapshot(draft)
  if (parsed.ok) return inThisCase(parsed.snapshot, rows, settings, log)
  log.issue(
    'not-mapped',
    rows.map(({ row }) => row),
  )
  const { absence: given, process: _, ...rest } = draft
  const { spells: _spells, spellsFrom: _from, ...others } = (given ?? {}) as Record<string, unknown>
  const again = checkSnapshot({ ...rest, absence: { ...others, spells: UNKNOWN } })
  if (again.ok) return again.snapshot
  return unknownSpells(settings)
}

/** Without the days of the process that lie before the case: they were of an earlier absence, and triage refuses them. */
function inThisCase(
  snapshot: CheckedSnapshot,
  rows: readonly ReadRow[],
  { locale }: Settings,
  log: ReportLog,
): Snapshot {
  const { mergeWithin } = mergingRules(settingsFor(snapshot, {}).policy)
  const earlier = daysBeforeCase(openCase(snapshot), mergeWithin, locale).map(({ path }) => path.join('.'))
  if (earlier.length === 0) return snapshot
  log.change(
    'day-before-case',
    rows.filter(({ facts }) => earlier.some((fact) => fact in facts)).map(({ row }) => row),
  )
  const kept = Object.entries(snapshot.process ?? {}).filter(([key]) => !earlier.includes(`process.${key}`))
  const { process: _, ...rest } = snapshot
  return kept.length === 0 ? rest : { ...rest, process: Object.fromEntries(kept) }
}

/** All that is certain of a case that could not be read: that it is there. */
const unknownSpells = ({ asOfText }: Settings): Snapshot => ({ asOf: asOfText, absence: { spells: UNKNOWN } })

function caseId(key: Uint8Array, rows: readonly ReadRow[], row: ReadRow): string {
  const day =
    typeof row.firstDay === 'object'
      ? row.firstDay
      : rows.map(({ changedOn }) => changedOn).find((found) => typeof found === 'object')
  const message = JSON.stringify([row.reportId ?? (typeof day === 'object' ? day.from : null), row.employment])
  return bytesToHex(hmac(sha256, key, utf8ToBytes(message))).slice(0, 32)
}

function employmentsOf(rows: readonly ReadRow[]): readonly (readonly ReadRow[])[] {
  const groups = new Map<string, ReadRow[]>()
  for (const row of rows) {
    const group = groups.get(row.employment)
    if (group) group.push(row)
    else groups.set(row.employment, [row])
  }
  return [...groups.values()]
}

function counted(rows: readonly ReadRow[]): ImportReport['dropped'] {
  const counts = new Map<NeverCarried, number>()
  for (const { never } of rows) for (const kind of never) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, rows: count })).sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

function asked(rows: readonly ReadRow[]): ImportReport['asks'] {
  const hinting = rows.filter(({ asks }) => asks.includes('conflict.status')).map(({ row }) => row)
  return hinting.length === 0 ? [] : [{ fact: 'conflict.status', rows: hinting }]
}

/** A column that nothing can be done without, and that no row has: most likely another profile is meant. */
function missingColumns(profile: AbsenceProfile, present: ReadonlySet<string>, count: number, log: ReportLog): void {
  if (count === 0) return
  const { firstDay, changedOn } = profile.report
  for (const column of [...profile.employment, firstDay ?? changedOn]) {
    const names = namesOf(column)
    if (names.length > 0 && !names.some((name) => present.has(name))) log.issue('missing-column', [], names[0])
  }
}

const UNSTATED = {
  nl: 'of een einddatum de eerste dag beter is, zegt de bron niet; zij is zo gelezen waar dat niet over de vier weken beslist',
  en: 'the source does not say whether an end date is the first day fit; it was read so where that does not decide about the four weeks',
}
const FIRST_WORKING_DAY = {
  nl: 'een einddatum is de eerste werkdag; zij is als eerste dag beter gelezen waar het weekend ervoor niet over de vier weken beslist',
  en: 'an end date is the first working day; it was read as the first day fit where the weekend before it does not decide about the four weeks',
}

function presumedTexts({ presumed = [] }: AbsenceProfile, { endMeans, locale }: Settings): readonly string[] {
  const ends = endMeans === 'unstated' ? [UNSTATED] : endMeans === 'first-working-day' ? [FIRST_WORKING_DAY] : []
  return [...ends, ...presumed].map((text) => text[locale])
}

function profileOf(profile: unknown): AbsenceProfile {
  if (typeof profile !== 'string') return checkedProfile(profile)
  const name = PROFILE_NAMES.find((known) => known === profile)
  if (name) return absenceProfile(name)
  const nearest = nearestName(profile, PROFILE_NAMES)
  const expected = PROFILE_NAMES.join(', ')
  const message = `there is no such import profile: use one of ${expected}`
  throw new TriageError([{ code: 'unknown-value', path: ['profile'], message, expected, ...(nearest && { nearest }) }])
}

const OPTIONS = ['asOf', 'key', 'complete', 'historyFrom', 'endMeans', 'locale']

/** What is called for, or everything that is wrong with it. */
function settingsOf(rows: unknown, options: unknown, profile: AbsenceProfile): Settings {
  const issues: Issue[] = []
  const wrong = (code: Issue['code'], path: readonly string[], message: string) =>
    void issues.push({ code, path, message })
  if (!Array.isArray(rows)) wrong('wrong-type', ['rows'], 'give the rows as a list')
  const given = (typeof options === 'object' && options !== null ? options : {}) as Record<string, unknown>
  for (const name of Object.keys(given))
    if (!OPTIONS.includes(name))
      wrong('unknown-option', ['options', name.slice(0, 64)], 'there is no such option: remove it')
  const dayIn = (name: string): Day | undefined => {
    const value = given[name]
    if (value === undefined) return undefined
    const isInRange = typeof value === 'string' && value >= FIRST_DAY && value <= LAST_DAY
    const day = isInRange ? parseDay(value) : undefined
    if (day === undefined)
      wrong('invalid-date', ['options', name], 'this is not a day of the calendar: give YYYY-MM-DD')
    return day
  }
  const asOf = dayIn('asOf')
  if (given.asOf === undefined)
    wrong('missing-key', ['options', 'asOf'], 'the day on which the cases are looked at is absent: give YYYY-MM-DD')
  const historyFrom = dayIn('historyFrom')
  if (asOf !== undefined && historyFrom !== undefined && historyFrom > asOf)
    wrong(
      'date-after-as-of',
      ['options', 'historyFrom'],
      'the history begins after the reference day: give an earlier day',
    )
  const { key, complete = false, endMeans = profile.endMeans, locale = 'nl' } = given
  if (key !== undefined && !(key instanceof Uint8Array))
    wrong('wrong-type', ['options', 'key'], 'give the key as bytes')
  else if (key instanceof Uint8Array && key.length < 16)
    wrong('out-of-range', ['options', 'key'], 'this key is too short to keep a secret: give at least 16 bytes')
  if (typeof complete !== 'boolean') wrong('wrong-type', ['options', 'complete'], 'give true or false')
  if (!(END_MEANS as readonly unknown[]).includes(endMeans))
    wrong('unknown-value', ['options', 'endMeans'], `give ${END_MEANS.join(', ')}`)
  if (!(LOCALES as readonly unknown[]).includes(locale))
    wrong('unknown-value', ['options', 'locale'], `give ${LOCALES.join(' or ')}`)
  const [first, ...rest] = issues
  if (first) throw new TriageError([first, ...rest])
  return {
    asOf: asOf as Day,
    asOfText: given.asOf as string,
    key: key as Uint8Array | undefined,
    complete: complete as boolean,
    historyFrom,
    endMeans: endMeans as EndMeans,
    locale: locale as Locale,
    knowsEnd: false,
  }
}
