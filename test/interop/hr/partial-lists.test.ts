import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/core/calendar/day'
import { absenceProfile } from '../../../src/index'
import { type HistoryOptions, spellsOf } from '../../../src/interop/hr/history'
import { readRows } from '../../../src/interop/hr/read-row'
import { reportLog, reportsIn } from '../../../src/interop/hr/reports-in'
import { imported, importedAs } from '../../support/import-rows'

const AS_OF = parseDay('2026-11-22') as number
const profile = absenceProfile('generic-csv')

/** The list of spells before it becomes a snapshot, so that it does not matter what a snapshot can say. */
function listOf(rows: readonly Readonly<Record<string, string>>[], options: Partial<HistoryOptions> = {}) {
  const log = reportLog('en', [])
  const read = readRows(
    rows.map((row) => ({ employment: 'e', ...row })),
    profile,
    'en',
  )
  const reports = reportsIn(read.rows, profile, AS_OF, log)
  const settings = {
    asOf: AS_OF,
    endMeans: 'first-day-fit',
    complete: false,
    historyFrom: undefined,
    ...options,
  } as const
  const { spells, spellsFrom } = spellsOf(reports, [], settings, log)
  return { spells, spellsFrom, codes: [...read.issues, ...log.issues].map(({ code }) => code) }
}

const two = [
  { report: '1', first_day: '2026-02-02', recovered_on: '2026-02-16' },
  { report: '2', first_day: '2026-11-02' },
]
const spells = [{ firstDay: '2026-02-02', recoveredOn: '2026-02-16' }, { firstDay: '2026-11-02' }]

describe('from which day the list is whole', () => {
  it('is its first report, unless more is told', () => {
    expect(listOf(two)).toMatchObject({ spells, spellsFrom: '2026-02-02' })
    expect(listOf(two, { historyFrom: parseDay('2025-01-01') })).toMatchObject({ spells, spellsFrom: '2025-01-01' })
    expect(listOf(two, { complete: true })).toMatchObject({ spells, spellsFrom: undefined })
  })

  it('leaves out what lies before it, and tells a report that runs over it whole', () => {
    expect(listOf(two, { historyFrom: parseDay('2026-02-16') })).toMatchObject({
      spells: spells.slice(1),
      spellsFrom: '2026-02-16',
    })
    expect(listOf(two, { historyFrom: parseDay('2026-02-15') })).toMatchObject({ spells, spellsFrom: '2026-02-15' })
  })

  it('is the next report, where one before it has no day that can be used', () => {
    const broken = [{ ...two[0], recovered_on: '2026-02-30' }, two[1]] as typeof two
    expect(listOf(broken, { complete: true })).toEqual({
      spells: spells.slice(1),
      spellsFrom: '2026-11-02',
      codes: ['invalid-date', 'end-without-day'],
    })
  })

  it('is the end of a report whose first day is not known, and the first day seen of one that goes on', () => {
    const closed = [{ report: '1', first_day: '2026-13-01', recovered_on: '2026-02-16' }]
    expect(listOf(closed, { complete: true })).toEqual({
      spells: [],
      spellsFrom: '2026-02-16',
      codes: ['invalid-date'],
    })
    const open = [{ report: '1', first_day: '2026-13-01', changed_on: '2026-10-01' }]
    expect(listOf(open, { complete: true })).toEqual({
      spells: [{ firstDay: '2026-10-01' }],
      spellsFrom: '2026-10-01',
      codes: ['invalid-date'],
    })
    expect(listOf([{ report: '1', first_day: '2026-13-01' }], { complete: true })).toMatchObject({ spells: 'unknown' })
  })

  it('is the end of a row whose kind is not known, for whether that was illness is not', () => {
    const strange = [{ ...two[0], kind: 'sabbatical' }, two[1]] as typeof two
    expect(listOf(strange, { complete: true })).toEqual({
      spells: spells.slice(1),
      spellsFrom: '2026-02-16',
      codes: ['unknown-value'],
    })
  })
})

describe('an employee without a report', () => {
  it('was never ill in a whole export; in another nothing is said', () => {
    expect(imported([{}]).only?.absence).toEqual({ spells: [], leaves: [] })
    expect(imported([{}], { complete: false }).only).toEqual({ asOf: '2026-11-22' })
    expect(importedAs('loket', [{ employmentId: 'e' }]).snapshots[0]?.absence).toEqual({ spells: [] })
  })
})

describe('a list that is not whole', () => {
  it('is never told as if it were', () => {
    const { only } = imported(two, { complete: false })
    const absence = only?.absence as { spells?: unknown; spellsFrom?: string }
    expect(absence.spells === 'unknown' || absence.spellsFrom === '2026-02-02').toBe(true)
  })
})

describe('a month of which the day is not known', () => {
  it('is passed on as a month, for a first day and for a day of recovery', () => {
    const rows = [
      { report: '1', first_day: '2026-02', recovered_on: '2026-04' },
      { report: '2', first_day: '2026-11' },
    ]
    expect(listOf(rows, { complete: true })).toEqual({
      spells: [{ firstDay: '2026-02', recoveredOn: '2026-04' }, { firstDay: '2026-11' }],
      spellsFrom: undefined,
      codes: [],
    })
  })

  it('is not the month of the last day ill', () => {
    const rows = [{ report: '1', first_day: '2026-02-02', recovered_on: '2026-04' }]
    expect(listOf(rows, { complete: true, endMeans: 'last-day-ill' })).toMatchObject({
      spells: 'unknown',
      codes: ['end-without-day'],
    })
  })

  it.each(['2026-00', '2026-13', '1899-12', '2200-01'])('%s is none', (first_day) => {
    expect(listOf([{ report: '1', first_day }], { complete: true }).spells).toBe('unknown')
  })
})
