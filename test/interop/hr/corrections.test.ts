import { describe, expect, it } from 'vitest'
import { imported, importedAs, siviRow } from '../../support/import-rows'

const told = (rows: readonly Readonly<Record<string, string>>[]) => {
  const { snapshots, report } = importedAs(
    'sivi',
    rows.map((cells) => siviRow(cells)),
  )
  return {
    spells: snapshots[0]?.absence?.spells,
    share: snapshots[0]?.absence?.workedShare,
    codes: report.issues.map(({ code }) => code),
    changes: report.changes,
  }
}

const start = { VrwrkCd: '01', VrzmgvlVnrMld: '1' }
const half = { VrwrkCd: '02', VrzmgvlVnrMld: '2', IngdatMutVrzm: '2026-10-01', PrcVrzm: '50.00' }

describe('corrections and deletions come first', () => {
  it('a deletion of the report takes all of it away, and of a later change only that', () => {
    expect(told([start, half, { VrwrkCd: '05', VrzmgvlVnrMld: '3' }])).toEqual({
      spells: [],
      share: undefined,
      codes: [],
      changes: [{ code: 'report-deleted', rows: [1, 2, 3] }],
    })
    expect(told([start, half, { VrwrkCd: '05', VrzmgvlVnrMld: '3', IngdatMutVrzm: '2026-10-01' }])).toEqual({
      spells: [{ firstDay: '2026-09-01' }],
      share: 0,
      codes: [],
      changes: [{ code: 'change-withdrawn', rows: [2, 3] }],
    })
  })

  it('a deletion of what is not there is reported, and takes nothing away', () => {
    const strange = told([start, { VrwrkCd: '05', VrzmgvlVnrMld: '2', IngdatMutVrzm: '2026-10-15' }])
    expect(strange).toMatchObject({ spells: [{ firstDay: '2026-09-01' }], codes: ['unknown-report'], changes: [] })
    const alone = told([{ VrwrkCd: '05' }])
    expect(alone).toMatchObject({ spells: [], codes: ['unknown-report'] })
  })

  it('a correction replaces the change that it names, and moves the first day', () => {
    const corrected = {
      VrwrkCd: '04',
      VrzmgvlVnrMld: '3',
      IngdatMutVrzmOud: '2026-10-01',
      IngdatMutVrzm: '2026-10-08',
      PrcVrzm: '75.00',
    }
    expect(told([start, half, corrected])).toMatchObject({
      share: 25,
      codes: [],
      changes: [{ code: 'row-corrected', rows: [2] }],
    })
    const moved = {
      VrwrkCd: '04',
      VrzmgvlVnrMld: '2',
      DatEerstVrzmdg: '2026-08-31',
      IngdatMutVrzm: '2026-08-31',
      IngdatMutVrzmOud: '2026-09-01',
    }
    expect(told([start, moved])).toMatchObject({ spells: [{ firstDay: '2026-08-31' }], codes: [] })
    const later = { ...half, DatEerstVrzmdg: '2026-08-31' }
    expect(told([start, later]).changes).toEqual([{ code: 'first-day-changed', rows: [1, 2] }])
  })

  it('a correction of what is not there is reported, and counts', () => {
    const corrected = {
      VrwrkCd: '04',
      VrzmgvlVnrMld: '2',
      IngdatMutVrzmOud: '2026-10-02',
      IngdatMutVrzm: '2026-10-08',
      PrcVrzm: '75.00',
    }
    expect(told([start, corrected])).toMatchObject({ share: 25, codes: ['unknown-report'] })
    expect(told([{ ...start, VrwrkCd: '04' }])).toMatchObject({
      spells: [{ firstDay: '2026-09-01' }],
      codes: ['unknown-report'],
    })
  })

  it('the numbers of the messages decide, and not their order', () => {
    const ended = {
      VrwrkCd: '03',
      VrzmgvlVnrMld: '2',
      EndVrzmJN: 'J',
      IngdatMutVrzm: '2026-10-01',
      DatHrstld: '2026-10-01',
      PrcVrzm: '0.00',
    }
    const reopened = { VrwrkCd: '04', VrzmgvlVnrMld: '3', IngdatMutVrzm: '2026-10-01', PrcVrzm: '40.00' }
    expect(told([ended, start]).spells).toEqual([{ firstDay: '2026-09-01', recoveredOn: '2026-10-01' }])
    expect(told([reopened, start, ended])).toMatchObject({ spells: [{ firstDay: '2026-09-01' }], share: 60 })
  })

  it('the same message twice is one, and another of the same number replaces it', () => {
    expect(told([start, start])).toMatchObject({ changes: [{ code: 'duplicate-row', rows: [2] }] })
    expect(told([start, { ...start, PrcVrzm: '30.00' }])).toMatchObject({
      share: 70,
      changes: [{ code: 'row-replaced', rows: [1] }],
    })
  })

  it('a report that got a new name goes on under it, and a circle of names ends', () => {
    const renamed = { ...half, VrzmgvlId: 'h', VrzmgvlIdOud: 'g' }
    expect(told([start, renamed])).toMatchObject({ spells: [{ firstDay: '2026-09-01' }], share: 50, codes: [] })
    const back = { ...half, VrzmgvlVnrMld: '3', VrzmgvlIdOud: 'h', IngdatMutVrzm: '2026-11-02' }
    expect(told([start, renamed, back]).spells).toEqual([{ firstDay: '2026-09-01' }])
  })

  it('a second choice of the end is marked, and an end without a day is that of its change', () => {
    const ended = { VrwrkCd: '03', VrzmgvlVnrMld: '2', EndVrzmJN: 'J', IngdatMutVrzm: '2026-10-05', PrcVrzm: '0.00' }
    expect(told([start, { ...ended, DatHrstldWrkgvr: '2026-10-06' }])).toMatchObject({
      spells: [{ firstDay: '2026-09-01', recoveredOn: '2026-10-06' }],
      changes: [{ code: 'end-of-second-choice', rows: [2] }],
    })
    expect(told([start, ended])).toMatchObject({
      spells: [{ firstDay: '2026-09-01', recoveredOn: '2026-10-05' }],
      changes: [{ code: 'end-from-change', rows: [2] }],
    })
    expect(told([start, { ...ended, IngdatMutVrzm: '2026-09-01' }])).toMatchObject({
      spells: 'unknown',
      codes: ['end-without-day'],
    })
  })

  it('a row that says it is over and not over is reported, and stays open', () => {
    expect(told([start, { ...half, VrwrkCd: '03' }])).toMatchObject({
      spells: [{ firstDay: '2026-09-01' }],
      codes: ['contradictory-row'],
    })
    expect(told([{ ...start, DatHrstld: '2026-10-01' }])).toMatchObject({
      spells: [{ firstDay: '2026-09-01' }],
      codes: ['contradictory-row'],
    })
  })
})

describe('reports that overlap', () => {
  it('the end of the first moves to the start of the second', () => {
    const mapped = imported([
      { report: '1', first_day: '2026-05-01', recovered_on: '2026-06-10' },
      { report: '2', first_day: '2026-06-08', recovered_on: '2026-06-20' },
    ])
    expect(mapped.spells).toEqual([
      { firstDay: '2026-05-01', recoveredOn: '2026-06-08' },
      { firstDay: '2026-06-08', recoveredOn: '2026-06-20' },
    ])
    expect(mapped.codes).toEqual(['spells-overlap'])
    expect(mapped.report.changes).toEqual([{ code: 'end-moved-to-next', rows: [1] }])
  })

  it('two that touch are fine', () => {
    const mapped = imported([
      { report: '1', first_day: '2026-05-01', recovered_on: '2026-06-08' },
      { report: '2', first_day: '2026-06-08' },
    ])
    expect(mapped.codes).toEqual([])
    expect(mapped.spells).toHaveLength(2)
  })

  it('one inside another, or twice the same, is one', () => {
    const inside = imported([
      { report: '1', first_day: '2026-05-01' },
      { report: '2', first_day: '2026-06-08', recovered_on: '2026-06-20' },
    ])
    expect(inside).toMatchObject({
      spells: [{ firstDay: '2026-05-01' }],
      codes: ['spells-overlap'],
      changes: ['report-inside-another'],
    })
    const twice = imported([
      { report: '1', first_day: '2026-05-01', recovered_on: '2026-05-20' },
      { report: '2', first_day: '2026-05-01' },
    ])
    expect(twice.spells).toEqual([{ firstDay: '2026-05-01' }])
  })

  it('of two that are open nothing before the later is certain', () => {
    const mapped = imported([
      { report: '1', first_day: '2019-05-01' },
      { report: '2', first_day: '2026-11-02' },
    ])
    expect(mapped.codes).toEqual(['two-open-spells'])
    const { spells, spellsFrom } = (mapped.only?.absence ?? {}) as { spells?: unknown; spellsFrom?: string }
    expect(
      spells === 'unknown' || (spellsFrom === '2026-11-02' && JSON.stringify(spells) === '[{"firstDay":"2026-11-02"}]'),
    ).toBe(true)
  })
})

describe('several employments', () => {
  it('are cases of their own, each with its own percentage', () => {
    const { snapshots, report } = importedAs(
      'sivi',
      [
        siviRow({ PrcVrzm: '100.00' }),
        siviRow({ PrcVrzm: '50.00', VrzmgvlId: 'h' }, { 'Dnstvbnd.IdDnstvbnd': 'other' }),
      ],
      { key: new Uint8Array(16) },
    )
    expect(snapshots.map(({ absence }) => absence?.workedShare)).toEqual([0, 50])
    expect(report.cases).toEqual([{ rows: [1] }, { rows: [2] }])
    expect(snapshots[0]?.caseId).not.toBe(snapshots[1]?.caseId)
  })
})

describe('an end that is no recovery', () => {
  it('left ill: the report stays open, without an employer', () => {
    const mapped = imported([
      { report: '1', first_day: '2026-05-01', recovered_on: '2026-08-31', end_reason: 'left-ill', self_insured: 'yes' },
    ])
    expect(mapped.only).toMatchObject({
      employment: { regime: 'safety-net-self-insured', contractEndsOn: '2026-08-31' },
      absence: { spells: [{ firstDay: '2026-05-01' }] },
    })
  })

  it('over: no snapshot, and the rows are listed without the reason', () => {
    const mapped = imported([{ report: '1', first_day: '2026-05-01', recovered_on: '2026-08-31', end_reason: 'over' }])
    expect(mapped.snapshots).toEqual([])
    expect(mapped.report.excluded).toEqual([{ code: 'no-case-any-more', rows: [1] }])
  })

  it('that is still to come changes nothing yet', () => {
    const row = { report: '1', first_day: '2026-05-01', safety_net: 'no', self_insured: 'no' }
    for (const [end, regime] of [
      ['2026-11-22', 'safety-net-uwv'],
      ['2026-11-23', 'employee'],
    ] as const)
      expect(imported([{ ...row, recovered_on: end, end_reason: 'left-ill' }]).only?.employment).toEqual({
        regime,
        contractEndsOn: end,
      })
    expect(imported([{ ...row, recovered_on: '2026-11-23', end_reason: 'over' }]).spells).toEqual([
      { firstDay: '2026-05-01' },
    ])
    expect(imported([{ ...row, recovered_on: '2026-11-22', end_reason: 'over' }]).snapshots).toEqual([])
  })

  it('an employment that is over in good health is nobody to advise on', () => {
    const row = { report: '1', first_day: '2026-05-01', recovered_on: '2026-06-01' }
    expect(imported([{ ...row, contract_ends_on: '2026-11-22' }]).report.excluded).toEqual([
      { code: 'employment-over', rows: [1] },
    ])
    expect(imported([{ ...row, contract_ends_on: '2026-11-23' }]).snapshots).toHaveLength(1)
  })
})
