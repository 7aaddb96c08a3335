import { describe, expect, it } from 'vitest'
import { xmlRows } from '../../../src/cli/import/file-rows'
import { absenceProfile } from '../../../src/index'

const profile = absenceProfile('sivi')
const rowsOf = (xml: string) => xmlRows(xml, profile, 'en')
const codesOf = (xml: string) => {
  const read = rowsOf(xml)
  return read.issues.map(({ code }) => code)
}

const message = (inside: string, contract = '') =>
  `<?xml version="1.0"?><m:V xmlns:m="urn:x"><m:Wrkgvr><m:Wrknmr><m:Dnstvbnd>${contract}<m:Vrzm>${inside}</m:Vrzm></m:Dnstvbnd></m:Wrknmr></m:Wrkgvr></m:V>`

describe('a message', () => {
  it('has a row for each report, with what stands above it, whatever the prefix and wherever it stands', () => {
    const parts =
      '<Dnstvbnd><Enddat>2026-12-31</Enddat><Vrzm><PrcVrzm>50.00</PrcVrzm></Vrzm><Vrzm><PrcVrzm>0.00</PrcVrzm></Vrzm><IdDnstvbnd>d</IdDnstvbnd></Dnstvbnd>'
    expect(rowsOf(`<V><Wrkgvr>${parts}</Wrkgvr></V>`)).toEqual({
      ok: true,
      rows: [
        { 'Dnstvbnd.Enddat': '2026-12-31', 'Dnstvbnd.IdDnstvbnd': 'd', 'Vrzm.PrcVrzm': '50.00' },
        { 'Dnstvbnd.Enddat': '2026-12-31', 'Dnstvbnd.IdDnstvbnd': 'd', 'Vrzm.PrcVrzm': '0.00' },
      ],
      issues: [],
    })
  })

  it('keeps no text and nothing about a person: only that it was there', () => {
    const read = rowsOf(
      message(
        '<m:VrTkst><m:VrijeTekst>over iemand</m:VrijeTekst></m:VrTkst><m:OorzkVrzmCd>10</m:OorzkVrzmCd><m:Cntprsn><m:Achternaam>x</m:Achternaam></m:Cntprsn>',
      ),
    )
    expect(read).toMatchObject({ rows: [{ 'Vrzm.VrTkst.VrijeTekst': 'filled', 'Vrzm.OorzkVrzmCd': 'filled' }] })
    expect(JSON.stringify(read)).not.toMatch(/iemand|Achternaam/)
  })

  it('of a kind with the same names elsewhere is not confused by them', () => {
    const read = rowsOf(
      message('<m:PrcVrzm>1</m:PrcVrzm>', '<m:Arbeidsrelatie><m:Enddat>2020-01-01</m:Enddat></m:Arbeidsrelatie>'),
    )
    expect(read).toMatchObject({ rows: [{ 'Vrzm.PrcVrzm': '1' }] })
  })

  it('reads the five entities and marked sections, and no other', () => {
    const value = (inside: string) => rowsOf(message(`<m:VrzmgvlId>${inside}</m:VrzmgvlId>`))
    expect(value('a&amp;&#66;<![CDATA[<c>]]>')).toMatchObject({ rows: [{ 'Vrzm.VrzmgvlId': 'a&B<c>' }] })
    expect(value('&other;')).toMatchObject({ rows: [{ 'Vrzm.VrzmgvlId': '&other;' }] })
  })

  it('with an element twice keeps the first, and reports it with the row', () => {
    const read = rowsOf(message('<m:PrcVrzm>50.00</m:PrcVrzm><m:PrcVrzm>10.00</m:PrcVrzm>'))
    expect(read).toMatchObject({ ok: true, rows: [{ 'Vrzm.PrcVrzm': '50.00' }] })
    expect(read.issues).toMatchObject([{ code: 'duplicate-key', path: [0, 'Vrzm.PrcVrzm'], rows: [1] }])
  })
})

describe('hostile XML is refused, at once and without a word of it', () => {
  const bomb = `<!DOCTYPE V [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.replaceAll(/./g, (name) => `<!ENTITY ${name} "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">`)}]>`
  it.each<[string, string, string]>([
    ['an entity bomb', `${bomb}<V>&j;</V>`, 'forbidden-markup'],
    ['an external entity', '<!DOCTYPE V [<!ENTITY x SYSTEM "file:///etc/passwd">]><V>&x;</V>', 'forbidden-markup'],
    ['an external document type', '<!DOCTYPE V SYSTEM "http://localhost/x.dtd"><V/>', 'forbidden-markup'],
    ['an entity inside', '<V><!ENTITY x "y"></V>', 'forbidden-markup'],
    ['10,000 levels', '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 'too-deep'],
    ['a million levels', '<a>'.repeat(1_000_000), 'too-deep'],
    ['nothing', '', 'not-xml'],
    ['JSON', '{"asOf":"2026-11-22"}', 'not-xml'],
    ['a message that is cut off', message('<m:PrcVrzm>50').slice(0, -20), 'not-xml'],
    ['elements that cross', '<V><a></V></a>', 'not-xml'],
    ['two messages', '<V></V><V></V>', 'not-xml'],
    ['text outside', '<V></V>text', 'not-xml'],
    ['a comment that does not end', '<V><!-- </V>', 'not-xml'],
    ['half a tag', '<V><', 'not-xml'],
    ['a nul', '\0', 'not-xml'],
  ])('%s', (_, xml, code) => {
    const read = rowsOf(xml)
    expect(read.ok).toBe(false)
    expect(codesOf(xml)).toEqual([code])
    expect(JSON.stringify(read)).not.toMatch(/passwd|localhost|asOf/)
  })

  it('64 levels are read, 65 are not', () => {
    const levels = (count: number) => '<a>'.repeat(count) + '</a>'.repeat(count)
    expect(rowsOf(levels(64)).ok).toBe(true)
    expect(codesOf(levels(65))).toEqual(['too-deep'])
  })

  it('elements named as what an object has change nothing', () => {
    const read = rowsOf(
      message(
        '<m:__proto__><m:polluted>1</m:polluted></m:__proto__><m:constructor>1</m:constructor><m:PrcVrzm>1</m:PrcVrzm>',
      ),
    )
    expect(read).toMatchObject({ rows: [{ 'Vrzm.PrcVrzm': '1' }] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('half a character written as a number is left to the mapper, which reports it', () => {
    expect(rowsOf(message('<m:VrzmgvlId>&#xD800;</m:VrzmgvlId>')).ok).toBe(true)
  })
})
