import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { absenceProfile, mapAbsence, PROFILE_NAMES, TriageError } from '../../../src/index'
import { imported } from '../../support/import-rows'
import { AS_OF, KEY, sampleRows } from '../../support/import-sample'

const ROW = { report: 'r', first_day: '2026-09-01' }
const idOf = (rows: readonly object[], key?: Uint8Array): string | undefined =>
  imported(rows as never, key ? { key } : {}).only?.caseId

describe('the id of a case', () => {
  it('is made with the key of the report and the employment, and of nothing else', () => {
    const expected = createHmac('sha256', KEY)
      .update(JSON.stringify(['r', JSON.stringify(['e'])]))
      .digest('hex')
      .slice(0, 32)
    expect(idOf([ROW], KEY)).toBe(expected)
    expect(idOf([{ ...ROW, first_day: '2026-09-02', absent_percentage: '50', name: 'x', bsn: '1' }], KEY)).toBe(
      expected,
    )
    expect(idOf([ROW, { ...ROW, operation: 'change', sequence: '2', changed_on: '2026-10-01' }], KEY)).toBe(expected)
  })

  it('is another for another report, another employment and another key, and none without a key', () => {
    const other = new TextEncoder().encode('another key for tests')
    const ids = [
      idOf([ROW], KEY),
      idOf([{ ...ROW, report: 'q' }], KEY),
      idOf([{ ...ROW, employment: 'f' }], KEY),
      idOf([ROW], other),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(idOf([ROW])).toBeUndefined()
  })

  it('is not made with a key that can be guessed', () => {
    expect(() => idOf([ROW], new Uint8Array(15))).toThrow(TriageError)
  })
})

describe.each(PROFILE_NAMES)('whatever %s has of a person', (name) => {
  it('is read past: no snapshot changes by it, and it is nowhere in what comes out', () => {
    const profile = absenceProfile(name)
    const { safetyNet, endsOn } = profile.contract ?? {}
    // The code of a safety net is looked at for the employer's duty, and never carried.
    const looked = new Set([safetyNet, endsOn, profile.report.kind].flat())
    const columns = Object.values(profile.never)
      .flat()
      .filter((column) => !looked.has(column))
    expect(columns.length).toBeGreaterThan(0)
    const rows = sampleRows(name).rows as readonly object[]
    const filled = rows.map((row) => ({
      ...row,
      ...Object.fromEntries(columns.map((column) => [column, 'Pietersen'])),
    }))
    const [before, after] = [rows, filled].map((some) =>
      mapAbsence(some, name, { asOf: AS_OF, key: KEY, complete: true }),
    )
    expect(after?.snapshots).toEqual(before?.snapshots)
    expect(JSON.stringify(after)).not.toContain('Pietersen')
    expect(after?.report.dropped.length).toBeGreaterThan(0)
  })
})

describe('a column that is empty', () => {
  const of = (cells: object, emptyMeansNone?: ('contractEndsOn' | 'therapeutic')[]) =>
    imported([{ ...ROW, ...cells }] as never, {}, emptyMeansNone ? { emptyMeansNone } : {}).only

  it('is not asked, unless the profile says that it means none', () => {
    const empty = { contract_ends_on: '', therapeutic_percentage: '' }
    expect(of(empty)?.employment ?? {}).not.toHaveProperty('contractEndsOn')
    expect(of(empty)?.absence).not.toHaveProperty('therapeuticWorkSince')
    const told = of(empty, ['contractEndsOn', 'therapeutic'])
    expect(told?.employment?.contractEndsOn).toBe('none')
    expect(told?.absence?.therapeuticWorkSince).toBe('none')
    expect(of({ contract_ends_on: '2027-03-01' }, ['contractEndsOn'])?.employment?.contractEndsOn).toBe('2027-03-01')
  })
})
