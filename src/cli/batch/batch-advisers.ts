import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { BatchSettings } from '../../reports/batch/batch-settings'
import { Refusal } from '../refusal'
import type { BatchSetup } from './batch-setup'
import { type SliceResult, sliceAdviser } from './batch-slice-adviser'
import type { Slice } from './batch-slices'
import { type WorkerReply, workerDataOf } from './batch-worker'

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

function startThread(setup: BatchSetup, entry: string): Thread {
  const worker = new Worker(new URL(entry), { workerData: workerDataOf(setup) })
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
