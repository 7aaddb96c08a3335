import { readFileSync, rmSync } from 'node:fs'
import { PACKAGE_VERSION } from '../../core/advice'
import { fingerprint } from '../../core/rules/digest'
import type { Locale } from '../../core/snapshot/fact'
import type { BatchSettings } from '../../reports/batch/batch-settings'
import { type FilePart, openPart, writeAll } from '../private-file'
import { refuse } from '../refusal'
import { BATCH_TEXTS } from './batch-texts'

/**
 * How a file of results was made, kept beside it: a run that goes on with the file must make the same of every line. What
 * is written for the physician is not continued for the employer, nor one rule set's results by another.
 */
export interface RunRecord {
  readonly package: string
  readonly audience: string
  readonly locale: string
  readonly ruleSet: { readonly id: string; readonly version: string; readonly fingerprint: string }
  /** Of the values given; not the values. */
  readonly policy: string
  /** `ndjson`, `ndjson full`, or `csv` with its delimiter. */
  readonly format: string
}

const RECORD_KEYS = ['package', 'audience', 'locale', 'ruleSet', 'policy', 'format'] as const

/** Where the record of a file of results is. */
export const recordOf = (file: string): string => `${file}.run.json`

export function runRecord({ to, options }: BatchSettings): RunRecord {
  const { audience, locale, policy, ruleSet } = options
  const { manifest, fingerprint: rules } = ruleSet
  return {
    package: PACKAGE_VERSION,
    audience,
    locale,
    ruleSet: { id: manifest.id, version: manifest.version, fingerprint: rules },
    policy: fingerprint(policy ?? {}),
    format: to.format === 'csv' ? `csv ${JSON.stringify(to.delimiter)}` : to.full ? 'ndjson full' : 'ndjson',
  }
}

/** The record of results that are still to come, written; it takes its place with them. */
export function openRecord(file: string, record: RunRecord): FilePart {
  const part = openPart(recordOf(file))
  try {
    writeAll(part.fd, `${JSON.stringify(record, null, 2)}\n`)
    return part
  } catch (error) {
    part.discard()
    throw error
  }
}

/** Of other results that had the name before: no run can go on with what replaces them until it has a record of its own. */
export const removeRecord = (file: string): void => rmSync(recordOf(file), { force: true })

/** Throws a Refusal where a file of results was made in another way, or nobody can tell how. */
export function refuseOtherRun(file: string, record: RunRecord, locale: Locale): void {
  const kept = readRecord(file)
  if (!kept) throw refuse('bad-usage', BATCH_TEXTS.noRecord[locale], file)
  const differ = RECORD_KEYS.filter((key) => JSON.stringify(kept[key]) !== JSON.stringify(record[key]))
  if (differ.length === 0) return
  const what = differ.map((key) => BATCH_TEXTS.madeBy[key][locale]).join(', ')
  throw refuse('bad-usage', BATCH_TEXTS.otherRun[locale]({ what }), file)
}

function readRecord(file: string): Partial<RunRecord> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(recordOf(file), 'utf8'))
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
