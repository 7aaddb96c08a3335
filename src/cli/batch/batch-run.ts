import { stderr, stdout } from 'node:process'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BatchSettings, InputForm, OutputForm } from '../../reports/batch/batch-settings'
import { readHeader } from '../../reports/batch/csv-columns'
import { resultHeader } from '../../reports/batch/csv-result'
import { refuse, refuseFile } from '../refusal'
import { adviseAll, type Counts } from './batch-advise-all'
import { type Advisers, adviserHere, adviserThreads } from './batch-advisers'
import { comparedOutput, isCompared, readPrevious } from './batch-changes'
import { type BatchFlags, inputFormat, outputFormat } from './batch-flags'
import { type BatchInput, openInput } from './batch-input'
import { openOutput } from './batch-output-file'
import { noProgress, progressBar } from './batch-progress'
import { readOptions, setupOf } from './batch-setup'
import { stopSignal } from './batch-signals'
import { type Slice, slicesOf } from './batch-slices'
import { stopped, unwritable } from './batch-stopped'
import { BATCH_TEXTS } from './batch-texts'

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
  { from, to, options }: BatchSettings,
  flags: BatchFlags,
  stop: AbortSignal,
): Promise<Counts> {
  const { out, skip, locale } = flags
  const last = await readPrevious(flags)
  const opened = openOutput(file, flags)
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
