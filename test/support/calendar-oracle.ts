/**
 * Calendar arithmetic a second time, with nothing but Date.UTC: what the library's own, which goes through luxon,
 * is compared with.
 */
const MS_PER_DAY = 86_400_000

/** `YYYY-MM-DD` of a day number. */
export const formatOracle = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)

/** The day number of a year, a month from 1 and a day; undefined when there is no such day. */
export function dayOracle(year: number, month: number, date: number): number | undefined {
  const at = Date.UTC(year, month - 1, date)
  const found = new Date(at)
  const same = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date
  return same ? at / MS_PER_DAY : undefined
}

/** Months later (or earlier, when negative), the last day of the month where that day does not exist. */
export function monthsOracle(day: number, months: number): number {
  const at = new Date(day * MS_PER_DAY)
  const target = at.getUTCFullYear() * 12 + at.getUTCMonth() + months
  const [year, month] = [Math.floor(target / 12), ((target % 12) + 12) % 12]
  const lastDate = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(at.getUTCDate(), lastDate)) / MS_PER_DAY
}
