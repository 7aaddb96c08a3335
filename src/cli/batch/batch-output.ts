import {
  closeSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { stdout } from 'node:process'
import type { Locale } from '../../core/snapshot/fact'
import { OWNER_ONLY, openPart } from '../private-file'
import { LINE_END } from '../read-input'
import { refuse } from '../refusal'
import { openRecord, type RunRecord, refuseOtherRun, removeRecord } from './batch-record'
import type { BatchFlags } from './batch-setup'
import { BATCH_TEXTS, unwritable } from './batch-texts'

/** Where the results go. Nothing but whole lines is left there. */
export interface BatchOutput {
  /** Resolves when there is room for more. Throws the error of the system, after cutting off a line that is not whole. */
  readonly write: (lines: Uint8Array, count: number) => Promise<void>
  /** Lines that were written, whole. */
  readonly lines: () => number
  /** Ends the output: what was written stays, under the name it is meant to have. Throws the error of the system. */
  readonly keep: () => void
  /** Ends the output as if it had never been begun, where that can be. */
  readonly discard: () => void
}

/** Standard output. What goes wrong with a pipe or a terminal ends the program elsewhere: a closed pipe is no error. */
export function standardOutput(): BatchOutput {
  const end = { keep: () => {}, discard: () => {} }
  // A stream takes a part of a write for the whole, which a full disk makes wrong.
  if (isSteady(stdout.fd)) return descriptorOutput(stdout.fd, end)
  let lines = 0
  return {
    write: async (bytes, count) => {
      await new Promise<void>((resolve) => {
        stdout.write(bytes, (error) => {
          if (!error) resolve()
        })
      })
      lines += count
    },
    lines: () => lines,
    ...end,
  }
}

/** What is open as `fd` and can be written to without waiting for a reader. */
export function descriptorOutput(fd: number, end: Pick<BatchOutput, 'keep' | 'discard'>): BatchOutput {
  let lines = 0
  return {
    write: async (bytes, count) => {
      let at = 0
      try {
        while (at < bytes.length) at += writeSync(fd, bytes, at, bytes.length - at)
        lines += count
      } catch (error) {
        const whole = at === 0 ? 0 : bytes.lastIndexOf(LINE_END, at - 1) + 1
        cutOff(fd, at - whole)
        lines += bytes.subarray(0, whole).reduce((sum, byte) => (byte === LINE_END ? sum + 1 : sum), 0)
        throw error
      }
    },
    lines: () => lines,
    ...end,
  }
}

/** A file, or a device that is no terminal. */
function isSteady(fd: number): boolean {
  const found = fstatSync(fd)
  return found.isFile() || (found.isCharacterDevice() && !stdout.isTTY)
}

function cutOff(fd: number, bytes: number): void {
  const found = fstatSync(fd)
  if (bytes > 0 && found.isFile()) ftruncateSync(fd, found.size - bytes)
}

/** More than the longest result. */
const TAIL_BYTES = 4_194_304

/** How every result starts, as NDJSON and as CSV: with the number of its line. */
const RESULT = /^(?:\{"line":)?(\d{1,15})[,;\t]/
/** How a CSV file of results starts. */
const HEADER = /^line[,;\t]caseId[,;\t]/

/**
 * Makes sure that a file of results ends with that of line `skip`, and cuts off what a run that was ended by force left
 * of a line after it, once `check` lets it go on. Gives the size of the file in bytes. Throws a Refusal where it ends
 * with another result, or none.
 */
export function cutToResults(file: string, skip: number, locale: Locale, check: () => void = () => {}): number {
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
    check()
    ftruncateSync(fd, start + end)
    return start + end
  } finally {
    closeSync(fd)
  }
}

export interface OpenedOutput {
  readonly output: BatchOutput
  /** It has no results yet. */
  readonly isNew: boolean
}

/**
 * Opens what `--out` says, or standard output. `input` is the file that is read from; `record` how the results are made,
 * which is kept beside a file of them. Throws a Refusal that names the file.
 */
export function openOutput(
  input: Stats | undefined,
  record: RunRecord,
  { out, skip, locale }: BatchFlags,
): OpenedOutput {
  // A name that a script left empty would otherwise end as a hidden file.
  if (out === '') throw refuse('bad-usage', BATCH_TEXTS.noName[locale])
  const isStandard = out === undefined || out === STANDARD_OUTPUT
  const found = isStandard ? fstatSync(stdout.fd) : present(out, locale)
  if (input && found?.isFile() && found.dev === input.dev && found.ino === input.ino)
    throw refuse('bad-usage', BATCH_TEXTS.isInput[locale], out)
  return isStandard ? { output: standardOutput(), isNew: skip === 0 } : openFile(out, found, record, skip, locale)
}

const STANDARD_OUTPUT = '-'

function present(file: string, locale: Locale): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch (error) {
    throw unwritable(error, BATCH_TEXTS.another[locale], file, locale)
  }
}

/**
 * Results go to a file beside it that takes its name at the end, so that it never holds a part of them; with `skip`,
 * which goes on with another run, after those that it has. A device is written to as it is.
 */
function openFile(
  file: string,
  found: Stats | undefined,
  record: RunRecord,
  skip: number,
  locale: Locale,
): OpenedOutput {
  try {
    if (found && !found.isFile()) return { output: plain(openSync(file, 'w')), isNew: true }
    const target = found ? realpathSync(file) : file
    if (skip === 0) return { output: beside(target, record), isNew: true }
    return found ? goOn(target, record, skip, locale) : begin(target, record)
  } catch (error) {
    throw unwritable(error, BATCH_TEXTS.another[locale], file, locale)
  }
}

/** After the results that a file has, where these were made in the same way. */
function goOn(file: string, record: RunRecord, skip: number, locale: Locale): OpenedOutput {
  const isNew = cutToResults(file, skip, locale, () => refuseOtherRun(file, record, locale)) === 0
  const fd = openSync(file, 'a')
  fchmodSync(fd, OWNER_ONLY)
  if (isNew) openRecord(file, record).keep()
  return { output: plain(fd), isNew }
}

/** The lines after those that are passed over, in a file that was not there. */
function begin(file: string, record: RunRecord): OpenedOutput {
  const fd = openSync(file, 'ax', OWNER_ONLY)
  openRecord(file, record).keep()
  return { output: plain(fd), isNew: true }
}

function plain(fd: number): BatchOutput {
  const end = () => closeSync(fd)
  return descriptorOutput(fd, { keep: end, discard: end })
}

function beside(file: string, record: RunRecord): BatchOutput {
  // Written first, while there is room on the disk.
  const beside = openRecord(file, record)
  const part = openPart(file)
  return descriptorOutput(part.fd, {
    keep: () => {
      // In this order, so that no results ever stand beside the record of others.
      removeRecord(file)
      part.keep()
      beside.keep()
    },
    discard: () => {
      part.discard()
      beside.discard()
    },
  })
}
