import { fstatSync, readSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { addAbortSignal } from 'node:stream'
import type { Locale } from '../../core/snapshot/fact'
import { LINE_END } from '../line-end'
import { STANDARD_INPUT, unreadable } from '../read-input'

/** Where the cases come from. */
export interface BatchInput {
  /** Each is there until the next is asked for. */
  readonly chunks: AsyncIterable<Buffer>
  /** Of a regular file. */
  readonly file?: Stats
  readonly close: () => void
}

const CHUNK_BYTES = 131_072

/** Opens a file, or standard input for `-`; `stop` ends the reading. Throws a Refusal that names the file, then or later. */
export async function openInput(source: string, stop: AbortSignal, locale: Locale): Promise<BatchInput> {
  try {
    const readable = (chunks: AsyncIterable<Buffer>) => readableChunks(chunks, source, stop, locale)
    if (source === STANDARD_INPUT) {
      const found = fstatSync(stdin.fd)
      const chunks = found.isFile() ? fileChunks(stdin.fd, stop) : addAbortSignal(stop, stdin)
      return { chunks: readable(chunks), ...fileIn(found), close: () => stdin.destroy() }
    }
    const handle = await open(source)
    const found = await handle.stat()
    if (found.isFile()) {
      const close = () => void handle.close().catch(() => {})
      return { chunks: readable(fileChunks(handle.fd, stop)), file: found, close }
    }
    const stream = addAbortSignal(stop, handle.createReadStream({ highWaterMark: CHUNK_BYTES }))
    return { chunks: readable(stream), close: () => stream.destroy() }
  } catch (error) {
    throw unreadable(error, source, locale)
  }
}

const fileIn = (found: Stats): Pick<BatchInput, 'file'> => (found.isFile() ? { file: found } : {})

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

/**
 * A regular file, read where it is worked on and into the same memory again and again: a stream hands it over from
 * threads of its own, in memory that is new each time, which took a tenth of a batch. Chunks end where a line ends, where
 * they can.
 */
async function* fileChunks(fd: number, stop: AbortSignal): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES)
  /** Bytes at the front, of a line that is not whole yet. */
  let held = 0
  for (;;) {
    stop.throwIfAborted()
    const read = readSync(fd, buffer, held, buffer.length - held, null)
    const filled = held + read
    if (read === 0) {
      if (held > 0) yield buffer.subarray(0, held)
      return
    }
    const end = buffer.lastIndexOf(LINE_END, filled - 1) + 1 || filled
    yield buffer.subarray(0, end)
    buffer.copyWithin(0, end, filled)
    held = filled - end
  }
}
