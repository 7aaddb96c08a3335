import { describe, expect, it } from 'vitest'
import { type BaseCases, extendSnapshot, parseFixture } from '../../../src/authoring/testing/parse-fixture'

const BASE = {
  note: 'A case to stand on, with two answers.',
  snapshot: { asOf: '2026-09-14', absence: { spells: [{ firstDay: '2026-08-15' }], workedShare: 0 } },
}
const bases =
  (base: unknown = BASE): BaseCases =>
  (name) =>
    name === 'base/absent' ? { file: 'base/absent.json', text: JSON.stringify(base) } : undefined

const fixture = (differences: object) =>
  JSON.stringify({ note: 'A case that stands on another.', expect: { complete: false }, ...differences })

const parse = (differences: object, base?: unknown) => parseFixture('a.json', fixture(differences), bases(base))

describe('extendSnapshot', () => {
  it('merges key by key, takes out what is null, and puts all else in place of what was there', () => {
    const base = { a: { b: 1, c: { d: 2, e: 3 }, f: [1, 2] }, g: 4 }
    const merged = extendSnapshot(base, { a: { b: null, c: { e: 5 }, f: [3] }, h: { i: 6 } })
    expect(merged).toEqual({ a: { c: { d: 2, e: 5 }, f: [3] }, g: 4, h: { i: 6 } })
    expect(base).toEqual({ a: { b: 1, c: { d: 2, e: 3 }, f: [1, 2] }, g: 4 })
  })

  it('puts an object in the place of a text, and the other way round', () => {
    expect(extendSnapshot({ a: 'none', b: { c: 1 } }, { a: { c: 1 }, b: 'none' })).toEqual({ a: { c: 1 }, b: 'none' })
  })
})

describe('parseFixture', () => {
  it('reads a fixture as the whole of its base and its differences', () => {
    const read = parse({ extends: 'base/absent', snapshot: { absence: { workedShare: null, leaves: [] } } })
    expect(read).toMatchObject({
      value: { snapshot: { asOf: '2026-09-14', absence: { spells: [{ firstDay: '2026-08-15' }], leaves: [] } } },
    })
    expect('value' in read && read.value.snapshot.absence).not.toHaveProperty('workedShare')
  })

  it('reads a fixture that differs in nothing', () => {
    expect(parse({ extends: 'base/absent' })).toMatchObject({ value: { snapshot: BASE.snapshot } })
  })

  it.each([
    ['a base that is not there', parse({ extends: 'base/other' }), 'a.json', 'missing-file'],
    ['a name that is none', parse({ extends: 5 }), 'a.json', 'invalid-document'],
    [
      'a base without a day',
      parse({ extends: 'base/absent' }, { ...BASE, snapshot: {} }),
      'base/absent.json',
      'missing-key',
    ],
    ['a day taken out', parse({ extends: 'base/absent', snapshot: { asOf: null } }), 'a.json', 'missing-key'],
  ])('refuses %s', (_, read, file, code) => {
    expect('issues' in read && read.issues[0]).toMatchObject({ file, code })
  })
})
