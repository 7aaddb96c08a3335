import { type Day, dayOf, FIRST_DAY, formatDay, LAST_DAY, parseDay } from '../../core/calendar/day'
import { addDuration } from '../../core/calendar/duration'

/** A day, or a month of which the day is not known: `from` and `to` are then its first and last day. */
export interface GivenDay {
  readonly from: Day
  readonly to: Day
}

export const isMonth = ({ from, to }: GivenDay): boolean => from !== to

/** As a snapshot has it: `2026-06-01`, or `2026-06` for some day of it. */
export const dayText = (given: GivenDay): string => formatDay(given.from).slice(0, isMonth(given) ? 7 : 10)

export type Value<Read> = { readonly value: Read } | { readonly wrong: 'invalid-date' | 'out-of-range' | 'wrong-type' }

const MONTH = /^(\d{4})-(\d{2})$/
/** XML Schema lets a day have a zone, which says nothing of which day it is. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/
/** OData 2 writes a day as milliseconds since 1970. */
const ODATA = /^\/Date\((-?\d{1,15})\)\/$/
const DUTCH = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/
const MILLISECONDS_A_DAY = 86_400_000

/**
 * A day as sources write it. A moment with a zone is a day only at midnight of that zone: 23:00Z is the next day in the
 * Netherlands, and which was meant is not told.
 */
export function readDay(text: string, dates: 'iso' | 'iso-or-dutch'): Value<GivenDay> {
  const day = dayIn(text, dates)
  if (day === undefined) return { wrong: 'invalid-date' }
  const [least, most] = [parseDay(FIRST_DAY) ?? 0, parseDay(LAST_DAY) ?? 0]
  return day.from < least || day.to > most ? { wrong: 'out-of-range' } : { value: day }
}

function dayIn(text: string, dates: 'iso' | 'iso-or-dutch'): GivenDay | undefined {
  const month = MONTH.exec(text)
  if (month) return monthOf(Number(month[1]), Number(month[2]))
  const plain = ISO_DAY.exec(text)
  if (plain) return exactly(parseDay(plain[1] ?? ''))
  const moment = DAY_AND_TIME.exec(text)
  if (moment) return moment[3] && moment[2] !== '00:00' ? undefined : exactly(parseDay(moment[1] ?? ''))
  const odata = ODATA.exec(text)
  if (odata) return exactly(wholeDays(Number(odata[1])))
  const dutch = dates === 'iso-or-dutch' ? DUTCH.exec(text) : null
  if (!dutch) return undefined
  const [, date = '', monthNumber = '', year = ''] = dutch
  return exactly(parseDay(`${year}-${monthNumber.padStart(2, '0')}-${date.padStart(2, '0')}`))
}

const exactly = (day: Day | undefined): GivenDay | undefined => (day === undefined ? undefined : { from: day, to: day })

function monthOf(year: number, month: number): GivenDay | undefined {
  if (month < 1 || month > 12) return undefined
  const from = dayOf(year, month, 1)
  return { from, to: addDuration(from, { months: 1, days: -1 }) }
}

const wholeDays = (milliseconds: number): Day | undefined =>
  milliseconds % MILLISECONDS_A_DAY === 0 ? milliseconds / MILLISECONDS_A_DAY : undefined

/** A percentage, with a comma or a point; four decimals are more than any source has. */
export function readPercentage(text: string): Value<number> {
  if (!/^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(text)) return { wrong: 'wrong-type' }
  const value = Math.round(Number(text.replace(',', '.')) * 10_000) / 10_000
  return value >= 0 && value <= 100 ? { value } : { wrong: 'out-of-range' }
}

/** The days of the weekend that end just before a day: 2 for a Monday, 1 for a Sunday. */
export function weekendBefore(day: Day): number {
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday === 0 ? 2 : weekday === 6 ? 1 : 0
}
