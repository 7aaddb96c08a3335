import { fstatSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { addAbortSignal, type Readable } from 'node:stream'
import type { Locale } from '../snapshot/fact'
import { STANDARD_INPUT, unreadable } from './read-input'

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
    if (source === STANDARD_INPUT) return inputOf(stdin, fstatSync(stdin.fd), source, stop, locale)
    const handle = await open(source)
    const found = await handle.stat()
    return inputOf(handle.createReadStream({ highWaterMark: CHUNK_BYTES }), found, source, stop, locale)
  } catch (error) {
    throw unreadable(error, source, locale)
  }
}

function inputOf(stream: Readable, found: Stats, source: string, stop: AbortSignal, locale: Locale): BatchInput {
  addAbortSignal(stop, stream)
  return {
    chunks: readable(stream, source, stop, locale),
    ...(found.isFile() ? { file: found } : {}),
    close: () => stream.destroy(),
  }
}

async function* readable(stream: Readable, source: string, stop: AbortSignal, locale: Locale): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw stop.aborted ? error : unreadable(error, source, locale)
  }
}
