import { describe, expect, it } from 'vitest'
import { createTriage } from '../../../src/index'
import { imported, importedAs, siviRow } from '../../support/import-rows'

const regimeOf = (cells: Record<string, string>, contract: Record<string, string> = {}) =>
  importedAs('sivi', [siviRow(cells, contract)]).snapshots[0]?.employment?.regime

describe('a safety net is not a regime', () => {
  it.each([
    ['N', 'employee'],
    ['J', 'employee'],
    ['O', 'unknown'],
  ])('VngntJN %s while the employment runs: %s', (VngntJN, regime) => {
    expect(regimeOf({ VngntJN })).toBe(regime)
    expect(regimeOf({ VngntJN }, { 'Dnstvbnd.Enddat': '2026-11-23' })).toBe(regime)
  })

  it.each([
    ['J', 'safety-net-self-insured'],
    ['N', 'safety-net-uwv'],
    [undefined, 'unknown'],
  ])('once the employment has ended it is the carrier that counts: IndERDZW %s: %s', (carrier, regime) => {
    const contract = { 'Dnstvbnd.Enddat': '2026-11-22', ...(carrier && { 'Wrkgvr.IndERDZW': carrier }) }
    for (const VngntJN of ['J', 'N', 'O']) expect(regimeOf({ VngntJN }, contract)).toBe(regime)
  })

  it('keeps the calendar of the employer, which a safety net would take away', () => {
    const [snapshot] = importedAs('sivi', [siviRow({ VngntJN: 'J' })]).snapshots
    const milestones = snapshot && createTriage({ audience: 'full' })(snapshot).calendar?.milestones
    expect(milestones?.length).toBeGreaterThan(4)
  })

  it('of Visma: pregnancy, childbirth and organ donation leave the employer its duties; leaving ill does not', () => {
    const course = (safetyNet: string, recoveryReason: string | null = null) => [
      {
        id: '1',
        employment: { id: 'e' },
        absenceCourses: {
          dateStart: '2026-09-01',
          dateEnd: recoveryReason && '2026-10-01',
          recoveryPercentage: 0,
          recoveryReason,
          safetyNet,
        },
      },
    ]
    const regime = (safetyNet: string, reason?: string) =>
      importedAs('visma-verzuim', course(safetyNet, reason)).snapshots[0]
    for (const kind of ['sick-due-to-pregnancy', 'sick-due-to-childbirth', 'sick-due-to-organ-donation'])
      expect(regime(kind)?.employment?.regime).toBe('employee')
    for (const kind of ['special-employment', 'disposal', 'not-specified', 'unknown'])
      expect(regime(kind)?.employment?.regime).toBe('unknown')
    const left = regime('sick-due-to-pregnancy', 'ill-out-of-service')
    expect(left?.employment).toEqual({ regime: 'unknown', contractEndsOn: '2026-10-01' })
    expect(left?.absence?.spells).toEqual([{ firstDay: '2026-09-01' }])
  })

  it.each([
    [8, 'employee'],
    [9, 'employee'],
    [10, 'employee'],
    [11, 'unknown'],
    [12, 'unknown'],
    [13, 'unknown'],
    [15, 'unknown'],
  ])('Nmbrs code %s: %s', (Dossier, regime) => {
    const { snapshots, report } = importedAs('nmbrs', [
      { EmployeeId: 1, AbsenceId: 1, Dossier, Start: '2026-09-01', EmploymentEndDate: null },
    ])
    expect(snapshots[0]?.employment?.regime).toBe(regime)
    expect(report.dropped).toEqual([{ kind: 'safety-net-kind', rows: 1 }])
  })

  it('is not asked where neither the safety net nor the end of the employment is told', () => {
    expect(imported([{ report: '1', first_day: '2026-09-01' }]).only?.employment).toBeUndefined()
    expect(
      imported([{ report: '1', first_day: '2026-09-01', contract_ends_on: '', safety_net: '' }]).only?.employment,
    ).toBeUndefined()
  })
})

describe('what is the employee or the physician to tell', () => {
  it('is in no snapshot: no mark for pregnancy, cause, text or no-risk, only a count of rows', () => {
    const row = {
      ...siviRow({ VngntJN: 'J', OorzkVrzmCd: '11', BijzRdnStartVrzmCd: '02', ArbCnflJN: 'J' }),
      'Vrzm.VrTkst.VrijeTekst': 'tekst over iemand',
      'Wrknmr.WrknmrNoriskJN': 'J',
      'Wrknmr.SofiNr': '000000000',
    }
    const { snapshots, report } = importedAs('sivi', [row])
    expect(snapshots).toEqual([
      {
        asOf: '2026-11-22',
        employment: { regime: 'employee' },
        absence: { spells: [{ firstDay: '2026-09-01' }], leaves: [], workedShare: 0 },
      },
    ])
    expect(report.dropped).toEqual([
      { kind: 'cause', rows: 1 },
      { kind: 'free-text', rows: 1 },
      { kind: 'no-risk', rows: 1 },
      { kind: 'person', rows: 1 },
    ])
    expect(report.asks).toEqual([{ fact: 'conflict.status', rows: [1] }])
    expect(JSON.stringify(report)).not.toContain('tekst over iemand')
  })
})
