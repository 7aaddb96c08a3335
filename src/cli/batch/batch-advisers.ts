import { isUtf8 } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { linesAdviser, type ResultLines } from '../../reports/batch/advise-lines'
import type { BatchSettings } from '../../reports/batch/batch-settings'
import { LINE_END } from '../read-input'
import { type CommandIssue, Refusal } from '../refusal'
import { type BatchSetup, settingsIn } from './batch-setup'
import type { Slice } from './batch-slices'

/** The results of a slice: as many lines as it has, in UTF-8, each with its end. */
export interface SliceResult {
  readonly bytes: Uint8Array
  readonly advised: number
  readonly invalid: number
}

/** Looks at all lines of a slice. */
export function sliceAdviser(settings: BatchSettings): (slice: Slice) => SliceResult {
  const { advise, refuse } = linesAdviser(settings)
  const encoder = new TextEncoder()
  const encoded = ({ text, advised, invalid }: ResultLines): SliceResult => ({
    bytes: encoder.encode(text),
    advised,
    invalid,
  })

  return ({ bytes, firstLine, tooLong }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (tooLong) return encoded(refuse('too-large', firstLine))
    return encoded(isUtf8(buffer) ? advise(buffer.toString('utf8'), firstLine) : adviseEach(buffer, firstLine))
  }

  /** Line by line, since one of them at least is no text in UTF-8. */
  function adviseEach(buffer: Buffer, firstLine: number): ResultLines {
    const results = { text: '', advised: 0, invalid: 0 }
    for (let from = 0, line = firstLine; from < buffer.length; line += 1) {
      const end = buffer.indexOf(LINE_END, from)
      const to = end < 0 ? buffer.length : end + 1
      const bytes = buffer.subarray(from, to)
      const one = isUtf8(bytes) ? advise(bytes.toString('utf8'), line) : refuse('malformed-text', line)
      results.text += one.text
      results.advised += one.advised
      results.invalid += one.invalid
      from = to
    }
    return results
  }
}

/** What a thread of `batch` answers: the results of a slice, or why it cannot work. */
export type WorkerReply = SliceResult | { readonly refused: readonly CommandIssue[] }

interface BatchWorkerData {
  readonly verwijswijzerBatch: BatchSetup
}

/** What a thread of `batch` is started with. */
export const workerDataOf = (setup: BatchSetup): BatchWorkerData => ({ verwijswijzerBatch: setup })

/** With what this thread was started, where it is one of `batch`. */
export const batchSetup = (): BatchSetup | undefined =>
  (workerData as Partial<BatchWorkerData> | null)?.verwijswijzerBatch

/** Answers every slice that the main thread sends, in order, until it is ended from there. */
export async function adviseSlices(setup: BatchSetup): Promise<void> {
  const answer = (reply: WorkerReply, handOver: readonly ArrayBuffer[] = []) => parentPort?.postMessage(reply, handOver)
  try {
    const advise = sliceAdviser(await settingsIn(setup))
    parentPort?.on('message', (slice: Slice) => {
      const result = advise(slice)
      answer(result, [result.bytes.buffer as ArrayBuffer])
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    answer({ refused: error.issues })
  }
}

/** Who looks at slices. */
export interface Advisers {
  readonly advise: (slice: Slice) => Promise<SliceResult>
  /** Slices that it pays to have under way. */
  readonly inFlight: number
  readonly close: () => Promise<void>
}

/** This thread itself, with a moment for signals after each slice. */
export function adviserHere(settings: BatchSettings): Advisers {
  const advise = sliceAdviser(settings)
  return { advise: async (slice) => setImmediate(advise(slice)), inFlight: 1, close: async () => {} }
}

/** So many threads, each with the program itself, at `entry`. */
export function adviserThreads(jobs: number, setup: BatchSetup, entry: string): Advisers {
  const threads = Array.from({ length: jobs }, () => startThread(setup, entry))
  return {
    advise: (slice) => threads.reduce((least, one) => (one.load() < least.load() ? one : least)).advise(slice),
    // One in work and two waiting keeps a thread busy while its results are written.
    inFlight: jobs * 3,
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

interface Thread {
  readonly advise: (slice: Slice) => Promise<SliceResult>
  /** Slices that it has. */
  readonly load: () => number
  readonly close: () => Promise<number>
}

/**
 * What a thread may hold. Left to itself each takes some 200 MB more than it needs, since V8 lets garbage grow in step with
 * the memory of the machine. The largest rule set that is measured (1,000 rules) takes less than half of it.
 */
const THREAD_LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 1_024 } as const

function startThread(setup: BatchSetup, entry: string): Thread {
  const worker = new Worker(new URL(entry), { workerData: workerDataOf(setup), resourceLimits: THREAD_LIMITS })
  /** For the slices it has, oldest first: it answers in order. */
  const waiting: { readonly resolve: (result: SliceResult) => void; readonly reject: (error: unknown) => void }[] = []
  let failure: { readonly error: unknown } | undefined
  const fail = (error: unknown) => {
    failure ??= { error }
    for (const one of waiting.splice(0)) one.reject(failure.error)
  }
  worker.on('message', (reply: WorkerReply) => {
    if ('refused' in reply) fail(new Refusal(reply.refused))
    else waiting.shift()?.resolve(reply)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('a thread ended by itself')))
  return {
    advise: (slice) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure.error)
        waiting.push({ resolve, reject })
        // A copy: what is handed over is lost here, and the chunk has more slices.
        const bytes = new Uint8Array(slice.bytes)
        worker.postMessage({ ...slice, bytes }, [bytes.buffer])
      }),
    load: () => waiting.length,
    close: () => worker.terminate(),
  }
}

/**
 * Does the work of items while it takes in the next ones, and gives the results in the order of the items, each as soon
 * as it and all before it are there. At most `inFlight` items are taken in whose results are not given yet.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterator<Item>,
  work: (item: Item) => Promise<Result>,
  inFlight: number,
): AsyncGenerator<Result> {
  const results: Promise<Result>[] = []
  let next = held(items.next())
  for (;;) {
    const [oldest] = results
    const item = oldest && results.length >= inFlight ? undefined : await first(next, oldest)
    if (item?.done) break
    if (item) {
      results.push(held(work(item.value)))
      next = held(items.next())
    } else {
      yield await (oldest as Promise<Result>)
      results.shift()
    }
  }
  for (const result of results) yield await result
}

/** The next item, or undefined where the oldest result is there before it. */
const first = <Item>(next: Promise<Item>, oldest: Promise<unknown> | undefined): Promise<Item | undefined> =>
  oldest ? Promise.race([oldest.then(() => undefined), next]) : next

/** A promise whose failure is told when it is waited for, not before. */
function held<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {})
  return promise
}
