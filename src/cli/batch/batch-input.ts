import { fstatSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { addAbortSignal } from 'node:stream'
import type { Locale } from '../../core/snapshot/fact'
import { STANDARD_INPUT, unreadable } from '../read-input'

/** Where the cases come from. */
export interface BatchInput {
  readonly chunks: AsyncIterable<Buffer>
  /** Of a regular file. */
  readonly file?: Stats
  readonly close: () => void
}

const CHUNK_BYTES = 131_072

/** Opens a file, or standard input for `-`; `stop` ends the reading. Throws a Refusal that names the file, then or later. */
export async function openInput(source: string, stop: AbortSignal, locale: Locale): Promise<BatchInput> {
  try {
    if (source === STANDARD_INPUT) {
      const found = fstatSync(stdin.fd)
      const chunks = readableChunks(addAbortSignal(stop, stdin), source, stop, locale)
      return { chunks, ...(found.isFile() ? { file: found } : {}), close: () => stdin.destroy() }
    }
    const handle = await open(source)
    const found = await handle.stat()
    const stream = addAbortSignal(stop, handle.createReadStream({ highWaterMark: CHUNK_BYTES }))
    const chunks = readableChunks(stream, source, stop, locale)
    return { chunks, ...(found.isFile() ? { file: found } : {}), close: () => stream.destroy() }
  } catch (error) {
    throw unreadable(error, source, locale)
  }
}

async function* readableChunks(
  chunks: AsyncIterable<Buffer>,
  source: string,
  stop: AbortSignal,
  locale: Locale,
): AsyncGenerator<Buffer> {
  try {
    yield* chunks
  } catch (error) {
    throw stop.aborted ? error : unreadable(error, source, locale)
  }
}
