import { performance } from 'node:perf_hooks'
import { stderr } from 'node:process'
import { InvalidArgumentError } from 'commander'

/** How often a line is written over. */
const EVERY = 500

/**
 * Shows how far a long search is, where a person is watching, and tells it to stop once its time is over. Nothing but the
 * command line reads a clock.
 */
export function progress(budget: number, what: string): (done: number, total: number) => boolean {
  const began = performance.now()
  let told = began
  return (done, total) => {
    const now = performance.now()
    if (stderr.isTTY && now - told > EVERY) {
      told = now
      stderr.write(done < total ? `\r${done} of ${total} ${what}` : `\r${' '.repeat(60)}\r`)
    }
    return now - began < budget * 1_000
  }
}

export function seconds(text: string): number {
  const number = Number(text)
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError('give a number of seconds')
  return number
}
