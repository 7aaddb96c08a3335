import { addDuration, type Day, dayOf, FIRST_DAY, formatDay, LAST_DAY, parseDay } from '../../core/calendar/day'
import type { Locale } from '../../core/snapshot/fact'
import { FORBIDDEN_KEYS, MAX_NODES, ownEntries } from '../../core/snapshot/plain-data'
import { type ImportIssue, type ImportIssueCode, importIssue } from './import-issue'
import type { AbsenceProfile, Column, NeverCarried, PROFILE_FACTS } from './profile'

type Codes = AbsenceProfile['codes']
type Meaning<Table extends keyof Codes> = NonNullable<Codes[Table]>[string]

/** A value that is there and was not understood: it is reported, and nothing is read in its place. */
export const WRONG = 'wrong'
type OrWrong<Value> = Value | typeof WRONG | undefined

/** What one row says, in our words. Left out: the column is absent or empty. */
export interface ReadRow {
  /** From 1. */
  readonly row: number
  /** Which employment; two of one person differ. */
  readonly employment: string
  readonly reportId: string | undefined
  readonly previousId: string | undefined
  readonly operation: OrWrong<Meaning<'operation'>>
  readonly sequence: number | undefined
  readonly kind: OrWrong<Meaning<'kind'>>
  readonly firstDay: OrWrong<GivenDay>
  readonly changedOn: OrWrong<GivenDay>
  readonly previousChangedOn: OrWrong<GivenDay>
  readonly ended: OrWrong<Meaning<'ended'>>
  readonly end: OrWrong<GivenDay>
  /** Which of the columns for it was filled: the first is the one that counts. */
  readonly endChoice: number
  readonly endReason: OrWrong<Meaning<'endReason'>>
  readonly expectedEnd: OrWrong<GivenDay>
  /** Percent absent. */
  readonly absent: OrWrong<number>
  readonly therapeutic: OrWrong<number>
  readonly contractEndsOn: OrWrong<GivenDay>
  readonly selfInsured: OrWrong<Meaning<'selfInsured'>>
  readonly safetyNet: OrWrong<Meaning<'safetyNet'>>
  readonly leaveFrom: OrWrong<GivenDay>
  readonly leaveEnd: OrWrong<GivenDay>
  readonly facts: Readonly<Partial<Record<(typeof PROFILE_FACTS)[number], GivenDay>>>
  readonly asks: readonly 'conflict.status'[]
  readonly never: readonly NeverCarried[]
}

interface ReadRows {
  readonly rows: readonly ReadRow[]
  readonly issues: readonly ImportIssue[]
  /** Names of columns that some row has, of those that the profile reads. */
  readonly present: ReadonlySet<string>
}

/** Stands for a row that the reader of a file could not read and has reported. */
export const UNREADABLE_ROW: unknown = Object.freeze(['unreadable row'])

/** Longer is no date, code or key. */
const LONGEST = 200
const LONE_SURROGATE = /\p{Surrogate}/u

/** Reads every row; one that cannot be placed is reported, and the others are read all the same. Calls no getter. */
export function readRows(given: readonly unknown[], profile: AbsenceProfile, locale: Locale): ReadRows {
  const issues: ImportIssue[] = []
  const present = new Set<string>()
  const rows = given.flatMap((source, index) => {
    const row = index + 1
    const report = (code: ImportIssueCode, column?: string) =>
      void issues.push(importIssue(code, [row], column, locale))
    // The reader of the file has told why there is nothing here.
    if (source === UNREADABLE_ROW) return []
    const cells = cellsIn(source, report)
    return cells ? (readRow(cells, row, profile, report, present) ?? []) : []
  })
  return { rows, issues, present }
}

type Report = (code: ImportIssueCode, column?: string) => void
type Cells = (column: string) => unknown

/** A way to look things up in a row, without running any code of it. */
function cellsIn(source: unknown, report: Report): Cells | undefined {
  const entries =
    typeof source === 'object' && source !== null && !isList(source) ? ownEntries(source, MAX_NODES) : 'not-plain-data'
  if (typeof entries === 'string') {
    report(entries)
    return undefined
  }
  const cells = new Map<string | number, unknown>(entries)
  if ([...FORBIDDEN_KEYS].some((key) => cells.has(key))) report('forbidden-key')
  return (column) => {
    if (cells.has(column)) return cells.get(column)
    const [first = '', ...rest] = column.split('.')
    return rest.reduce<unknown>(partOf, FORBIDDEN_KEYS.has(first) ? undefined : cells.get(first))
  }
}

function isList(value: object): boolean {
  try {
    return Array.isArray(value)
  } catch {
    return true
  }
}

function partOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || FORBIDDEN_KEYS.has(key)) return undefined
  try {
    return Object.getOwnPropertyDescriptor(value, key)?.value
  } catch {
    return undefined
  }
}

function readRow(
  cells: Cells,
  row: number,
  profile: AbsenceProfile,
  report: Report,
  present: Set<string>,
): ReadRow | undefined {
  const { codes, dates, report: columns, share, contract, leave } = profile

  const filled = (column: Column | undefined): Filled => {
    for (const [choice, name] of namesOf(column).entries()) {
      const value = cells(name)
      if (value !== undefined) present.add(name)
      if (!isFilled(value)) continue
      const text = PLAIN.includes(typeof value) ? String(value).trim() : ''
      const wrong = PLAIN.includes(typeof value) ? faultOf(text) : 'wrong-type'
      if (wrong === undefined) return { text, choice }
      report(wrong, name)
      return WRONG
    }
    return undefined
  }
  const read = <Value>(column: Column | undefined, parse: (text: string) => Parsed<Value>): OrWrong<Value> => {
    const found = filled(column)
    if (found === undefined || found === WRONG) return found
    const parsed = parse(found.text)
    if ('value' in parsed) return parsed.value
    report(parsed.wrong, namesOf(column)[found.choice])
    return WRONG
  }
  const dayIn = (column: Column | undefined) => read(column, (text) => readDay(text, dates))
  const percentageIn = (column: Column | undefined) => read(column, readPercentage)
  const codeIn = <Table extends keyof Codes>(column: Column | undefined, table: Table): OrWrong<Meaning<Table>> => {
    const known = codes[table] as Readonly<Record<string, Meaning<Table>>> | undefined
    // A column whose codes no public text explains is read past.
    if (!known || Object.keys(known).length === 0) return undefined
    return read<Meaning<Table>>(column, (text) => {
      const value = Object.hasOwn(known, text) ? known[text] : undefined
      return value === undefined ? { wrong: 'unknown-value' } : { value }
    })
  }
  const keyIn = (column: Column | undefined): string | undefined => {
    const found = filled(column)
    return found === WRONG ? undefined : found?.text
  }

  const parts = profile.employment.map((part) => keyIn(part))
  const gap = parts.indexOf(undefined)
  if (gap >= 0) {
    report('missing-key', namesOf(profile.employment[gap])[0])
    return undefined
  }
  const sequence = read<number>(columns.sequence, (text) =>
    /^\d{1,9}$/.test(text) ? { value: Number(text) } : { wrong: 'wrong-type' },
  )
  const hundred = percentageIn(share?.column)
  const facts = Object.entries(profile.facts ?? {}).flatMap(([fact, column]) => {
    const day = dayIn(column)
    if (day === undefined || day === WRONG) return []
    return [[fact, day] as const]
  })
  const asks = Object.entries(profile.ask ?? {}).filter(([, column]) => codeIn(column, 'ask') === 'yes')
  return {
    row,
    employment: JSON.stringify(parts),
    reportId: keyIn(columns.id),
    previousId: keyIn(columns.previousId),
    operation: codeIn(columns.operation, 'operation'),
    sequence: sequence === WRONG ? undefined : sequence,
    kind: codeIn(columns.kind, 'kind'),
    firstDay: dayIn(columns.firstDay),
    changedOn: dayIn(columns.changedOn),
    previousChangedOn: dayIn(columns.previousChangedOn),
    ended: codeIn(columns.ended, 'ended'),
    end: dayIn(columns.end),
    endChoice: namesOf(columns.end).findIndex((name) => isFilled(cells(name))),
    endReason: codeIn(columns.endReason, 'endReason'),
    expectedEnd: dayIn(columns.expectedEnd),
    absent: typeof hundred === 'number' && share?.hundredIs !== 'absent' ? round(100 - hundred) : hundred,
    therapeutic: percentageIn(share?.therapeutic),
    contractEndsOn: dayIn(contract?.endsOn),
    selfInsured: codeIn(contract?.selfInsured, 'selfInsured'),
    safetyNet: codeIn(contract?.safetyNet, 'safetyNet'),
    leaveFrom: dayIn(leave?.from),
    leaveEnd: dayIn(leave?.end),
    facts: Object.fromEntries(facts),
    asks: asks.map(([fact]) => fact as 'conflict.status'),
    never: Object.entries(profile.never).flatMap(([kind, names]) =>
      names.some((name) => isFilled(cells(name)) && cells(name) !== false) ? [kind as NeverCarried] : [],
    ),
  }
}

/** What a cell can hold; anything else is never turned into a text, which could run code of it. */
const PLAIN = ['string', 'number', 'boolean']

type Filled = OrWrong<{ readonly text: string; readonly choice: number }>
type Parsed<Value> = { readonly value: Value } | { readonly wrong: ImportIssueCode }

function faultOf(text: string): ImportIssueCode | undefined {
  if (text.length > LONGEST) return 'too-large'
  return LONE_SURROGATE.test(text) ? 'malformed-text' : undefined
}

export const namesOf = (column: Column | undefined): readonly string[] =>
  column === undefined ? [] : typeof column === 'string' ? [column] : column

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')

/** Two decimals, which is what the sources have: 100 - 62.35 is 37.65. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** A day, or a month of which the day is not known: `from` and `to` are then its first and last day. */
export interface GivenDay {
  readonly from: Day
  readonly to: Day
}

export const isMonth = ({ from, to }: GivenDay): boolean => from !== to

/** As a snapshot has it: `2026-06-01`, or `2026-06` for some day of it. */
export const dayText = (given: GivenDay): string => formatDay(given.from).slice(0, isMonth(given) ? 7 : 10)

type Value<Read> = { readonly value: Read } | { readonly wrong: 'invalid-date' | 'out-of-range' | 'wrong-type' }

const MONTH = /^(\d{4})-(\d{2})$/
/** XML Schema lets a day have a zone, which says nothing of which day it is. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/
/** OData 2 writes a day as milliseconds since 1970. */
const ODATA = /^\/Date\((-?\d{1,15})\)\/$/
const DUTCH = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const MILLISECONDS_A_DAY = 86_400_000

/**
 * A day as sources write it. A moment with a zone is a day only at midnight of that zone: 23:00Z is the next day in the
 * Netherlands, and which was meant is not told.
 */
function readDay(text: string, dates: 'iso' | 'iso-or-dutch'): Value<GivenDay> {
  const day = dayIn(text, dates)
  if (day === undefined) return { wrong: 'invalid-date' }
  const [least, most] = [parseDay(FIRST_DAY) ?? 0, parseDay(LAST_DAY) ?? 0]
  return day.from < least || day.to > most ? { wrong: 'out-of-range' } : { value: day }
}

function dayIn(text: string, dates: 'iso' | 'iso-or-dutch'): GivenDay | undefined {
  const month = MONTH.exec(text)
  if (month) return monthOf(Number(month[1]), Number(month[2]))
  const plain = ISO_DAY.exec(text)
  if (plain) return exactly(parseDay(plain[1] ?? ''))
  const moment = DAY_AND_TIME.exec(text)
  if (moment) return moment[3] && moment[2] !== '00:00' ? undefined : exactly(parseDay(moment[1] ?? ''))
  const odata = ODATA.exec(text)
  if (odata) return exactly(wholeDays(Number(odata[1])))
  const dutch = dates === 'iso-or-dutch' ? DUTCH.exec(text) : null
  if (!dutch) return undefined
  const [, date = '', monthNumber = '', year = ''] = dutch
  return exactly(parseDay(`${year}-${monthNumber.padStart(2, '0')}-${date.padStart(2, '0')}`))
}

const exactly = (day: Day | undefined): GivenDay | undefined => (day === undefined ? undefined : { from: day, to: day })

function monthOf(year: number, month: number): GivenDay | undefined {
  if (month < 1 || month > 12) return undefined
  const from = dayOf(year, month, 1)
  return { from, to: addDuration(from, { months: 1, days: -1 }) }
}

const wholeDays = (milliseconds: number): Day | undefined =>
  milliseconds % MILLISECONDS_A_DAY === 0 ? milliseconds / MILLISECONDS_A_DAY : undefined

/** A percentage, with a comma or a point; four decimals are more than any source has. */
function readPercentage(text: string): Value<number> {
  if (!/^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(text)) return { wrong: 'wrong-type' }
  const value = Math.round(Number(text.replace(',', '.')) * 10_000) / 10_000
  return value >= 0 && value <= 100 ? { value } : { wrong: 'out-of-range' }
}

/** The days of the weekend that end just before a day: 2 for a Monday, 1 for a Sunday. */
export function weekendBefore(day: Day): number {
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday === 0 ? 2 : weekday === 6 ? 1 : 0
}
