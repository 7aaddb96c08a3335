import { describe, expect, it } from 'vitest'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'

/** Every case below plays in July 2026, and asOf is the 20th. */
const day = (number: string) => `2026-07-${number}`

/** `03/05 08/`: two pairs of days, the second without an end. */
const pairs = (text: string) => (text === '' ? [] : text.split(' ').map((pair) => pair.split('/') as [string, string]))

function told(spells: string, leaves = '', asOf = day('20')): string {
  const absence = {
    spells: pairs(spells).map(([from, to]) => ({ firstDay: day(from), ...(to && { recoveredOn: day(to) }) })),
    leaves: pairs(leaves).map(([from, to]) => ({ from: day(from), until: day(to) })),
  }
  const parsed = checkSnapshot({ asOf, absence })
  return parsed.ok ? '' : parsed.issues.map((issue) => `${issue.code} ${issue.path.slice(2).join('.')}`).join(', ')
}

describe('spells', () => {
  it.each<[string, string, string]>([
    ['none', '', ''],
    ['recovered on the first day', '03/03', ''],
    ['recovered a day before', '03/02', 'spell-ends-before-start 0.recoveredOn'],
    ['on asOf', '20/', ''],
    ['a day after asOf', '21/', 'date-after-as-of 0.firstDay'],
    ['recovered on asOf', '03/20', ''],
    ['recovered a day after asOf', '03/21', 'date-after-as-of 0.recoveredOn'],
    ['touching', '03/05 05/07', ''],
    ['a day of overlap', '03/05 04/07', 'spells-overlap 1'],
    ['a day of overlap, the other way round', '04/07 03/05', 'spells-overlap 0'],
    ['two in one', '03/09 05/06 08/10', 'spells-overlap 1, spells-overlap 2'],
    ['the same first day', '03/05 03/07', 'spells-overlap 1'],
    ['the same first day, one withdrawn', '03/07 03/03', ''],
    ['a withdrawn one inside another', '03/07 05/05', 'spells-overlap 1'],
    ['a withdrawn one where another ends', '03/07 07/07', ''],
    ['open, after a closed one', '07/ 03/07', ''],
    ['open, before a closed one', '03/ 07/09', 'spells-overlap 1'],
    ['two open', '07/ 03/', 'two-open-spells 0'],
    ['three open', '07/ 03/ 03/', 'two-open-spells 0, two-open-spells 2'],
    ['one that ends before it starts overlaps nothing', '03/09 06/05', 'spell-ends-before-start 1.recoveredOn'],
  ])('%s', (_name, spells, issues) => {
    expect(told(spells)).toBe(issues)
  })
})

describe('leaves', () => {
  it.each<[string, string, string, string]>([
    ['of one day', '', '03/03', ''],
    ['ended a day before', '', '03/02', 'leave-ends-before-start 0.until'],
    ['in the future', '', '25/28', ''],
    ['on two days after each other', '', '05/06 03/04', ''],
    ['on the same day', '', '04/06 03/04', 'leaves-overlap 0'],
    ['from the day of recovery', '03/05', '05/08', ''],
    ['from the day before recovery', '03/05', '04/08', 'leave-overlaps-spell 0'],
    ['until the day before a spell', '09/11', '05/08', ''],
    ['until the first day of a spell', '08/11', '05/08', ''],
    ['until the second day of a spell', '07/11', '05/08', 'leave-overlaps-spell 0'],
    ['around a withdrawn spell', '06/06', '05/08', ''],
    ['around a spell', '06/07', '05/08', 'leave-overlaps-spell 0'],
    ['until the first day of the open spell', '08/', '05/08', ''],
    ['from asOf, in the open spell', '08/', '20/28', 'leave-overlaps-spell 0'],
    ['from the day after asOf, in the open spell', '08/', '21/28', ''],
    ['in two spells, told once', '06/07 03/05', '04/08', 'leave-overlaps-spell 0'],
    ['between two spells', '03/05 09/', '05/09', ''],
    ['in the second of three spells', '03/05 07/09 11/', '08/10 05/06', 'leave-overlaps-spell 0'],
    ['two in one spell', '03/19', '10/11 05/06', 'leave-overlaps-spell 0, leave-overlaps-spell 1'],
  ])('%s', (_name, spells, leaves, issues) => {
    expect(told(spells, leaves)).toBe(issues)
  })

  it('the message says what to do', () => {
    const absence = { spells: [{ firstDay: day('01') }], leaves: [{ from: day('10'), until: day('12') }] }
    expect(checkSnapshot({ asOf: day('20'), absence }, { locale: 'en' })).toMatchObject({
      issues: [
        { message: expect.stringMatching(/: end that spell on the first day of leave and start a new one after it$/) },
      ],
    })
  })
})

describe('with other things wrong', () => {
  it('asOf cannot be read: what does not need it is told', () => {
    expect(told('25/ 03/', '04/05', 'soon')).toBe('invalid-date , two-open-spells 0')
  })

  it('one spell cannot be read: the others are compared', () => {
    const spells = [{ firstDay: 'x' }, { firstDay: day('03'), recoveredOn: day('05') }, { firstDay: day('04') }]
    expect(checkSnapshot({ asOf: day('20'), absence: { spells }, extra: 1 })).toMatchObject({
      issues: [{ code: 'invalid-date' }, { code: 'spells-overlap' }, { code: 'unknown-key' }],
    })
  })
})
