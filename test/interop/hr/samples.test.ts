import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { absenceProfile, mapAbsence, PROFILE_NAMES, parseSnapshot } from '../../../src/index'
import { columnsOf } from '../../../src/interop/hr/profile'
import { AS_OF, KEY, mappedSample, SAMPLES, sampleRows } from '../../support/import-sample'

describe.each(PROFILE_NAMES)('the sample of %s', (name) => {
  it('becomes the snapshots and the report that are written beside it', () => {
    const expected: unknown = JSON.parse(readFileSync(`${SAMPLES}/expected/${name}.json`, 'utf8'))
    expect(JSON.parse(JSON.stringify(mappedSample(name)))).toEqual(expected)
  })

  it('gives snapshots that are accepted, with an id each, also as a part of the history', () => {
    for (const complete of [true, false]) {
      const { snapshots } = mapAbsence(sampleRows(name).rows, name, { asOf: AS_OF, key: KEY, complete })
      expect(snapshots.length).toBeGreaterThan(0)
      for (const snapshot of snapshots) {
        expect(parseSnapshot(snapshot)).toEqual({ ok: true, snapshot })
        expect(snapshot.caseId ?? '').toMatch(/^[0-9a-f]{32}$/)
      }
      const ids = snapshots.map(({ caseId }) => caseId)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it('has a report without a value of any row', () => {
    const { report } = mapAbsence(sampleRows(name).rows, name, { asOf: AS_OF, key: KEY })
    const { asOf, presumed, ...rest } = report
    const told = JSON.stringify(rest)
    for (const row of sampleRows(name).rows) for (const value of valuesIn(row)) expect(told).not.toContain(`"${value}"`)
    expect(told).not.toMatch(/wordt niet gelezen|\d{4}-\d{2}-\d{2}/)
  })

  it('is read by a profile that tells its sources, and reads only what it names', () => {
    const profile = absenceProfile(name)
    expect(profile.sources.length).toBeGreaterThan(0)
    const never = new Set(Object.values(profile.never).flat())
    const forbidden = columnsOf(profile).filter((column) => never.has(column))
    // The code of a safety net is looked at for the employer's duty, and never carried.
    const { safetyNet, endsOn } = profile.contract ?? {}
    const looked = new Set([safetyNet, endsOn, profile.report.kind].flat())
    expect(forbidden.filter((column) => !looked.has(column))).toEqual([])
  })
})

function valuesIn(row: unknown): readonly string[] {
  if (typeof row === 'string') return row.length > 3 ? [row] : []
  return typeof row === 'object' && row !== null ? Object.values(row).flatMap(valuesIn) : []
}
