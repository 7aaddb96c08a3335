import { performance } from 'node:perf_hooks'
import { stderr } from 'node:process'
import { InvalidArgumentError } from 'commander'
import { FIRST_DAY, LAST_DAY, parseDay } from '../core/calendar/day'

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

export function day(text: string): string {
  if (parseDay(text) === undefined) throw new InvalidArgumentError('give a day as YYYY-MM-DD')
  return text
}

/** The day of a case: one that the calendar of the library holds. */
export function caseDay(text: string): string {
  if (parseDay(text) !== undefined && text >= FIRST_DAY && text <= LAST_DAY) return text
  throw new InvalidArgumentError('give a day as YYYY-MM-DD')
}

/** The day on this machine's calendar, for a person to confirm. */
export function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
