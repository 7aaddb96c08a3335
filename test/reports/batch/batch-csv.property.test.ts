import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSnapshot, shippedRuleSet } from '../../../src/index'
import type { CsvForm } from '../../../src/reports/batch/batch-settings'
import { readCases } from '../../../src/reports/batch/csv-case'
import { columnsOf, readHeader } from '../../../src/reports/batch/csv-columns'
import { snapshotArbitrary } from '../../support/arbitrary-snapshot'
import { rowOf } from '../../support/snapshot-csv'

const SEED = { seed: 4, endOnFailure: true } as const
const COLUMNS = columnsOf(shippedRuleSet())

const headerOf = (text: string) => readHeader(text, shippedRuleSet(), 'en')
function formOf(header: string): CsvForm {
  const read = headerOf(header)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.form
}
const codesOf = (header: string) => {
  const read = headerOf(header)
  return read.ok ? [] : read.issues.map(({ code, path, nearest }) => [code, path.join('.'), nearest])
}

/** What a cell makes of one fact, in a case that is otherwise empty. */
function factIn(id: string, cell: string): unknown {
  const [read] = readCases([`2026-11-22\t${cell}`], formOf(`asOf\t${id}`), 'en')
  if (!read?.ok) return read?.issues.map(({ code, path }) => `${code}@${path.join('.')}`)
  const [section = '', key = ''] = id.split('.')
  return (read.value as Record<string, Record<string, unknown>>)[section]?.[key]
}

describe('the header', () => {
  it('may name every fact, in any order, with any of the separators', () => {
    const ids = COLUMNS.map(({ id }) => id)
    expect(ids).toContain('health.criticalLimitations')
    expect(ids).not.toContain('absence.spells.notCounted')
    for (const delimiter of [',', ';', '\t']) {
      const form = formOf(['asOf', ...ids.filter((id) => id !== 'asOf').reverse()].join(delimiter))
      expect(form.delimiter).toBe(delimiter)
      expect(form.columns).toHaveLength(ids.length)
    }
    expect(formOf('\uFEFF"asOf"; "caseId" ').columns.map(({ id }) => id)).toEqual(['asOf', 'caseId'])
    expect(formOf('asOf').columns).toHaveLength(1)
  })

  it.each([
    ['asOf,own_work', [['unknown-key', 'own_work', 'returnToWork.ownWork']]],
    [
      'asOf,employment.regim,',
      [
        ['unknown-key', 'employment.regim', 'employment.regime'],
        ['unknown-key', '(key)', undefined],
      ],
    ],
    ['asOf,employment', [['unknown-key', 'employment', undefined]]],
    ['asOf,absence.spells.notCounted', [['unknown-key', 'absence.spells.notCounted', 'absence.spells']]],
    ['asOf,Naam van de persoon', [['unknown-key', '(key)', undefined]]],
    ['caseId,absence.spells', [['missing-key', 'asOf', undefined]]],
    ['asOf,caseId,caseId', [['duplicate-key', 'caseId', undefined]]],
  ])('%s is refused', (header, issues) => {
    expect(codesOf(header)).toEqual(issues)
  })

  it('that is absent is told without a word of the case in its place', () => {
    for (const text of ['2026-11-22,worsening,Jansen', '', 'worsening', '{"asOf":"2026-11-22"}']) {
      const read = headerOf(text)
      expect(read).toMatchObject({ ok: false, issues: [{ code: 'not-csv', path: [] }] })
      expect(JSON.stringify(read)).not.toMatch(/worsening|Jansen/)
    }
  })
})

describe('a cell', () => {
  it.each<[string, string, unknown]>([
    ['employment.olderWorker', 'true', true],
    ['employment.olderWorker', 'FALSE', false],
    ['employment.olderWorker', 'unknown', 'unknown'],
    ['employment.olderWorker', 'ja', 'ja'],
    ['employment.olderWorker', '  ', undefined],
    ['employment.regime', ' employee ', 'employee'],
    ['absence.workedShare', '50', 50],
    ['absence.workedShare', '12.5', 12.5],
    ['absence.workedShare', '1e1', '1e1'],
    ['absence.workedShare', '0x10', '0x10'],
    ['absence.therapeuticWorkSince', 'none', 'none'],
    ['absence.spells', 'none', []],
    ['absence.spells', 'unknown:refused', 'unknown:refused'],
    ['absence.spells', '2026-06-01/', [{ firstDay: '2026-06-01' }]],
    [
      'absence.spells',
      '2026-01-05 / 2026-02-01 !notCounted=unknown; 2026-06-01/!notCounted=false',
      [
        { firstDay: '2026-01-05', recoveredOn: '2026-02-01', notCounted: 'unknown' },
        { firstDay: '2026-06-01', notCounted: false },
      ],
    ],
    ['absence.spells', '2026-06-01/!pregnant=true', [{ firstDay: '2026-06-01', pregnant: 'true' }]],
    [
      'absence.leaves',
      '2026-03-01/2026-06-20!oneCase=yes',
      [{ from: '2026-03-01', until: '2026-06-20', oneCase: 'yes' }],
    ],
    ['absence.leaves', '2026-03-01/', [{ from: '2026-03-01' }]],
    [
      'process.services',
      'light-advice@2026-03-01; x@y',
      [
        { service: 'light-advice', on: '2026-03-01' },
        { service: 'x', on: 'y' },
      ],
    ],
    ['process.capacityDocument', 'FML@2026-03-01', { type: 'FML', on: '2026-03-01' }],
    ['process.capacityDocument', 'none', 'none'],
    ['health.criticalLimitations', '1.1; 1.9.1', ['1.1', '1.9.1']],
    ['health.criticalLimitations', 'none', []],
    ['health.criticalLimitations', 'unknown', 'unknown'],
  ])('%s: %s', (id, cell, value) => {
    expect(factIn(id, cell)).toEqual(value)
  })

  it.each([
    ['absence.spells', '2026-06-01'],
    ['absence.spells', '2026-06-01/2026-06-02/2026-06-03'],
    ['absence.spells', '2026-06-01/;'],
    ['absence.spells', '2026-06-01/!firstDay=2026-05-01'],
    ['absence.spells', '2026-06-01/!notCounted=true!notCounted=false'],
    ['absence.spells', '2026-06-01/!notCounted'],
    ['absence.leaves', 'secret'],
    ['process.services', 'light-advice'],
    ['process.capacityDocument', 'FML@2026-03-01@x'],
  ])('%s: %s has not the form of its fact', (id, cell) => {
    expect(factIn(id, cell)).toEqual([`wrong-type@${id}`])
  })

  it('cannot reach the prototype of an object', () => {
    const [read] = readCases(['2026-11-22,2026-06-01/!__proto__=x'], formOf('asOf,absence.spells'), 'en')
    const parsed = parseSnapshot(read?.ok ? read.value : undefined)
    expect(parsed).toMatchObject({ ok: false, issues: [{ code: 'forbidden-key' }] })
  })
})

describe('lines', () => {
  const form = formOf('asOf,caseId,health.course')
  const codes = (lines: readonly string[]) =>
    readCases(lines, form, 'en').map((read) => (read.ok ? 'read' : read.issues[0]?.code))

  it('whose quotes do not pair, or with another number of cells, spoil no other line', () => {
    const lines = [
      '2026-11-22,"a,stable',
      '2026-11-22,"b",stable',
      '2026-11-22,c',
      '"2026-11-22",d,"sta""ble"',
      '',
      'x,y,z,"',
    ]
    expect(codes(lines)).toEqual(['not-csv', 'read', 'not-csv', 'read', 'not-csv', 'not-csv'])
    const told = JSON.stringify(readCases(['2026-11-22,"a,worsening'], form, 'en'))
    expect(told).not.toContain('worsening')
  })

  it('say the same as JSON does, for any snapshot', () => {
    const delimiters = fc.constantFrom(',', ';', '\t')
    fc.assert(
      fc.property(fc.array(snapshotArbitrary(), { minLength: 1, maxLength: 3 }), delimiters, (snapshots, delimiter) => {
        const read = readCases(
          snapshots.map((snapshot) => rowOf(snapshot, COLUMNS, delimiter)),
          { format: 'csv', delimiter, columns: COLUMNS },
          'en',
        )
        expect(read).toEqual(snapshots.map((snapshot) => ({ ok: true, value: JSON.parse(JSON.stringify(snapshot)) })))
      }),
      { ...SEED, numRuns: 200 },
    )
  })

  it('of any text are read or refused, one for one', () => {
    const text = fc.string({
      unit: fc.constantFrom('"', ',', ';', '/', '!', '=', '@', ' ', '\r', '2026-11-22', 'é'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (lines) => {
        const read = readCases(lines, formOf('asOf,absence.spells,process.services'), 'nl')
        expect(read).toHaveLength(lines.length)
        for (const one of read) if (one.ok) parseSnapshot(one.value)
      }),
      { ...SEED, numRuns: 1000 },
    )
  })
})
