import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs'
import type { Locale } from '../../core/snapshot/fact'
import { refuse } from '../refusal'
import { BATCH_TEXTS } from './batch-texts'

/** More than the longest result. */
const TAIL_BYTES = 4_194_304

/** How every result starts, as NDJSON and as CSV: with the number of its line. */
const RESULT = /^(?:\{"line":)?(\d{1,15})[,;\t]/
/** How a CSV file of results starts. */
const HEADER = /^line[,;\t]caseId[,;\t]/

/**
 * Makes sure that a file of results ends with that of line `skip`, and cuts off what a run that was ended by force left
 * of a line after it. Gives the size of the file in bytes. Throws a Refusal where it ends with another result, or none.
 */
export function cutToResults(file: string, skip: number, locale: Locale): number {
  const fd = openSync(file, 'r+')
  try {
    const { size } = fstatSync(fd)
    if (size === 0) return 0
    const start = Math.max(0, size - TAIL_BYTES)
    const tail = Buffer.alloc(size - start)
    const read = tail.subarray(0, readSync(fd, tail, 0, tail.length, start))
    const end = read.lastIndexOf('\n') + 1
    const last = end < 2 ? '' : read.toString('utf8', read.lastIndexOf('\n', end - 2) + 1, end)
    const line = RESULT.exec(last)?.[1]
    if (line === undefined && !HEADER.test(last)) throw refuse('bad-usage', BATCH_TEXTS.noResults[locale], file)
    if (line !== undefined && Number(line) !== skip)
      throw refuse('bad-usage', BATCH_TEXTS.otherSkip[locale]({ line: Number(line) }), file)
    ftruncateSync(fd, start + end)
    return start + end
  } finally {
    closeSync(fd)
  }
}
