import type { Day } from '../calendar/day'
import { readDay } from './read-fact'
import type { TextScanner } from './text-scanner'

/** A day as it was written, and as an answer. */
export interface WrittenDay {
  readonly text: string
  readonly answer: { readonly state: 'known'; readonly value: Day; readonly option: -1 }
}

/** Days that are kept: more than any caseload names, and a bound for what is made to break it. */
const MOST_KEPT = 4_096

/** With the quote that closes it. */
const LENGTH = 11

export interface DayReader {
  /** The day that is next, after the quote that opens it; undefined where there is none that a snapshot may name. */
  readonly next: () => WrittenDay | undefined
}

export function dayReader({ dayDigits, pass, text }: TextScanner): DayReader {
  const days = new Map<number, WrittenDay>()
  return {
    next: () => {
      const digits = dayDigits()
      if (digits < 0) return undefined
      const found = days.get(digits)
      if (found) {
        pass(LENGTH)
        return found
      }
      const written = text()
      const value = readDay(written)
      if (written === undefined || value === undefined) return undefined
      if (days.size >= MOST_KEPT) days.clear()
      const day: WrittenDay = { text: written, answer: { state: 'known', value, option: -1 } }
      days.set(digits, day)
      return day
    },
  }
}
