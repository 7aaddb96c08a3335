import { describe, expect, it } from 'vitest'
import { createTriage, type EndMeans } from '../../../src/index'
import { imported } from '../../support/import-rows'

/** Ill since 1 May, better about 1 September, ill again since 29 September. */
const twoSpells = (end: string, endMeans: EndMeans) =>
  imported(
    [
      { report: '1', first_day: '2026-05-01', recovered_on: end },
      { report: '2', first_day: '2026-09-29' },
    ],
    { endMeans },
  )

const firstDay = (end: string, endMeans: EndMeans): string | undefined => {
  const { only } = twoSpells(end, endMeans)
  return only && createTriage({ audience: 'full' })(only).calendar?.effectiveFirstDay
}

describe('one day decides whether two spells are one case', () => {
  it('28 days apart they are two, 27 days apart they are one', () => {
    expect(firstDay('2026-09-01', 'first-day-fit')).toBe('2026-09-29')
    expect(firstDay('2026-09-02', 'first-day-fit')).toBe('2026-05-28')
  })

  it('an end that is the last day ill is one day earlier', () => {
    expect(twoSpells('2026-08-31', 'last-day-ill').spells).toEqual(twoSpells('2026-09-01', 'first-day-fit').spells)
    expect(firstDay('2026-08-31', 'last-day-ill')).toBe('2026-09-29')
    expect(firstDay('2026-09-01', 'last-day-ill')).toBe('2026-05-28')
  })
})

/** What is certain when nothing before the later spell may be used: from its own first day, or the list is unknown. */
const isLeftOpen = ({ only, spells }: ReturnType<typeof imported>, from: string): boolean => {
  const since = (only?.absence as { spellsFrom?: string } | undefined)?.spellsFrom
  return spells === 'unknown' || (since === from && JSON.stringify(spells) === JSON.stringify([{ firstDay: from }]))
}

describe('an end whose meaning is not certain', () => {
  it.each<[EndMeans, string, string, boolean]>([
    // A Monday may stand for the Saturday before it. Ill again on 28 September: 28 days after 31 August.
    ['first-working-day', '2026-08-31', '2026-09-26', true],
    ['first-working-day', '2026-08-31', '2026-09-27', true],
    ['first-working-day', '2026-08-31', '2026-09-28', false],
    ['first-working-day', '2026-08-31', '2026-09-25', false],
    // A Tuesday has no weekend before it.
    ['first-working-day', '2026-09-01', '2026-09-28', false],
    ['first-working-day', '2026-09-01', '2026-09-29', false],
    // Not told: it may be the last day ill as well, one day later.
    ['unstated', '2026-09-01', '2026-09-29', true],
    ['unstated', '2026-09-01', '2026-09-28', false],
    ['unstated', '2026-09-01', '2026-09-30', false],
    ['unstated', '2026-08-31', '2026-09-26', true],
    ['unstated', '2026-08-31', '2026-09-28', true],
    ['unstated', '2026-08-31', '2026-09-29', false],
    ['unstated', '2026-08-31', '2026-09-25', false],
    ['first-day-fit', '2026-08-31', '2026-09-27', false],
    ['last-day-ill', '2026-08-31', '2026-09-28', false],
  ])('%s: better on %s, ill again on %s: open is %s', (endMeans, end, again, isOpen) => {
    const mapped = imported(
      [
        { report: '1', first_day: '2026-05-01', recovered_on: end },
        { report: '2', first_day: again },
      ],
      { endMeans },
    )
    expect(mapped.codes).toEqual(isOpen ? ['end-date-ambiguous'] : [])
    expect(isLeftOpen(mapped, again)).toBe(isOpen)
    expect(mapped.report.issues.every(({ rows }) => rows.join() === '1,2')).toBe(true)
  })

  it('is told in the report as presumed, where it was not told by the source', () => {
    expect(twoSpells('2026-07-01', 'unstated').report.presumed).toHaveLength(1)
    expect(twoSpells('2026-07-01', 'first-working-day').report.presumed).toHaveLength(1)
    expect(twoSpells('2026-07-01', 'first-day-fit').report.presumed).toEqual([])
    expect(twoSpells('2026-07-01', 'last-day-ill').report.presumed).toEqual([])
  })
})

describe('an end near the day on which the case is looked at', () => {
  it.each<[EndMeans, string, string | undefined]>([
    ['first-day-fit', '2026-11-22', '2026-11-22'],
    ['first-day-fit', '2026-11-23', undefined],
    ['last-day-ill', '2026-11-21', '2026-11-22'],
    ['last-day-ill', '2026-11-22', undefined],
  ])('%s on %s: recovered on %s', (endMeans, end, recoveredOn) => {
    const mapped = imported([{ report: '1', first_day: '2026-11-02', recovered_on: end }], { endMeans })
    expect(mapped.spells).toEqual([{ firstDay: '2026-11-02', ...(recoveredOn && { recoveredOn }) }])
    expect(mapped.changes).toEqual(recoveredOn ? [] : ['recovery-in-future'])
  })

  it('a report that is still to begin is passed over', () => {
    const mapped = imported([{ report: '1', first_day: '2026-11-23' }])
    expect(mapped.spells).toEqual([])
    expect(mapped.changes).toEqual(['report-in-future'])
    expect(imported([{ report: '1', first_day: '2026-11-22' }]).spells).toEqual([{ firstDay: '2026-11-22' }])
  })
})

describe('an end that is wrong', () => {
  it('before the first day leaves the end unknown, and keeps the case', () => {
    const mapped = imported([{ report: '1', first_day: '2026-05-02', recovered_on: '2026-05-01' }])
    expect(mapped.spells).toBe('unknown')
    expect(mapped.codes).toEqual(['spell-ends-before-start'])
    // The day itself is a report withdrawn.
    const withdrawn = imported([{ report: '1', first_day: '2026-05-02', recovered_on: '2026-05-02' }])
    expect(withdrawn.codes).toEqual([])
  })

  it('that is no day leaves nothing certain before the next report, and that one as it is', () => {
    const mapped = imported([
      { report: '1', first_day: '2026-05-01', recovered_on: '2026-02-30' },
      { report: '2', first_day: '2026-09-29' },
    ])
    expect(mapped.codes).toEqual(['invalid-date', 'end-without-day'])
    expect(isLeftOpen(mapped, '2026-09-29')).toBe(true)
  })
})
