import { fstatSync, ftruncateSync, writeSync } from 'node:fs'
import { stdout } from 'node:process'
import { LINE_END } from '../line-end'

/** Where the results go. Nothing but whole lines is left there. */
export interface BatchOutput {
  /** Resolves when there is room for more. Throws the error of the system, after cutting off a line that is not whole. */
  readonly write: (lines: Uint8Array, count: number) => Promise<void>
  /** Lines that were written, whole. */
  readonly lines: () => number
  /** Ends the output: what was written stays, under the name it is meant to have. Throws the error of the system. */
  readonly keep: () => void
  /** Ends the output as if it had never been begun, where that can be. */
  readonly discard: () => void
}

/** Standard output. What goes wrong with a pipe or a terminal ends the program elsewhere: a closed pipe is no error. */
export function standardOutput(): BatchOutput {
  const end = { keep: () => {}, discard: () => {} }
  // A stream takes a part of a write for the whole, which a full disk makes wrong.
  if (isSteady(stdout.fd)) return descriptorOutput(stdout.fd, end)
  let lines = 0
  return {
    write: async (bytes, count) => {
      await new Promise<void>((resolve) => {
        stdout.write(bytes, (error) => {
          if (!error) resolve()
        })
      })
      lines += count
    },
    lines: () => lines,
    ...end,
  }
}

/** What is open as `fd` and can be written to without waiting for a reader. */
export function descriptorOutput(fd: number, end: Pick<BatchOutput, 'keep' | 'discard'>): BatchOutput {
  let lines = 0
  return {
    write: async (bytes, count) => {
      let at = 0
      try {
        while (at < bytes.length) at += writeSync(fd, bytes, at, bytes.length - at)
        lines += count
      } catch (error) {
        const whole = at === 0 ? 0 : bytes.lastIndexOf(LINE_END, at - 1) + 1
        cutOff(fd, at - whole)
        lines += bytes.subarray(0, whole).reduce((sum, byte) => (byte === LINE_END ? sum + 1 : sum), 0)
        throw error
      }
    },
    lines: () => lines,
    ...end,
  }
}

/** A file, or a device that is no terminal. */
function isSteady(fd: number): boolean {
  const found = fstatSync(fd)
  return found.isFile() || (found.isCharacterDevice() && !stdout.isTTY)
}

function cutOff(fd: number, bytes: number): void {
  const found = fstatSync(fd)
  if (bytes > 0 && found.isFile()) ftruncateSync(fd, found.size - bytes)
}
