import { extname } from 'node:path'
import type { Audience } from '../../core/advice'
import type { Locale } from '../../core/snapshot/fact'
import type { RulesFlags } from '../rules-options'

export const FORMATS = ['ndjson', 'csv'] as const
export type Format = (typeof FORMATS)[number]
/** A worklist can be a page too. */
export const OUTPUT_FORMATS = [...FORMATS, 'html'] as const

/** The options of `batch`. */
export interface BatchFlags extends RulesFlags {
  readonly out?: string
  readonly from?: Format
  readonly to?: (typeof OUTPUT_FORMATS)[number]
  readonly full?: true
  /** What the last run wrote. */
  readonly previous?: string
  readonly changedOnly?: true
  readonly worklist?: true
  /** Lines of the input that are passed over. */
  readonly skip: number
  readonly jobs: number
  readonly json?: true
  readonly locale: Locale
  readonly audience: Audience
  readonly policy?: string
}

const BY_EXTENSION: Readonly<Record<string, Format>> = { '.csv': 'csv', '.ndjson': 'ndjson', '.jsonl': 'ndjson' }

const byName = (file: string | undefined): Format | undefined =>
  file === undefined ? undefined : BY_EXTENSION[extname(file).toLowerCase()]

/** What goes in: as asked, else as the name of the file says, else NDJSON. */
export const inputFormat = (source: string, { from }: BatchFlags): Format => from ?? byName(source) ?? 'ndjson'

/** What comes out: as asked, else as the name of the file says, else what goes in. */
export function outputFormat(input: Format, { to, out, previous, worklist }: BatchFlags): Format {
  // What is compared or listed is read again before it is written.
  if (worklist || previous !== undefined || to === 'html') return 'ndjson'
  return to ?? byName(out) ?? input
}
