import { parentPort, workerData } from 'node:worker_threads'
import { type CommandIssue, Refusal } from '../refusal'
import { type BatchSetup, settingsIn } from './batch-setup'
import { type SliceResult, sliceAdviser } from './batch-slice-adviser'
import type { Slice } from './batch-slices'

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
