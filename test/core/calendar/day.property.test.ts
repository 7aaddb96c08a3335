import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDuration,
  completedMonths,
  completedWeeks,
  type Day,
  formatDay,
  parseDay,
  parseDuration,
  subtractDuration,
} from '../../../src/core/calendar/day'
import { dayOracle, formatOracle, monthsOracle } from '../../support/calendar-oracle'

const RUNS = { numRuns: 1_000 }

function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new RangeError(text)
  return parsed
}

function length(text: string) {
  const parsed = parseDuration(text)
  if (!parsed) throw new RangeError(text)
  return parsed
}

const [FIRST, LAST] = [day('1990-01-01'), day('2100-12-31')]
const days = fc.integer({ min: FIRST, max: LAST })
const durations = fc.record({ months: fc.integer({ min: 0, max: 60 }), days: fc.integer({ min: 0, max: 800 }) })

describe('days', () => {
  it('count from 1970', () => {
    expect(['1970-01-01', '1970-01-02', '1969-12-31', '2000-01-01'].map(day)).toEqual([0, 1, -1, 10_957])
  })

  it('all from 1990 to 2100 are read and written, one after the other', () => {
    let expected = FIRST
    for (let year = 1990; year <= 2100; year++)
      for (let month = 1; month <= 12; month++)
        for (let date = 1; date <= 31; date++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
          const oracle = dayOracle(year, month, date)
          if (parseDay(text) !== oracle) expect([text, parseDay(text)]).toEqual([text, oracle])
          if (oracle === undefined) continue
          if (oracle !== expected || formatDay(oracle) !== text)
            expect([text, oracle]).toEqual([formatDay(oracle), expected])
          expected += 1
        }
    expect(expected).toBe(LAST + 1)
  })

  it.each([
    [1996, 366],
    [2000, 366],
    [2023, 365],
    [2024, 366],
    [2100, 365],
    [1900, 365],
  ])('%i has %i of them', (year, expected) => {
    expect(day(`${year + 1}-01-01`) - day(`${year}-01-01`)).toBe(expected)
    expect(parseDay(`${year}-02-29`) === undefined).toBe(expected === 365)
  })

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-06-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    '02026-01-01',
    '+002026-01-01',
    '-2026-01-01',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    ' 2026-01-01',
    '2026/01/01',
    '20260101',
    '2026-W01-1',
    '2026-001',
    '01-01-2026',
    '٢٠٢٦-٠١-٠١',
    '',
    'today',
    'unknown',
  ])('%j is none', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('written and read again they are the same', () => {
    fc.assert(
      fc.property(days, (at) => {
        expect(parseDay(formatDay(at))).toBe(at)
        expect(formatDay(at)).toBe(formatOracle(at))
        expect(formatDay(day(formatOracle(at)))).toBe(formatOracle(at))
      }),
      RUNS,
    )
  })

  it('no text makes it throw', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[-\d]{8,11}$/))
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseDay(text)
        if (parsed !== undefined) expect(formatDay(parsed)).toBe(text)
      }),
      RUNS,
    )
  })
})

describe('durations', () => {
  it.each([
    ['P4M', 4, 0],
    ['P42W', 0, 294],
    ['P14D', 0, 14],
    ['P0D', 0, 0],
    ['P1Y', 12, 0],
    ['P1Y2M3W4D', 14, 25],
    ['P156W', 0, 1092],
    ['P012M', 12, 0],
  ])('%s is %i months and %i days', (text, months, inDays) => {
    expect(parseDuration(text)).toEqual({ months, days: inDays })
  })

  it.each([
    '',
    'P',
    '14D',
    'P14',
    'P-1D',
    '-P1D',
    'P1.5M',
    'P1,5M',
    'p4m',
    'P4D4M',
    'P1M1M',
    'PT1H',
    'P1DT1H',
    'P1D ',
    'P1D\n',
    'P 1D',
    'P1X',
    'P12345M',
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it.each([
    ['2025-01-31', 'P1M', '2025-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2025-01-31', 'P2M', '2025-03-31'],
    ['2025-03-31', 'P1M', '2025-04-30'],
    ['2024-02-29', 'P12M', '2025-02-28'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-02-29', 'P48M', '2028-02-29'],
    ['2096-02-29', 'P48M', '2100-02-28'],
    ['2025-12-31', 'P2M', '2026-02-28'],
    // Months first, then days: the other way round it would be 2 March.
    ['2025-01-31', 'P1M1D', '2025-03-01'],
    ['2025-01-08', 'P104W', '2027-01-06'],
    ['2025-06-15', 'P0D', '2025-06-15'],
  ])('%s and %s is %s', (from, text, to) => {
    expect(formatDay(addDuration(day(from), length(text)))).toBe(to)
  })

  it.each([
    ['2025-03-31', 'P1M', '2025-02-28'],
    ['2024-03-31', 'P1M', '2024-02-29'],
    ['2025-02-28', 'P1M', '2025-01-28'],
    ['2024-02-29', 'P12M', '2023-02-28'],
    ['2025-01-15', 'P2M', '2024-11-15'],
    ['2026-05-31', 'P3M', '2026-02-28'],
    ['2025-03-31', 'P1M1D', '2025-02-27'],
    ['2025-03-01', 'P1D', '2025-02-28'],
    ['2026-11-22', 'P12M', '2025-11-22'],
  ])('%s less %s is %s', (from, text, to) => {
    expect(formatDay(subtractDuration(day(from), length(text)))).toBe(to)
  })

  it('agree with luxon', () => {
    fc.assert(
      fc.property(days, durations, (at, duration) => {
        expect(addDuration(at, duration)).toBe(monthsOracle(at, duration.months) + duration.days)
        expect(subtractDuration(at, duration)).toBe(monthsOracle(at, -duration.months) - duration.days)
      }),
      RUNS,
    )
  })

  it('never make a later day earlier', () => {
    fc.assert(
      fc.property(days, fc.nat(40), durations, (at, later, duration) => {
        expect(addDuration(at + later, duration)).toBeGreaterThanOrEqual(addDuration(at, duration))
        expect(subtractDuration(at + later, duration)).toBeGreaterThanOrEqual(subtractDuration(at, duration))
      }),
      RUNS,
    )
  })
})

describe('completed weeks and months', () => {
  it.each([
    ['2025-01-08', '2025-01-08', 0, 0],
    ['2025-01-08', '2025-01-14', 0, 0],
    ['2025-01-08', '2025-01-15', 1, 0],
    ['2025-01-08', '2025-02-07', 4, 0],
    ['2025-01-08', '2025-02-08', 4, 1],
    ['2025-01-08', '2026-01-06', 51, 11],
    ['2025-01-08', '2026-01-07', 52, 11],
    ['2025-01-08', '2026-01-08', 52, 12],
    // One month after 31 January is the last day of February.
    ['2025-01-31', '2025-02-27', 3, 0],
    ['2025-01-31', '2025-02-28', 4, 1],
    ['2024-02-29', '2025-02-27', 52, 11],
    ['2024-02-29', '2025-02-28', 52, 12],
  ])('from %s to %s: %i weeks, %i months', (first, at, weeks, months) => {
    expect(completedWeeks(day(first), day(at))).toBe(weeks)
    expect(completedMonths(day(first), day(at))).toBe(months)
  })

  it('a week or a month is completed on its own day, and not on the day before', () => {
    fc.assert(
      fc.property(days, fc.nat(1_500), (first, later) => {
        const at = first + later
        const [weeks, months] = [completedWeeks(first, at), completedMonths(first, at)]
        expect(weeks).toBe(Math.floor(later / 7))
        expect(monthsOracle(first, months)).toBeLessThanOrEqual(at)
        expect(monthsOracle(first, months + 1)).toBeGreaterThan(at)
      }),
      RUNS,
    )
  })

  it('grow with the day, by one at most, and shrink as the first day is later', () => {
    fc.assert(
      fc.property(days, fc.nat(1_500), (first, later) => {
        const at = first + later
        for (const count of [completedWeeks, completedMonths]) {
          expect([0, 1]).toContain(count(first, at + 1) - count(first, at))
          expect(count(first + 1, at)).toBeLessThanOrEqual(count(first, at))
        }
      }),
      RUNS,
    )
  })
})
