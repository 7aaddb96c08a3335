import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absenceProfile, absenceRows, mapAbsence, PROFILE_NAMES, parseSnapshot } from '../../../src/index'
import { columnsOf } from '../../../src/interop/hr/profile'

const day = fc
  .integer({ min: 0, max: 1_200 })
  .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
const cell = fc.oneof(
  { weight: 6, arbitrary: day },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'J',
      'N',
      'O',
      '01',
      '02',
      '03',
      '04',
      '05',
      '1',
      '2',
      'yes',
      'no',
      'left-ill',
      'over',
      'leave',
      'pregnancy-leave',
      'recovered',
      '2026-06',
    ),
  },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 130 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, '', ' ', true, '2026-02-30', 'x', 1e300, '/Date(1788220800000)/') },
  { weight: 1, arbitrary: fc.anything() },
)

describe.each(PROFILE_NAMES)('whatever the rows are, with %s', (name) => {
  const columns = columnsOf(absenceProfile(name))
  const identifying = absenceProfile(name).employment.flat()
  const row = fc
    .tuple(
      fc.constantFrom('a', 'b'),
      fc.constantFrom('1', '2', '3'),
      fc.dictionary(fc.constantFrom(...columns), cell, { maxKeys: columns.length }),
    )
    .map(([employment, report, cells]) => ({
      ...cells,
      ...Object.fromEntries(identifying.map((column) => [column, employment])),
      ...Object.fromEntries([absenceProfile(name).report.id ?? []].flat().map((column) => [column, report])),
    }))
  const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: fc.anything() }), {
    maxLength: 8,
  })

  it('the snapshots are accepted, the report has rows that exist, and the same rows give the same', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (given, complete) => {
        const options = { asOf: '2026-11-22', complete, locale: 'en' } as const
        const { snapshots, report } = mapAbsence(given, name, options)
        for (const snapshot of snapshots) expect(parseSnapshot(snapshot)).toEqual({ ok: true, snapshot })
        const numbers = [report.cases, report.excluded, report.changes, report.issues, report.asks]
          .flat()
          .flatMap(({ rows }) => rows)
        for (const number of numbers) expect(number >= 1 && number <= given.length).toBe(true)
        expect(report.cases).toHaveLength(snapshots.length)
        // No row is lost: each is part of a case, listed as having none, or reported.
        const placed = new Set([report.cases, report.excluded, report.issues].flat().flatMap(({ rows }) => rows))
        expect(given.map((_, index) => index + 1).filter((number) => !placed.has(number))).toEqual([])
        expect(mapAbsence(given, name, options)).toEqual({ snapshots, report })
      }),
      { numRuns: 300 },
    )
  })

  it('a document that is any JSON has rows, and nothing throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        mapAbsence(absenceRows(document, absenceProfile(name)), name, { asOf: '2026-11-22' })
      }),
      { numRuns: 100 },
    )
  })
})
