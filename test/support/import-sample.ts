import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvRows, type FileRows, jsonRows, xmlRows } from '../../src/cli/import/file-rows'
import { absenceProfile, mapAbsence, type ProfileName } from '../../src/index'

export const SAMPLES = 'fixtures/import'
export const AS_OF = '2026-11-22'
export const KEY = new TextEncoder().encode('a key for tests only')

export function sampleRows(name: ProfileName): Extract<FileRows, { ok: true }> {
  const profile = absenceProfile(name)
  const text = readFileSync(join(SAMPLES, `${name}.${profile.format}`), 'utf8')
  const read = { xml: xmlRows, json: jsonRows, csv: csvRows }[profile.format](text, profile, 'en')
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read
}

/** What a whole export of the sample becomes; the texts of the report stand apart. */
export function mappedSample(name: ProfileName) {
  const read = sampleRows(name)
  const { snapshots, report } = mapAbsence(read.rows, name, { asOf: AS_OF, complete: true, locale: 'en' })
  const { presumed, issues, ...rest } = report
  const told = [...read.issues, ...issues].map(({ code, path, rows }) => ({ code, path, rows }))
  return { snapshots, report: { ...rest, issues: told, presumed: presumed.length } }
}
