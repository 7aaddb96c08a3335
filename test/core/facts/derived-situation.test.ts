import { describe, expect, it } from 'vitest'
import { openCase } from '../../../src/core/case/case'
import { type Value, valuesOf } from '../../../src/core/diagram/diagram'
import { groundFor } from '../../../src/core/evaluate/ground'
import { deriveFacts } from '../../../src/core/facts/derive-facts'
import { resolveOptions } from '../../../src/core/options'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'

const settings = resolveOptions({ audience: 'full' })
if ('issues' in settings) throw new Error('the options are refused')
const { ruleSet, policy } = settings

/** The values that a fact can have for a snapshot on 14 September 2026. */
function valuesIn(id: string, snapshot: Omit<Snapshot, 'asOf'>): readonly Value[] {
  const facts = deriveFacts(openCase({ asOf: '2026-09-14', ...snapshot } as Snapshot), groundFor(ruleSet, policy))
  return [...new Set(valuesOf(facts.fact(id)))].sort()
}
const ill = (firstDay: string, recoveredOn?: string) => ({ firstDay, ...(recoveredOn ? { recoveredOn } : {}) })
const absent = (firstDay: string) => ({ spells: [ill(firstDay)], leaves: [] })

describe('long spells of illness', () => {
  const count = (absence: Snapshot['absence']) => valuesIn('absence.longSpellsInWindow', { absence })

  it('counts those of at least six weeks that started within two years', () => {
    expect(count({ spells: [ill('2025-01-06', '2025-02-17'), ill('2026-06-01', '2026-07-13')], leaves: [] })).toEqual([
      2,
    ])
    expect(count({ spells: [ill('2025-01-06', '2025-02-16'), ill('2026-06-01', '2026-07-13')], leaves: [] })).toEqual([
      1,
    ])
    expect(count({ spells: [ill('2024-09-13', '2024-12-01'), ill('2026-06-01')], leaves: [] })).toEqual([1])
  })

  it('takes one that goes on until it has lasted six weeks', () => {
    expect(count({ spells: [ill('2026-08-03')], leaves: [] })).toEqual([1])
    expect(count({ spells: [ill('2026-08-04')], leaves: [] })).toEqual([0])
  })

  it('takes a relapse, and illness that goes on after a leave, as the same spell', () => {
    expect(count({ spells: [ill('2026-01-05', '2026-03-02'), ill('2026-03-29', '2026-06-01')], leaves: [] })).toEqual([
      1,
    ])
    expect(count({ spells: [ill('2026-01-05', '2026-03-02'), ill('2026-03-30', '2026-06-01')], leaves: [] })).toEqual([
      2,
    ])
    const leave = { from: '2026-01-12', until: '2026-05-03' }
    expect(count({ spells: [ill('2025-08-04', '2026-01-12'), ill('2026-05-04')], leaves: [leave] })).toEqual([1])
  })

  it('leaves out what does not count, and is open where nobody knows whether it does', () => {
    const long = ill('2025-01-06', '2025-03-03')
    const second = ill('2026-06-01', '2026-08-01')
    expect(count({ spells: [long, { ...second, notCounted: true }], leaves: [] })).toEqual([1])
    expect(count({ spells: [long, { ...second, notCounted: 'unknown' }], leaves: [] })).toEqual([1, 2])
    expect(count({ spells: 'unknown' })).toContain(2)
  })

  it('is open where earlier ones may not be listed', () => {
    expect(count({ spells: [ill('2026-06-01', '2026-08-01')], spellsFrom: '2026-01-01', leaves: [] })).toEqual([
      1, 2, 3,
    ])
    expect(count({ spells: [ill('2026-06-01', '2026-08-01')], spellsFrom: '2024-01-01', leaves: [] })).toEqual([1])
  })
})

describe('a plan that is late', () => {
  const late = (snapshot: Omit<Snapshot, 'asOf'>) =>
    valuesIn('process.planLate', { employment: { regime: 'employee' }, ...snapshot })

  it('is so from two weeks after the analysis on', () => {
    const absence = absent('2026-08-03')
    expect(
      late({ absence, process: { problemAnalysisOn: '2026-08-31', actionPlanOn: 'none', deviationMotivated: false } }),
    ).toEqual([false])
    expect(
      late({ absence, process: { problemAnalysisOn: '2026-08-30', actionPlanOn: 'none', deviationMotivated: false } }),
    ).toEqual([true])
    expect(
      late({
        absence,
        process: { problemAnalysisOn: '2026-08-30', actionPlanOn: '2026-09-10', deviationMotivated: false },
      }),
    ).toEqual([false])
    expect(
      late({ absence, process: { problemAnalysisOn: '2026-08-30', actionPlanOn: 'none', deviationMotivated: true } }),
    ).toEqual([false])
  })

  it('is so from week 8 on without an analysis', () => {
    const process = { problemAnalysisOn: 'none', actionPlanOn: 'none', deviationMotivated: false } as const
    expect(late({ absence: absent('2026-07-20'), process })).toEqual([false])
    expect(late({ absence: absent('2026-07-19'), process })).toEqual([true])
  })

  it('is open where nobody said whether there is one', () => {
    expect(late({ absence: absent('2026-06-01'), process: { deviationMotivated: false } })).toEqual([false, true])
  })
})

describe('medical advice in this absence', () => {
  const given = (medicalAdviceOn: string) =>
    valuesIn('process.medicalAdviceInCase', { absence: absent('2026-08-24'), process: { medicalAdviceOn } })

  it('is advice of the first day or later', () => {
    expect(given('2026-08-24')).toEqual([true])
    expect(given('2026-08-23')).toEqual([false])
    expect(given('none')).toEqual([false])
    expect(given('unknown')).toEqual([false, true])
  })
})

describe('wages that were prolonged', () => {
  it('are so until the day given', () => {
    const prolonged = (wagesUntil: string) =>
      valuesIn('employment.wagesProlonged', { employment: { regime: 'employee', wagesUntil } })
    expect(prolonged('2026-09-14')).toEqual([true])
    expect(prolonged('2026-09-13')).toEqual([false])
    expect(prolonged('none')).toEqual([false])
  })
})

describe('the period of continued wages', () => {
  const over = (firstDay: string, wagesUntil?: string) =>
    valuesIn('process.wagesOver', {
      absence: absent(firstDay),
      employment: { regime: 'employee', ...(wagesUntil ? { wagesUntil } : {}) },
    })

  it('lasts two years, and as long after that as it was prolonged', () => {
    expect(over('2024-09-17')).toEqual([false])
    expect(over('2024-09-16', 'none')).toEqual([true])
    expect(over('2024-06-03', '2026-12-01')).toEqual([false])
    expect(over('2024-06-03', '2026-09-13')).toEqual([true])
  })

  it('is open after two years where nobody said, and over after the longest case', () => {
    expect(over('2024-06-03')).toEqual([false, true])
    expect(over('2023-09-18')).toEqual([true])
  })
})

describe('somebody without an employer', () => {
  it('has no wages to prolong', () => {
    const employment = { regime: 'safety-net-uwv', wagesUntil: '2027-01-01' } as const
    expect(valuesIn('process.wagesOver', { employment, absence: absent('2024-06-03') })).toEqual([true])
    expect(valuesIn('employment.wagesProlonged', { employment })).toEqual([false])
  })
})

describe('agreement of the employee', () => {
  const agrees = (snapshot: Omit<Snapshot, 'asOf'>) => valuesIn('process.employeeAgrees', snapshot)

  it('is what the employee said', () => {
    expect(agrees({ process: { employeeWilling: true } })).toEqual([true])
    expect(agrees({ process: { employeeWilling: false }, signals: { employeeAsks: true } })).toEqual([false])
  })

  it('is there for somebody who asked for it', () => {
    expect(agrees({ signals: { employeeAsks: true } })).toEqual([true])
    expect(agrees({ signals: { employeeAsks: false } })).toEqual([false, true])
    expect(agrees({})).toEqual([false, true])
  })
})

describe('a physician who asks to wait', () => {
  it('does so before that day only, and where nothing was released there is no wait', () => {
    expect(valuesIn('physician.asksToWait', { physician: { waitUntil: '2026-09-15' } })).toEqual([true])
    expect(valuesIn('physician.asksToWait', { physician: { waitUntil: '2026-09-14' } })).toEqual([false])
    expect(valuesIn('physician.asksToWait', {})).toEqual([false])
  })
})

describe('capacity that a judgement can stand on', () => {
  const ready = (process: Snapshot['process']) => valuesIn('process.capacityReady', { process })

  it('is there after a medical advice trajectory, for as long as a description is current', () => {
    const none = { capacityDocument: 'none', medicalAdviceOn: 'none' } as const
    const trajectory = (on: string, state?: 'requested') => [
      { service: 'medical-advice-trajectory', on, ...(state ? { state } : {}) },
    ]
    expect(ready({ ...none, services: trajectory('2026-03-14') })).toEqual([true])
    expect(ready({ ...none, services: trajectory('2026-03-13') })).toEqual([false])
    expect(ready({ ...none, services: trajectory('2026-08-14', 'requested') })).toEqual([false])
    expect(ready(none)).toEqual([false])
  })
})
