import { isUtf8 } from 'node:buffer'
import { linesAdviser, type ResultLines } from '../../reports/batch/advise-lines'
import type { BatchSettings } from '../../reports/batch/batch-settings'
import { LINE_END } from '../line-end'
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
