import { describe, expect, it } from 'vitest'
import { csvRows, jsonRows } from '../../../src/cli/import/file-rows'
import { absenceProfile } from '../../../src/index'
import { UNREADABLE_ROW } from '../../../src/interop/hr/read-row'

const read = (text: string) => csvRows(text, absenceProfile('generic-csv'), 'en')
const told = (text: string) =>
  read(text).issues.map(({ code, path, ...rest }) => [code, path, (rest as { rows?: unknown }).rows])

describe('CSV', () => {
  it.each([';', ',', '\t'])('separated by %j, with or without a mark, in any case and order', (delimiter) => {
    const text = [
      ['First_Day', 'Naam', 'employment'],
      ['2026-09-01', 'x', 'e'],
    ]
      .map((cells) => cells.join(delimiter))
      .join('\r\n')
    for (const start of ['', '\uFEFF'])
      expect(read(`${start}${text}\r\n`)).toEqual({
        ok: true,
        rows: [{ first_day: '2026-09-01', employment: 'e' }],
        issues: [],
      })
  })

  it('has cells that run over lines', () => {
    expect(read('employment;note\ne;"over\ntwo lines"\nf;\n')).toMatchObject({
      rows: [{ employment: 'e' }, { employment: 'f' }],
      issues: [],
    })
  })

  it('a quote that does not pair costs its own line', () => {
    const text = 'employment;first_day\ne;2026-09-01\n"f;2026-09-02\ng;2026-09-03\n'
    expect(read(text)).toMatchObject({
      rows: [
        { employment: 'e', first_day: '2026-09-01' },
        UNREADABLE_ROW,
        { employment: 'g', first_day: '2026-09-03' },
      ],
    })
    expect(told(text)).toEqual([['not-csv', [1], [2]]])
  })

  it('a cell too many is not read into the wrong column; a cell too few is empty', () => {
    expect(told('employment;first_day\ne;2026-09-01;x\ne\ne;2026-09-01;\n')).toEqual([['not-csv', [0], [1]]])
  })

  it('a column twice counts once, and is reported', () => {
    const text = 'employment;first_day;First_Day\ne;2026-09-01;2026-09-02\n'
    expect(read(text)).toMatchObject({ rows: [{ employment: 'e', first_day: '2026-09-01' }] })
    expect(told(text)).toEqual([['duplicate-key', ['first_day'], []]])
  })

  it('without a line has no rows; a name of the language is no column', () => {
    expect(read('')).toEqual({ ok: true, rows: [], issues: [] })
    expect(read('__proto__;employment\nx;e\n')).toEqual({ ok: true, rows: [{ employment: 'e' }], issues: [] })
  })
})

describe('JSON', () => {
  const rows = (text: string) => jsonRows(text, absenceProfile('loket'), 'en')
  it('a key that is given twice is reported with its place, and the last counts', () => {
    const found = rows('{"data":[{"id":"1","id":"2","employmentId":"e"}]}')
    expect(found).toMatchObject({
      ok: true,
      rows: [{ id: '2', employmentId: 'e' }],
      issues: [{ code: 'duplicate-key', path: ['data', 0, 'id'], rows: [] }],
    })
  })

  it('lists inside a record are rows of their own', () => {
    expect(
      rows('[{"id":1,"progress":[{"startDate":"a"},{"startDate":"b"}]},{"id":2,"progress":[]},{"id":3}]'),
    ).toMatchObject({
      rows: [{ id: 1, progress: { startDate: 'a' } }, { id: 1, progress: { startDate: 'b' } }, { id: 2 }, { id: 3 }],
    })
  })

  it('that is none, or too deep, is refused with a place', () => {
    expect(rows('{"a":')).toMatchObject({ ok: false, issues: [{ code: 'not-json' }] })
    expect(rows('['.repeat(10_000))).toMatchObject({ ok: false, issues: [{ code: 'too-deep' }] })
    expect(rows('{"__proto__":{"polluted":1},"employmentId":"e"}').ok).toBe(true)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
