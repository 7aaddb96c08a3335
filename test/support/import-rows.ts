import { type AbsenceProfile, absenceProfile, type ImportOptions, mapAbsence } from '../../src/index'

type Row = Readonly<Record<string, unknown>>
type Changes = Partial<AbsenceProfile>

/** Rows of one employment, `e`, mapped with the generic profile as a whole export, looked at on 22 November 2026. */
export function imported(rows: readonly Row[], options: Partial<ImportOptions> = {}, changes: Changes = {}) {
  const given = rows.map((row) => ({ employment: 'e', ...row }))
  const mapped = mapAbsence(
    given,
    { ...absenceProfile('generic-csv'), ...changes },
    { asOf: '2026-11-22', complete: true, locale: 'en', ...options },
  )
  const { snapshots, report } = mapped
  return {
    ...mapped,
    only: snapshots[0],
    spells: snapshots[0]?.absence?.spells,
    codes: report.issues.map(({ code }) => code),
    changes: report.changes.map(({ code }) => code),
  }
}

/** Rows as another source has them. */
export function importedAs(
  name: Parameters<typeof absenceProfile>[0],
  rows: readonly unknown[],
  options: Partial<ImportOptions> = {},
) {
  return mapAbsence(rows, name, { asOf: '2026-11-22', complete: true, locale: 'en', ...options })
}

/** A message of the SIVI standard. */
export function siviRow(cells: Readonly<Record<string, string>>, contract: Readonly<Record<string, string>> = {}): Row {
  const known = {
    VrwrkCd: '01',
    VrzmgvlId: 'g',
    VrzmgvlVnrMld: '1',
    EndVrzmJN: 'N',
    DatEerstVrzmdg: '2026-09-01',
    IngdatMutVrzm: '2026-09-01',
    PrcVrzm: '100.00',
    VngntJN: 'N',
    ...cells,
  }
  return {
    'Wrkgvr.IdWrkgvrArbdnst': 'w',
    'Wrknmr.IdWrknmr': 'p',
    'Dnstvbnd.IdDnstvbnd': 'd',
    ...contract,
    ...Object.fromEntries(Object.entries(known).map(([name, value]) => [`Vrzm.${name}`, value])),
  }
}
