import type { Day } from '../calendar/day'
import { readDay } from './read-fact'
import type { TextScanner } from './text-scanner'

/** A day as it was written, and as an answer. */
export interface WrittenDay {
  readonly text: string
  readonly answer: { readonly state: 'known'; readonly value: Day; readonly option: -1 }
}

/** Days that are kept, one in each place, the last that was read there: those of eleven years have places of their own. */
const PLACES = 4_096

/** With the quote that closes it. */
const LENGTH = 11

export interface DayReader {
  /** The day that is next, after the quote that opens it; undefined where there is none that a snapshot may name. */
  readonly next: () => WrittenDay | undefined
}

export function dayReader({ dayDigits, pass, text }: TextScanner): DayReader {
  const kept = new Int32Array(PLACES)
  const days = new Array<WrittenDay | undefined>(PLACES).fill(undefined)
  return {
    next: () => {
      const digits = dayDigits()
      if (digits < 0) return undefined
      const place = placeOf(digits)
      const found = days[place]
      if (found && kept[place] === digits) {
        pass(LENGTH)
        return found
      }
      const written = text()
      const value = readDay(written)
      if (written === undefined || value === undefined) return undefined
      const day: WrittenDay = { text: written, answer: { state: 'known', value, option: -1 } }
      kept[place] = digits
      days[place] = day
      return day
    },
  }
}

/** Of the digits of year, month and date as one number. */
function placeOf(digits: number): number {
  const month = Math.floor(digits / 100)
  const year = Math.floor(month / 100)
  return (32 * (12 * year + (month - 100 * year)) + (digits - 100 * month)) & (PLACES - 1)
}
