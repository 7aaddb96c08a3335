import { describe, expect, it } from 'vitest'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { checkSnapshot } from '../../../src/core/snapshot/check-snapshot'

const asOf = '2026-07-31'
const facts = [...BASE_FACTS.values()]
const medical = facts.filter((fact) => fact.tier === 'medical').map((fact) => fact.id)
const employer = facts.filter((fact) => fact.tier === 'employer').map((fact) => fact.id)

/** A snapshot with one value, wherever the fact is: flags of list items get an item around them. */
function holding(id: string, value: unknown): unknown {
  const [section = '', name = '', flag] = id.split('.')
  const item = { from: asOf, until: asOf, firstDay: asOf }
  return { asOf, [section]: { [name]: flag === undefined ? value : [{ ...item, [flag]: value }] } }
}

/** Everything that is told of an input, in both languages. */
function told(input: unknown): string {
  const results = (['nl', 'en'] as const).map((locale) => checkSnapshot(input, { locale }))
  for (const result of results) expect(result.ok).toBe(false)
  return JSON.stringify(results)
}

describe('a medical value is never told', () => {
  it.each(medical)('%s', (id) => {
    for (const wrong of [
      'GEHEIM',
      'GEHEIM en meer',
      ['GEHEIM'],
      { GEHEIM: 'GEHEIM' },
      { x: ['GEHEIM'] },
      [['GEHEIM']],
    ]) {
      expect(told(holding(id, wrong))).not.toContain('GEHEIM')
    }
    for (const number of [73219, 0.73219]) expect(told(holding(id, number))).not.toContain('73219')
  })

  it('nor its length, nor the word that it is near to', () => {
    const [near, far] = ['worsenign', 'xx'].map((course) => told({ asOf, health: { course } }))
    expect(near).toBe(far)
  })

  it('nor in a list of what was raised that is no list, or holds something else', () => {
    for (const raised of ['GEHEIM', ['GEHEIM'], [['GEHEIM']], [{ id: 'GEHEIM', on: 'GEHEIM' }]])
      expect(told({ asOf, health: { raised } })).not.toContain('GEHEIM')
  })

  it('nor in a section that is no section', () => {
    for (const section of ['health', 'causes']) expect(told({ asOf, [section]: 'GEHEIM' })).not.toContain('GEHEIM')
  })
})

describe('free text is never told', () => {
  it.each(employer)('in %s', (id) => {
    for (const text of ['meldt GEHEIM', 'GEHEIM\n', 'GEHEIM,x', `GEHEIM${'x'.repeat(40)}`])
      expect(told(holding(id, text))).not.toContain('GEHEIM')
  })

  it('in a key, in an unknown key, in a case id, in place of a snapshot', () => {
    expect(told({ asOf, 'meldt GEHEIM': 1, health: { 'GEHEIM!': { a: 1 } } })).not.toContain('GEHEIM')
    expect(told({ asOf, diagnosis: 'GEHEIM', health: { note: 'GEHEIM' } })).not.toContain('GEHEIM')
    expect(told({ asOf, caseId: 'GEHEIM.GEHEIM' })).not.toContain('GEHEIM')
    expect(told('GEHEIM')).not.toContain('GEHEIM')
    expect(told({ asOf: 'GEHEIM is ziek' })).not.toContain('GEHEIM')
  })

  it('in what is not plain data', () => {
    expect(told({ asOf, health: { course: () => 'GEHEIM' }, note: 'GEHEIM' })).not.toContain('GEHEIM')
    expect(told({ asOf, health: { course: 'GEHEIM\ud800' } })).not.toContain('GEHEIM')
  })
})

it('a short, machine-like value of an employer-tier fact is told', () => {
  const quoted = ['regime', 'functionVariety'].map((name) => told({ asOf, employment: { [name]: 'X-1:2.3_4+5' } }))
  for (const text of quoted) expect(text).toContain('X-1:2.3_4+5')
})
