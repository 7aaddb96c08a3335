import { describe, expect, it } from 'vitest'
import { imported, importedAs, siviRow } from '../../support/import-rows'

const sivi = (PrcVrzm: string, more: Record<string, string> = {}) => importedAs('sivi', [siviRow({ PrcVrzm, ...more })])
const sivShare = (PrcVrzm: string, more?: Record<string, string>) =>
  sivi(PrcVrzm, more).snapshots[0]?.absence?.workedShare

describe('which way a percentage runs', () => {
  it.each([
    ['0.00', 100],
    ['0.01', 99.99],
    ['37.50', 62.5],
    ['99.99', 0.01],
    ['100.00', 0],
    ['-0.01', 'unknown'],
    ['100.01', 'unknown'],
    ['abc', 'unknown'],
    ['999999999999999999999', 'unknown'],
  ])('SIVI counts absence: %s is %s worked', (PrcVrzm, share) => {
    expect(sivShare(PrcVrzm)).toBe(share)
    expect(sivi(PrcVrzm).report.issues).toHaveLength(share === 'unknown' ? 1 : 0)
    expect(sivi(PrcVrzm).snapshots[0]?.absence?.spells).toEqual([{ firstDay: '2026-09-01' }])
  })

  it.each([
    [0, 0],
    [0.5, 'unknown'],
    [99, 'unknown'],
    [100, 'unknown'],
  ])('AFAS counts presence, which may be therapeutic: %s present is %s worked', (PsPc, share) => {
    const [snapshot] = importedAs('afas', [
      { EmId: '1', GUID: 'a', ViIt: 'S', DaBe: '2026-09-01', DaTi: '2026-09-01', PsPc },
    ]).snapshots
    expect(snapshot?.absence?.workedShare).toBe(share)
    expect(snapshot?.absence?.spells).toEqual([{ firstDay: '2026-09-01' }])
  })

  it.each([
    [0, 0, [{ firstDay: '2026-09-01' }]],
    [99, 'unknown', [{ firstDay: '2026-09-01' }]],
    [100, undefined, [{ firstDay: '2026-09-01', recoveredOn: '2026-10-01' }]],
  ])('Visma counts recovery: %s recovered is %s worked, and only 100 is over', (recoveryPercentage, share, spells) => {
    const dossier = { id: '1', employment: { id: 'e' } }
    const { snapshots } = importedAs('visma-verzuim', [
      { ...dossier, absenceCourses: { dateStart: '2026-09-01', dateEnd: '2026-10-01', recoveryPercentage: 0 } },
      { ...dossier, absenceCourses: { dateStart: '2026-10-01', recoveryPercentage } },
    ])
    expect(snapshots[0]?.absence?.workedShare).toBe(share)
    expect(snapshots[0]?.absence?.spells).toEqual(spells)
  })

  it.each([
    [
      'loket',
      { employmentId: 'e', id: '1', progress: { startDate: '2026-09-01', currentIncapacityPercentage: 100 } },
      0,
    ],
    [
      'loket',
      { employmentId: 'e', id: '1', progress: { startDate: '2026-09-01', currentIncapacityPercentage: 1 } },
      'unknown',
    ],
    [
      'exact',
      {
        Employee: 'e',
        ID: '1',
        AbsenceRegistrationTransactions: { StartDate: '2026-09-01', Status: 0, PercentageDisablement: 100 },
      },
      0,
    ],
    [
      'exact',
      {
        Employee: 'e',
        ID: '1',
        AbsenceRegistrationTransactions: { StartDate: '2026-09-01', Status: 0, PercentageDisablement: 50 },
      },
      'unknown',
    ],
  ] as const)('%s counts incapacity, of which only all of it tells the hours', (name, row, share) => {
    expect(importedAs(name, [row]).snapshots[0]?.absence?.workedShare).toBe(share)
  })

  it('is not asked where the column is absent or empty', () => {
    expect(imported([{ report: '1', first_day: '2026-09-01' }]).only?.absence).not.toHaveProperty('workedShare')
    expect(
      imported([{ report: '1', first_day: '2026-09-01', absent_percentage: ' ' }]).only?.absence,
    ).not.toHaveProperty('workedShare')
  })
})

describe('a recovery in part', () => {
  it('never closes a report, whatever the percentage', () => {
    expect(sivi('0.00').snapshots[0]?.absence?.spells).toEqual([{ firstDay: '2026-09-01' }])
    const row = { report: '1', first_day: '2026-09-01', recovered_on: '2026-10-05', end_reason: 'not-recovered' }
    expect(imported([row])).toMatchObject({ spells: [{ firstDay: '2026-09-01' }], changes: ['partial-recovery'] })
    expect(imported([{ ...row, end_reason: 'recovered' }]).spells).toEqual([
      { firstDay: '2026-09-01', recoveredOn: '2026-10-05' },
    ])
  })
})

describe('therapeutic work', () => {
  const run = (...shares: readonly [day: string, therapeutic: string][]) =>
    importedAs(
      'sivi',
      shares.map(([IngdatMutVrzm, PrcArbther], index) =>
        siviRow({ IngdatMutVrzm, PrcArbther, PrcVrzm: '50.00', VrzmgvlVnrMld: String(index + 1) }),
      ),
    ).snapshots[0]?.absence

  it('began on the first day of the run that has not been broken since', () => {
    expect(run(['2026-09-01', '0'], ['2026-09-15', '20.00'], ['2026-10-01', '40.00'])?.therapeuticWorkSince).toBe(
      '2026-09-15',
    )
    expect(run(['2026-09-01', '20'], ['2026-09-15', '0.00'], ['2026-10-01', '0.01'])?.therapeuticWorkSince).toBe(
      '2026-10-01',
    )
    expect(run(['2026-09-01', '20'], ['2026-09-15', '0.00'])?.therapeuticWorkSince).toBe('none')
    expect(run(['2026-09-01', '20'], ['2026-09-15', '200'])?.therapeuticWorkSince).toBe('unknown')
  })

  it('leaves the worked share unknown', () => {
    expect(run(['2026-09-01', '0.00'])?.workedShare).toBe(50)
    expect(run(['2026-09-01', '0.01'])?.workedShare).toBe('unknown')
  })

  it('that is still to begin does not count yet', () => {
    expect(run(['2026-09-01', '0'], ['2026-11-22', '20'])?.therapeuticWorkSince).toBe('2026-11-22')
    expect(run(['2026-09-01', '0'], ['2026-11-23', '20'])?.therapeuticWorkSince).toBe('none')
  })
})

describe('an expected recovery', () => {
  it.each([
    ['2026-11-21', undefined],
    ['2026-11-22', 'within-4-weeks'],
    ['2026-12-20', 'within-4-weeks'],
    ['2026-12-21', 'within-3-months'],
    ['2027-02-22', 'within-3-months'],
    ['2027-02-23', 'later'],
  ])('on %s: %s', (DatVrwHrstl, expected) => {
    expect(sivi('100.00', { DatVrwHrstl }).snapshots[0]?.absence?.expectedReturn).toBe(expected)
  })
})
