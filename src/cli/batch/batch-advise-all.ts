import type { Advisers } from './batch-advisers'
import { inOrder } from './batch-in-order'
import type { BatchOutput } from './batch-output'
import type { Progress } from './batch-progress'
import type { Slice } from './batch-slices'

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
