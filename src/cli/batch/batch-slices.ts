import { fstatSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { stdin } from 'node:process'
import { addAbortSignal } from 'node:stream'
import type { Locale } from '../../core/snapshot/fact'
import { LINE_END, STANDARD_INPUT, unreadable } from '../read-input'

/** Some lines of the input that are next to each other. */
export interface Slice {
  /** Whole lines with their ends; the last line of the input may lack its end. Empty where `tooLong`. */
  readonly bytes: Uint8Array
  /** Where they start in the input, counted from one. */
  readonly firstLine: number
  readonly lines: number
  /** It is one line, longer than any case and not kept. */
  readonly tooLong: boolean
  /** Bytes of the input up to the end of these lines. */
  readonly endsAt: number
}

export interface SliceOptions {
  /** Lines to pass over; they are counted. */
  readonly skip: number
  /** The first line is given by itself, whatever is passed over. */
  readonly header: boolean
}

/** Enough to make the cost of handing over small, and little enough to stop soon when asked to. */
const MOST_LINES = 100

/** A text of 1,000,000 UTF-16 units, above which a case is refused, takes at most three bytes for each. */
const MOST_LINE_BYTES = 3_000_000

/** Cuts chunks of bytes into slices of lines, in order. A last line that is blank is no line. Keeps one chunk and one line. */
export async function* slicesOf(chunks: AsyncIterable<Buffer>, { skip, header }: SliceOptions): AsyncGenerator<Slice> {
  /** What is not cut yet: a line without its end, or a blank line that may be the last. */
  let rest: Buffer = Buffer.alloc(0)
  let line = 1
  let read = 0
  let dropping = false

  const isWanted = () => line > skip || (header && line === 1)
  const slice = (bytes: Buffer, lines: number, endsAt: number): Slice => {
    line += lines
    return { bytes, firstLine: line - lines, lines, tooLong: false, endsAt }
  }
  const tooLong = (endsAt: number): Slice => ({ ...slice(Buffer.alloc(0), 1, endsAt), tooLong: true })

  for await (const chunk of chunks) {
    read += chunk.length
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const start = read - bytes.length
    let from = 0
    if (dropping) {
      from = bytes.indexOf(LINE_END) + 1
      if (from === 0) continue
      dropping = false
      if (isWanted()) yield tooLong(start + from)
      else line += 1
    }
    const end = endOfWhole(bytes, from)
    while (from < end) {
      const wanted = isWanted()
      const most = wanted ? (header && line === 1 ? 1 : MOST_LINES) : skip - line + 1
      const [to, lines] = after(bytes, from, end, most)
      if (wanted) yield slice(bytes.subarray(from, to), lines, start + to)
      else line += lines
      from = to
    }
    rest = bytes.subarray(end)
    if (rest.length > MOST_LINE_BYTES && rest.at(-1) !== LINE_END) {
      dropping = true
      rest = Buffer.alloc(0)
    }
  }
  if (dropping && isWanted()) yield tooLong(read)
  else if (!isBlank(rest) && isWanted()) yield slice(rest, 1, read)
}

/** Where the last whole line ends; or starts, where it is blank and nothing follows it yet. */
function endOfWhole(bytes: Buffer, from: number): number {
  const end = Math.max(bytes.lastIndexOf(LINE_END) + 1, from)
  if (end === from || end < bytes.length) return end
  const before = end < 2 ? 0 : bytes.lastIndexOf(LINE_END, end - 2) + 1
  const start = Math.max(before, from)
  return isBlank(bytes.subarray(start, end)) ? start : end
}

/** Nothing but spaces, tabs and line ends. */
const isBlank = (bytes: Buffer): boolean =>
  bytes.every((byte) => byte === 32 || byte === 9 || byte === 13 || byte === LINE_END)

/** The place after at most so many lines, and how many they are. */
function after(bytes: Buffer, from: number, end: number, most: number): [number, number] {
  let to = from
  let lines = 0
  while (lines < most && to < end) {
    to = bytes.indexOf(LINE_END, to) + 1
    lines += 1
  }
  return [to, lines]
}

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
