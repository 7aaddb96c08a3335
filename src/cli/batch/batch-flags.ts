import { extname } from 'node:path'
import type { Audience } from '../../core/advice'
import type { Locale } from '../../core/snapshot/fact'
import type { RulesFlags } from '../rules-options'

export const FORMATS = ['ndjson', 'csv'] as const
export type Format = (typeof FORMATS)[number]

/** The options of `batch`. */
export interface BatchFlags extends RulesFlags {
  readonly out?: string
  readonly from?: Format
  readonly to?: Format
  readonly full?: true
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
export const outputFormat = (input: Format, { to, out }: BatchFlags): Format => to ?? byName(out) ?? input
