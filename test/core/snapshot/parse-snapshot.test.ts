import { describe, expect, it } from 'vitest'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'

const asOf = '2026-07-31'
const issuesOf = (input: unknown) => {
  const parsed = checkSnapshot(input, { locale: 'en' })
  return parsed.ok ? [] : parsed.issues
}
/** Code and path of each issue. */
const told = (input: unknown) => issuesOf(input).map((issue) => `${issue.code} ${issue.path.join('.')}`)

const FULL = {
  asOf,
  caseId: 'case_17',
  employment: { regime: 'employee', functionVariety: 'unknown', contractEndsOn: 'none', olderWorker: false },
  absence: {
    spells: [{ firstDay: '2026-06-01', recoveredOn: '2026-06-10', notCounted: 'unknown' }, { firstDay: '2026-06-15' }],
    leaves: [{ from: '2026-08-10', until: '2026-11-29', oneCase: 'unknown' }],
    workedShare: 12.5,
  },
  health: { course: 'unknown', criticalLimitations: ['1.1', '5.3'] },
  process: {
    capacityDocument: { type: 'FML', on: '2026-07-01' },
    services: [{ service: 'file-check', on: '2026-07-02' }],
  },
}

describe('a good snapshot', () => {
  it('comes back as it was given, with its keys in the order of the vocabulary', () => {
    const reversed = Object.fromEntries(Object.entries(FULL).reverse())
    const parsed = checkSnapshot(reversed)
    expect(parsed).toStrictEqual({ ok: true, snapshot: FULL })
    expect(JSON.stringify(parsed)).toBe(JSON.stringify({ ok: true, snapshot: FULL }))
  })

  it('is a frozen copy, down to the last list', () => {
    const parsed = checkSnapshot(FULL)
    const snapshot = parsed.ok ? parsed.snapshot : undefined
    const parts = [snapshot, snapshot?.absence, snapshot?.absence?.spells, snapshot?.process?.services?.[0]]
    for (const part of parts) expect(part && Object.isFrozen(part)).toBe(true)
    expect(Object.isFrozen(FULL)).toBe(false)
  })

  it('may leave out everything but the day, and may say unknown to every fact', () => {
    expect(checkSnapshot({ asOf, health: {}, absence: undefined }).ok).toBe(true)
    for (const id of BASE_FACTS.keys()) {
      const [section = '', name = '', flag] = id.split('.')
      if (flag === undefined) expect(told({ asOf, [section]: { [name]: 'unknown' } })).toEqual([])
    }
  })
})

describe('what is wrong is told by a stable code at its own path', () => {
  it.each<[string, object | null, string[]]>([
    ['no day', {}, ['missing-key asOf']],
    ['no object', [], ['wrong-type ']],
    ['nothing', null, ['wrong-type ']],
    ['a section that is no object', { asOf, health: 'x' }, ['wrong-type health']],
    ['null for a fact', { asOf, conflict: { status: null } }, ['wrong-type conflict.status']],
    ['a text for a boolean', { asOf, signals: { tasksDropped: 'yes' } }, ['wrong-type signals.tasksDropped']],
    ['a number for a choice', { asOf, taskLoad: { lifting: 2 } }, ['wrong-type taskLoad.lifting']],
    ['a word outside the list', { asOf, taskLoad: { lifting: 'heavy' } }, ['unknown-value taskLoad.lifting']],
    [
      'a word outside, in a list',
      { asOf, health: { criticalLimitations: ['1.1', '1.4'] } },
      ['unknown-value health.criticalLimitations.1'],
    ],
    [
      'unknown in a list',
      { asOf, health: { criticalLimitations: ['unknown'] } },
      ['unknown-value health.criticalLimitations.0'],
    ],
    ['a text for a list', { asOf, absence: { spells: 'none' } }, ['wrong-type absence.spells']],
    [
      'a bad day in a list',
      { asOf, absence: { spells: [{ firstDay: '2026-7-1' }] } },
      ['invalid-date absence.spells.0.firstDay'],
    ],
    ['an item that is no object', { asOf, absence: { spells: [asOf] } }, ['wrong-type absence.spells.0']],
    ['an item without its day', { asOf, absence: { spells: [{}] } }, ['missing-key absence.spells.0.firstDay']],
    ['a moment for a day', { asOf: '2026-07-31T00:00:00Z' }, ['invalid-date asOf']],
    ['a day in another century', { asOf: '1026-07-31' }, ['out-of-range asOf']],
    ['a number for a day', { asOf: 20260731 }, ['wrong-type asOf']],
    ['a share below zero', { asOf, absence: { workedShare: -1 } }, ['out-of-range absence.workedShare']],
    [
      'a document on a bad day',
      { asOf, process: { capacityDocument: { type: 'FML', on: '2026-02-30' } } },
      ['invalid-date process.capacityDocument.on'],
    ],
    [
      'a document of another type',
      { asOf, process: { capacityDocument: { type: 'xyz' } } },
      ['unknown-value process.capacityDocument.type', 'missing-key process.capacityDocument.on'],
    ],
    [
      'a service that is no id',
      { asOf, process: { services: [{ service: 'File check', on: asOf }] } },
      ['unknown-value process.services.0.service'],
    ],
    ['a case id that is a number', { asOf, caseId: 17 }, ['wrong-type caseId']],
  ])('%s', (_name, input, issues) => {
    expect(told(input)).toEqual(issues)
  })

  it('all at once, in the order of the vocabulary, unknown keys last', () => {
    const input = {
      zz: 1,
      aa: 1,
      signals: { tasksDropped: 3 },
      absence: { spells: [{ firstDay: '2026-09-01' }, { firstDay: 'x', y: 1 }], workedShare: 200 },
      employment: { olderWorker: 'x', regiem: 1 },
      asOf,
    }
    expect(told(input)).toEqual([
      'wrong-type employment.olderWorker',
      'unknown-key employment.regiem',
      'date-after-as-of absence.spells.0.firstDay',
      'invalid-date absence.spells.1.firstDay',
      'unknown-key absence.spells.1.y',
      'out-of-range absence.workedShare',
      'wrong-type signals.tasksDropped',
      'unknown-key aa',
      'unknown-key zz',
    ])
  })
})
