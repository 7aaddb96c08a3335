import { describe, expect, it } from 'vitest'
import { ISSUE_CODES, mapAbsence, parseSnapshot, TriageError } from '../../../src/index'
import { IMPORT_ISSUE_CODES, importIssue } from '../../../src/interop/hr/import-issue'
import { imported } from '../../support/import-rows'

const GOOD = { report: '1', first_day: '2026-09-01' }
const spells = [{ firstDay: '2026-09-01' }]

/** A row beside a good one of the same employment: what is reported of it, and that the case is as it was. */
function beside(row: unknown) {
  const { snapshots, report } = mapAbsence([{ employment: 'e', ...GOOD }, row], 'generic-csv', {
    asOf: '2026-11-22',
    complete: true,
  })
  for (const snapshot of snapshots) expect(parseSnapshot(snapshot).ok).toBe(true)
  return {
    spells: snapshots[0]?.absence?.spells,
    issues: report.issues.map(({ code, path, rows }) => [code, path, rows]),
  }
}

describe('a row that is wrong is reported with its place, and costs no other row anything', () => {
  const circle: { self?: unknown } = {}
  circle.self = circle
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  it.each<[string, unknown]>([
    ['null', null],
    ['a text', 'employment'],
    ['a list', ['e']],
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['a proxy that is gone', revoked.proxy],
    ['an object of a class', new Map([['employment', 'e']])],
  ])('%s', (_, row) => {
    expect(beside(row)).toEqual({ spells, issues: [['not-plain-data', [1], [2]]] })
  })

  it.each<[string, unknown, string, string]>([
    ['no employment', { ...GOOD }, 'missing-key', 'employment'],
    ['an empty employment', { employment: '  ' }, 'missing-key', 'employment'],
    ['an employment that is an object', { employment: circle }, 'wrong-type', 'employment'],
    ['half a character', { employment: 'e\uD800' }, 'malformed-text', 'employment'],
    ['a text without end', { employment: 'e'.repeat(1_000_000) }, 'too-large', 'employment'],
    [
      'a getter',
      Object.defineProperty({}, 'employment', { enumerable: true, get: () => 'e' }),
      'wrong-type',
      'employment',
    ],
  ])('%s', (_, row, code, column) => {
    const { spells: found, issues } = beside(row)
    expect(found).toEqual(spells)
    expect(issues[0]).toEqual([code, [1, column], [2]])
  })

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a day that does not exist', { changed_on: '2026-02-30' }, 'invalid-date', 'changed_on'],
    ['an American day', { changed_on: '11/22/2026' }, 'invalid-date', 'changed_on'],
    ['a day before 1900', { changed_on: '0001-01-01' }, 'out-of-range', 'changed_on'],
    ['a moment that is another day here', { changed_on: '2026-09-01T23:00:00Z' }, 'invalid-date', 'changed_on'],
    ['a number that is no day', { changed_on: 20260901 }, 'invalid-date', 'changed_on'],
    ['not a number', { absent_percentage: Number.NaN }, 'wrong-type', 'absent_percentage'],
    ['infinity', { absent_percentage: Number.POSITIVE_INFINITY }, 'wrong-type', 'absent_percentage'],
    ['a huge number', { absent_percentage: 1e300 }, 'wrong-type', 'absent_percentage'],
    ['a long number', { absent_percentage: '123456789012' }, 'out-of-range', 'absent_percentage'],
    ['a number of another system', { absent_percentage: '0x10' }, 'wrong-type', 'absent_percentage'],
    ['a code that nobody knows', { safety_net: 'maybe' }, 'unknown-value', 'safety_net'],
    ['a code with a meaning in the language', { safety_net: 'constructor' }, 'unknown-value', 'safety_net'],
    ['a message number that is none', { sequence: 'last' }, 'wrong-type', 'sequence'],
    ['a function', { note: 'x', end_reason: () => 'recovered' }, 'wrong-type', 'end_reason'],
  ])('%s', (_, cells, code, column) => {
    const { spells: found, issues } = beside({ employment: 'e', ...GOOD, ...cells })
    expect(found).toEqual(spells)
    expect(issues).toEqual([[code, [1, column], [2]]])
  })

  it('keys that could change how objects work are reported, and change nothing', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const row: unknown = JSON.parse(
        `{ "employment": "e", "report": "1", "first_day": "2026-09-01", "${key}": { "polluted": "yes" } }`,
      )
      expect(beside(row).issues).toEqual([['forbidden-key', [1], [2]]])
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('a column that is nested is never looked up in a prototype', () => {
    const inherited = Object.create({ startDate: '2020-01-01' }) as object
    const { snapshots } = mapAbsence([{ employmentId: 'e', id: '1', progress: inherited }], 'loket', {
      asOf: '2026-11-22',
      complete: true,
    })
    expect(snapshots[0]?.absence?.spells).toEqual([])
  })
})

describe('rows by the thousand', () => {
  it('under one key are not one working life', () => {
    const rows = Array.from({ length: 5_001 }, (_, index) => ({ report: String(index), first_day: '2026-09-01' }))
    const mapped = imported(rows)
    expect(mapped.codes).toEqual(['too-large'])
    expect(mapped.spells).toBe('unknown')
  })

  it('of as many people take a moment', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) => ({ employment: `e${index}`, ...GOOD }))
    const { snapshots } = mapAbsence(rows, 'generic-csv', { asOf: '2026-11-22', complete: true })
    expect(snapshots).toHaveLength(2_000)
  })
})

describe('what is wrong with the call', () => {
  const thrown = (call: () => unknown): readonly [string, string][] => {
    try {
      call()
    } catch (error) {
      if (error instanceof TriageError) return error.issues.map(({ code, path }) => [code, path.join('.')])
      throw error
    }
    return []
  }

  it('is thrown, with every code and place', () => {
    const call = (rows: unknown, profile: unknown, options?: unknown) =>
      thrown(() => mapAbsence(rows as [], profile as 'sivi', options as { asOf: string }))
    expect(call('rows', 'sivi', undefined)).toEqual([
      ['wrong-type', 'rows'],
      ['missing-key', 'options.asOf'],
    ])
    expect(call([], 'afass', { asOf: '2026-11-22' })).toEqual([['unknown-value', 'profile']])
    expect(call([], {}, { asOf: '2026-11-22' })[0]?.[0]).toBe('invalid-document')
    const wrong = {
      asOf: '2026-02-30',
      historyFrom: 5,
      key: 'secret',
      complete: 'yes',
      endMeans: 'later',
      locale: 'fr',
      more: 1,
    }
    expect(call([], 'sivi', wrong)).toEqual([
      ['unknown-option', 'options.more'],
      ['invalid-date', 'options.asOf'],
      ['invalid-date', 'options.historyFrom'],
      ['wrong-type', 'options.key'],
      ['wrong-type', 'options.complete'],
      ['unknown-value', 'options.endMeans'],
      ['unknown-value', 'options.locale'],
    ])
    expect(call([], 'sivi', { asOf: '2026-11-22', historyFrom: '2026-11-23', key: new Uint8Array(15) })).toEqual([
      ['date-after-as-of', 'options.historyFrom'],
      ['out-of-range', 'options.key'],
    ])
    expect(call([], 'sivi', { asOf: '1899-12-31' })).toEqual([['invalid-date', 'options.asOf']])
    expect(call([], 'sivi', { asOf: '2026-11-22', historyFrom: '2026-11-22', key: new Uint8Array(16) })).toEqual([])
  })

  it('a profile that does not fit the rows is told by the columns that are missing', () => {
    const { report } = mapAbsence([{ EmId: '1' }], 'generic-csv', { asOf: '2026-11-22', locale: 'en' })
    expect(report.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['missing-key', 0, 'employment'],
      ['missing-column', 'employment'],
      ['missing-column', 'first_day'],
    ])
  })
})

describe('the issues of an import', () => {
  it.each(IMPORT_ISSUE_CODES)('%s has a sentence with one next step, in Dutch and in English', (code) => {
    expect(Object.keys(ISSUE_CODES)).toContain(code)
    for (const locale of ['nl', 'en'] as const)
      expect(importIssue(code, [1], 'column', locale).message).toMatch(/^[a-z].{10,}: [a-z].+[^.]$/)
    expect(importIssue(code, [1], 'column', 'nl').message).not.toBe(importIssue(code, [1], 'column', 'en').message)
  })
})
