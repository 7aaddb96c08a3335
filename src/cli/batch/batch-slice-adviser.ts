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
  const { advise, adviseBytes, refuse } = linesAdviser(settings)
  const encoder = new TextEncoder()

  const adviseLine = (line: Buffer, number: number): ResultLines =>
    isUtf8(line) ? advise(line.toString('utf8'), number) : refuse('malformed-text', number)

  return ({ bytes, firstLine, tooLong }) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    if (tooLong) return encoded(refuse('too-large', firstLine))
    if (settings.from.format === 'csv' && isUtf8(buffer)) return encoded(advise(buffer.toString('utf8'), firstLine))
    return adviseEach(buffer, firstLine)
  }

  /** Line by line: what cannot be read from its bytes, from its text. */
  function adviseEach(buffer: Buffer, firstLine: number): SliceResult {
    const results = { text: '', advised: 0, invalid: 0 }
    let isAscii = true
    for (let from = 0, line = firstLine; from < buffer.length; line += 1) {
      const end = buffer.indexOf(LINE_END, from)
      const to = end < 0 ? buffer.length : end
      const quick = adviseBytes(buffer, from, to, line)
      if (quick) {
        results.text += `${quick.text}\n`
        results.advised += 1
      } else {
        isAscii = false
        const { text, advised, invalid } = adviseLine(buffer.subarray(from, to + 1), line)
        results.text += text
        results.advised += advised
        results.invalid += invalid
      }
      from = to + 1
    }
    const { text, advised, invalid } = results
    return isAscii ? { bytes: asciiBytes(text), advised, invalid } : encoded(results)
  }

  function encoded({ text, advised, invalid }: ResultLines): SliceResult {
    return { bytes: encoder.encode(text), advised, invalid }
  }
}

/** A brief advice has no letter beyond ASCII in it. In memory of their own, which can be handed over to another thread. */
function asciiBytes(text: string): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(text.length)
  bytes.write(text, 'latin1')
  return bytes
}
