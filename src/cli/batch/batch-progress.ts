import type { Locale } from '../../core/snapshot/fact'
import { BATCH_TEXTS } from './batch-texts'

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
