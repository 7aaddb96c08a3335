import { isUtf8 } from 'node:buffer'
import { linesAdviser, type ResultLines } from '../batch/advise-lines'
import type { BatchSettings } from '../batch/batch-settings'
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

  const adviseLine = (line: Buffer, number: number): ResultLines =>
    isUtf8(line) ? advise(line.toString('utf8'), number) : refuse('malformed-text', number)

  return ({ bytes, firstLine, tooLong }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (tooLong) return encoded(refuse('too-large', firstLine))
    if (isUtf8(buffer)) return encoded(advise(buffer.toString('utf8'), firstLine))
    return encoded(joined(linesOf(buffer).map((line, index) => adviseLine(line, firstLine + index))))
  }

  function encoded({ text, advised, invalid }: ResultLines): SliceResult {
    return { bytes: encoder.encode(text), advised, invalid }
  }
}

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from) + 1 || bytes.length
    lines.push(bytes.subarray(from, end))
    from = end
  }
  return lines
}

const joined = (parts: readonly ResultLines[]): ResultLines => ({
  text: parts.map(({ text }) => text).join(''),
  advised: parts.reduce((sum, { advised }) => sum + advised, 0),
  invalid: parts.reduce((sum, { invalid }) => sum + invalid, 0),
})
