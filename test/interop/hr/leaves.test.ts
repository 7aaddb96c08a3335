import { describe, expect, it } from 'vitest'
import { type EndMeans, parseSnapshot } from '../../../src/index'
import { imported, importedAs } from '../../support/import-rows'

const leave = (end: string, endMeans: EndMeans) =>
  imported([{ report: '1', kind: 'pregnancy-leave', first_day: '2026-03-02', recovered_on: end }], { endMeans })

describe('pregnancy leave', () => {
  it.each<[EndMeans, string, string, readonly string[]]>([
    // 2026-06-22 is a Monday: work begins, and the leave may have ended on Friday.
    ['first-day-fit', '2026-06-22', '2026-06-21', []],
    ['last-day-ill', '2026-06-21', '2026-06-21', []],
    ['first-working-day', '2026-06-22', '2026-06-19', ['end-date-ambiguous']],
    ['first-working-day', '2026-06-23', '2026-06-22', []],
    ['unstated', '2026-06-22', '2026-06-21', []],
  ])('%s on %s: until %s', (endMeans, end, until, codes) => {
    const mapped = leave(end, endMeans)
    expect(mapped.only?.absence).toEqual({ spells: [], leaves: [{ from: '2026-03-02', until }] })
    expect(mapped.codes).toEqual(codes)
  })

  it('without a day that can be used leaves leave unknown, and the spells as they are', () => {
    const rows = [
      { report: '1', kind: 'pregnancy-leave', first_day: '2026-03-02' },
      { report: '2', first_day: '2026-09-01' },
    ]
    expect(imported(rows).only?.absence).toMatchObject({ spells: [{ firstDay: '2026-09-01' }], leaves: 'unknown' })
    expect(imported(rows).codes).toEqual(['missing-key'])
    expect(leave('2026-03-01', 'first-day-fit')).toMatchObject({
      codes: ['leave-ends-before-start'],
      only: { absence: { leaves: 'unknown' } },
    })
  })

  it('that is planned ends on the day that is expected', () => {
    const mapped = imported([
      { report: '1', kind: 'pregnancy-leave', first_day: '2027-01-04', expected_on: '2027-04-26' },
    ])
    expect(mapped.only?.absence).toEqual({ spells: [], leaves: [{ from: '2027-01-04', until: '2027-04-25' }] })
  })

  it('is no illness; adoption and foster leave are neither', () => {
    const mapped = imported([{ report: '1', kind: 'other-leave', first_day: '2026-03-02', recovered_on: '2026-04-01' }])
    expect(mapped).toMatchObject({ only: { absence: { spells: [], leaves: [] } }, changes: ['other-leave'] })
  })

  it('interrupts a report that runs on over it, and one that is told to end with it', () => {
    const over = imported([
      { report: '1', first_day: '2026-02-02' },
      { report: '2', kind: 'pregnancy-leave', first_day: '2026-03-02', recovered_on: '2026-06-22' },
    ])
    expect(over.spells).toEqual([{ firstDay: '2026-02-02', recoveredOn: '2026-03-02' }, { firstDay: '2026-06-22' }])
    expect(over.codes).toEqual(['leave-overlaps-spell'])
    const ended = (end: string) =>
      imported(
        [
          { report: '1', first_day: '2026-02-02', recovered_on: end, end_reason: 'leave' },
          { report: '2', kind: 'pregnancy-leave', first_day: '2026-03-02', recovered_on: '2026-06-22' },
        ],
        { endMeans: 'unstated' },
      )
    for (const end of ['2026-02-28', '2026-03-01', '2026-03-02'])
      expect(ended(end).spells).toEqual([{ firstDay: '2026-02-02', recoveredOn: '2026-03-02' }])
  })

  it('told twice is told once', () => {
    const row = (dateFirstWorkingDay: string) => ({
      id: '1',
      employment: { id: 'e' },
      pregnancy: { dateExpectedLeave: '2026-03-02', dateFirstWorkingDay },
    })
    const { snapshots, report } = importedAs('visma-verzuim', [row('2026-06-23'), row('2026-06-24')])
    expect(snapshots[0]?.absence).toEqual({ spells: [], leaves: [{ from: '2026-03-02', until: '2026-06-23' }] })
    expect(report.changes).toEqual([{ code: 'leaves-joined', rows: [1, 2] }])
  })

  it('between two reports joins them, whatever the end date of the first means', () => {
    const mapped = imported(
      [
        { report: '1', first_day: '2026-02-02', recovered_on: '2026-03-02' },
        { report: '2', kind: 'pregnancy-leave', first_day: '2026-03-03', recovered_on: '2026-03-28' },
        { report: '3', first_day: '2026-03-30' },
      ],
      { endMeans: 'unstated' },
    )
    expect(mapped.codes).toEqual([])
    if (mapped.only) expect(parseSnapshot(mapped.only).ok).toBe(true)
  })
})
