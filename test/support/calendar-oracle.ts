/** Calendar arithmetic a second time, with the Date of the language: what the library's own is compared with. */
const MS_PER_DAY = 86_400_000

const dateOf = (day: number): Date => new Date(day * MS_PER_DAY)

/** `YYYY-MM-DD` of a day number. */
export const formatOracle = (day: number): string => dateOf(day).toISOString().slice(0, 10)

/** The day number of a year, a month from 1 and a day; undefined when there is no such day. */
export function dayOracle(year: number, month: number, date: number): number | undefined {
  const found = new Date(Date.UTC(year, month - 1, date))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? found.getTime() / MS_PER_DAY : undefined
}

/** Months later (or earlier, when negative), the last day of the month where that day does not exist. */
export function monthsOracle(day: number, months: number): number {
  const from = dateOf(day)
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months]
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfMonth)) / MS_PER_DAY
}
