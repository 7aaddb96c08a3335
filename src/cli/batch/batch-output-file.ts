import { closeSync, fstatSync, openSync, realpathSync, renameSync, rmSync, type Stats, statSync } from 'node:fs'
import { pid, stdout } from 'node:process'
import type { Locale } from '../../core/snapshot/fact'
import { refuse } from '../refusal'
import type { BatchFlags } from './batch-flags'
import { type BatchOutput, descriptorOutput, standardOutput } from './batch-output'
import { cutToResults } from './batch-resume'
import { unwritable } from './batch-stopped'
import { BATCH_TEXTS } from './batch-texts'

export interface OpenedOutput {
  readonly output: BatchOutput
  /** It has no results yet. */
  readonly isNew: boolean
}

/** Opens what `--out` says, or standard output. `input` is the file that is read from. Throws a Refusal that names the file. */
export function openOutput(input: Stats | undefined, { out, skip, locale }: BatchFlags): OpenedOutput {
  // A name that a script left empty would otherwise end as a hidden file.
  if (out === '') throw refuse('bad-usage', BATCH_TEXTS.noName[locale])
  const isStandard = out === undefined || out === STANDARD_OUTPUT
  const found = isStandard ? fstatSync(stdout.fd) : present(out, locale)
  if (input && found?.isFile() && found.dev === input.dev && found.ino === input.ino)
    throw refuse('bad-usage', BATCH_TEXTS.isInput[locale], out)
  return isStandard ? { output: standardOutput(), isNew: skip === 0 } : openFile(out, found, skip, locale)
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
function openFile(file: string, found: Stats | undefined, skip: number, locale: Locale): OpenedOutput {
  try {
    if (found && !found.isFile()) return { output: plain(openSync(file, 'w')), isNew: true }
    if (skip === 0) return { output: beside(found ? realpathSync(file) : file, found, locale), isNew: true }
    const isNew = found === undefined || cutToResults(file, skip, locale) === 0
    return { output: plain(openSync(file, 'a')), isNew }
  } catch (error) {
    throw unwritable(error, BATCH_TEXTS.another[locale], file, locale)
  }
}

function plain(fd: number): BatchOutput {
  const end = () => closeSync(fd)
  return descriptorOutput(fd, { keep: end, discard: end })
}

function beside(file: string, found: Stats | undefined, locale: Locale): BatchOutput {
  const part = `${file}.${pid}.part`
  const fd = openNew(part, found?.mode, locale)
  return descriptorOutput(fd, {
    keep: () => {
      closeSync(fd)
      renameSync(part, file)
    },
    discard: () => {
      closeSync(fd)
      rmSync(part, { force: true })
    },
  })
}

/** Never one that is there: it may be all that is left of another run. */
function openNew(part: string, mode: number | undefined, locale: Locale): number {
  try {
    return openSync(part, 'wx', mode)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw refuse('unwritable-output', BATCH_TEXTS.leftOver[locale], part)
    throw error
  }
}
