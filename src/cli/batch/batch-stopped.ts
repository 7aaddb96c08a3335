import type { Locale } from '../../core/snapshot/fact'
import { Refusal, refuse } from '../refusal'
import { BATCH_TEXTS } from './batch-texts'

/** How far a batch came. */
export interface Reached {
  /** The last line of the input of which the result was written; undefined where there is none. */
  readonly line: number | undefined
  readonly onRequest: boolean
  /** Of `--out`. */
  readonly file: string | undefined
}

/** Why a batch did not come to its end, with how to go on; a fault of the program itself is given as it is. */
export function stopped(error: unknown, { line, onRequest, file }: Reached, locale: Locale): unknown {
  const { resume, nothingYet, interrupted } = BATCH_TEXTS
  const next = line === undefined ? nothingYet[locale] : resume[locale]({ line })
  if (onRequest) return refuse('interrupted', `${interrupted[locale]}: ${next}`, file)
  if (!(error instanceof Refusal)) return unwritable(error, next, file, locale)
  return line === undefined ? error : new Refusal([...error.issues, ...refuse('interrupted', next, file).issues])
}

/** Why the system did not let results be written, in words, with what to do next; any other error as it is. */
export function unwritable(error: unknown, next: string, file: string | undefined, locale: Locale): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const message = BATCH_TEXTS.unwritable[locale]({ code: String(error.code) })
  return refuse('unwritable-output', `${message}: ${next}`, file)
}
