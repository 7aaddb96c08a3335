import process, { stderr, stdout } from 'node:process'
import type { RuleSet } from '../../core/rules/rule-set'
import type { Locale } from '../../core/snapshot/fact'
import type { BatchSettings, InputForm, OutputForm } from '../../reports/batch/batch-settings'
import { readHeader } from '../../reports/batch/csv-columns'
import { resultHeader } from '../../reports/batch/csv-result'
import { refuse, refuseFile } from '../refusal'
import { type Advisers, adviserHere, adviserThreads, inOrder } from './batch-advisers'
import { comparedOutput, isCompared, readPrevious } from './batch-changes'
import { type BatchOutput, openOutput } from './batch-output'
import { runRecord } from './batch-record'
import { type BatchFlags, inputFormat, outputFormat, readOptions, setupOf } from './batch-setup'
import { type BatchInput, openInput, type Slice, slicesOf } from './batch-slices'
import { BATCH_TEXTS, stopped, unwritable } from './batch-texts'
import type { PreviousFile } from './previous-file'

/** How far a batch is. */
export interface Progress {
  /** `bytes` of the input that are done. */
  readonly update: (bytes: number, counts: { readonly lines: number; readonly invalid: number }) => void
  readonly stop: () => void
}

export const noProgress: Progress = { update: () => {}, stop: () => {} }

/** A bar on a terminal; without the size of the input, only the counts. */
export async function progressBar(
  terminal: NodeJS.WritableStream,
  size: number | undefined,
  locale: Locale,
): Promise<Progress> {
  // Every other command starts without it.
  const { SingleBar } = await import('cli-progress')
  const { progress, progressWithoutEnd } = BATCH_TEXTS
  const bar = new SingleBar({
    stream: terminal,
    format: (size === undefined ? progressWithoutEnd : progress)[locale],
    clearOnComplete: true,
    // Signals end the batch, which stops the bar.
    gracefulExit: false,
  })
  bar.start(size ?? 0, 0, { lines: 0, invalid: 0 })
  return { update: (bytes, counts) => bar.update(bytes, counts), stop: () => bar.stop() }
}

/** Of the lines that were looked at; those that were passed over are not among them. */
export interface Counts {
  readonly lines: number
  readonly advised: number
  readonly invalid: number
}

/** Advises on all slices and writes the results in order. Throws where it cannot go on, or when `stop` says so. */
export async function adviseAll(
  slices: AsyncGenerator<Slice>,
  advisers: Advisers,
  output: BatchOutput,
  progress: Progress,
  stop: AbortSignal,
): Promise<Counts> {
  let counts: Counts = { lines: 0, advised: 0, invalid: 0 }
  const work = async (slice: Slice) => ({ endsAt: slice.endsAt, ...(await advisers.advise(slice)) })
  for await (const { bytes, advised, invalid, endsAt } of inOrder(slices, work, advisers.inFlight)) {
    await output.write(bytes, advised + invalid)
    counts = {
      lines: counts.lines + advised + invalid,
      advised: counts.advised + advised,
      invalid: counts.invalid + invalid,
    }
    progress.update(endsAt, counts)
    stop.throwIfAborted()
  }
  return counts
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Signals that ask the program to end; asked a second time, it ends at once. */
export function stopSignal(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of SIGNALS) process.once(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop)
    },
  }
}

/**
 * `batch` from input to output. `entry` is where the program is, for its threads to load. Throws a Refusal where the
 * work cannot begin, or cannot go on; then the results so far are kept, and it tells how to go on from there.
 */
export async function runBatch(source: string, flags: BatchFlags, entry: string): Promise<Counts> {
  const { locale, skip, jobs } = flags
  const options = await readOptions(flags)
  const stop = stopSignal()
  const input = await openInput(source, stop.signal, locale)
  const format = inputFormat(source, flags)
  const slices = slicesOf(input.chunks, { skip, header: format === 'csv' })
  try {
    const from = format === 'csv' ? await readForm(slices, source, options.ruleSet, flags) : ({ format } as const)
    const settings = { from, to: outputForm(from, flags), options }
    const advisers = jobs === 1 ? adviserHere(settings) : adviserThreads(jobs, setupOf(settings, flags), entry)
    try {
      return await writeResults(slices, advisers, input, settings, flags, stop.signal)
    } finally {
      await advisers.close()
    }
  } finally {
    input.close()
    stop.release()
  }
}

/** The form of a CSV file, by its first line. */
async function readForm(
  slices: AsyncGenerator<Slice>,
  source: string,
  ruleSet: RuleSet,
  { locale }: BatchFlags,
): Promise<InputForm> {
  const first = await slices.next()
  if (first.done) throw refuse('not-csv', BATCH_TEXTS.noHeader[locale], source)
  const read = readHeader(Buffer.from(first.value.bytes).toString('utf8'), ruleSet, locale)
  if (!read.ok) throw refuseFile(source, read.issues)
  return read.form
}

function outputForm(from: InputForm, flags: BatchFlags): OutputForm {
  const format = outputFormat(from.format, flags)
  if (format === 'csv') return { format, delimiter: from.format === 'csv' ? from.delimiter : ',' }
  return { format, full: flags.full === true }
}

async function writeResults(
  slices: AsyncGenerator<Slice>,
  advisers: Advisers,
  { file }: BatchInput,
  settings: BatchSettings,
  flags: BatchFlags,
  stop: AbortSignal,
): Promise<Counts> {
  const last = await readPrevious(flags)
  try {
    return await writeCompared(slices, advisers, file, settings, flags, stop, last)
  } finally {
    last?.close()
  }
}

async function writeCompared(
  slices: AsyncGenerator<Slice>,
  advisers: Advisers,
  file: BatchInput['file'],
  settings: BatchSettings,
  flags: BatchFlags,
  stop: AbortSignal,
  last: PreviousFile | undefined,
): Promise<Counts> {
  const { from, to, options } = settings
  const { out, skip, locale } = flags
  const opened = openOutput(file, runRecord(settings), flags)
  const { isNew } = opened
  const compared = isCompared(flags) ? comparedOutput(opened.output, last, options.ruleSet, flags) : undefined
  const output = compared ?? opened.output
  const hasTerminal = stderr.isTTY && (out !== undefined || !stdout.isTTY)
  const progress = hasTerminal ? await progressBar(stderr, file?.size, locale) : noProgress
  let counts: Counts
  try {
    if (isNew && to.format === 'csv') await output.write(Buffer.from(resultHeader(to.delimiter)), 0)
    counts = await adviseAll(slices, advisers, output, progress, stop)
    await compared?.finish()
  } catch (error) {
    const lines = output.lines()
    if (lines > 0) output.keep()
    else output.discard()
    // The first line of CSV is no case.
    const before = from.format === 'csv' ? Math.max(skip, 1) : skip
    throw stopped(error, { line: lines > 0 ? before + lines : undefined, onRequest: stop.aborted, file: out }, locale)
  } finally {
    progress.stop()
  }
  try {
    output.keep()
  } catch (error) {
    throw unwritable(error, BATCH_TEXTS.another[locale], out, locale)
  }
  return counts
}
