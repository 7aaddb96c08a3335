import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../src/core/snapshot/parse-json'
import { MAX_DEPTH, MAX_TEXT_LENGTH } from '../../../src/core/snapshot/plain-data'

const issuesOf = (text: string) => {
  const parsed = parseJson(text, { locale: 'en' })
  return parsed.ok ? [] : parsed.issues
}

describe('text that is JSON', () => {
  it.each<[string, string, unknown]>([
    ['an object', '{"a":[1,true,null,"x"]}', { a: [1, true, null, 'x'] }],
    ['a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['brackets in a text', `{"a":"${'['.repeat(50)}"}`, { a: '['.repeat(50) }],
    ['an escaped quote in a text', '["\\"[[[[[[[[[[[[[[[[["]', ['"[[[[[[[[[[[[[[[[[']],
    ['the same key in two objects', '[{"a":1},{"a":{"a":2}}]', [{ a: 1 }, { a: { a: 2 } }]],
    ['the deepest nesting', `${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`, expect.any(Array)],
    ['the longest text', ' '.repeat(MAX_TEXT_LENGTH - 1).concat('1'), 1],
  ])('%s', (_name, text, value) => {
    expect(parseJson(text)).toEqual({ ok: true, value })
  })

  it('is parsed as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
      }),
    )
  })
})

describe('text that is not JSON is refused at its line and column', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'line 1, column 1'],
    ['a word', 'depressie', 'line 1, column 1'],
    ['a trailing comma', '{\n  "a": 1,\n}', 'line 3, column 1'],
    ['a comment', '{ // why\n}', 'line 1, column 3'],
    ['a text that runs on', '{"a":\r\n "geheim\n}', 'line 2, column 2'],
    ['a second value', '{}\n\n {}', 'line 3, column 2'],
    ['an end too soon', '{"a":[1', 'line 1, column 8'],
    ['a second byte order mark', '\uFEFF\uFEFF{}', 'line 1, column 1'],
  ])('%s', (_name, text, place) => {
    const issues = issuesOf(text)
    expect(issues.map((issue) => issue.code)).toEqual(['not-json'])
    expect(issues[0]?.message).toContain(`${place}:`)
  })

  it('and never quoted', () => {
    expect(JSON.stringify(issuesOf('{"a": "geheim", depressie}'))).not.toMatch(/geheim|depressie/)
  })
})

describe('text that costs too much to parse', () => {
  it.each<[string, string, string]>([
    ['one character too long', ' '.repeat(MAX_TEXT_LENGTH).concat('1'), 'too-large'],
    ['one level too deep', `${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}`, 'too-deep'],
    ['half a million brackets', '[{"a":'.repeat(160_000), 'too-deep'],
    ['brackets after a quote in a comment', `/*"*/${'['.repeat(900_000)}`, 'not-json'],
    ['brackets after a text that runs on', `"\n${'['.repeat(900_000)}`, 'too-deep'],
  ])('%s', (_name, text, code) => {
    expect(issuesOf(text).map((issue) => issue.code)).toEqual([code])
  })
})

describe('a key that is given twice', () => {
  it.each<[string, string, (string | number)[][]]>([
    ['at the top', '{"a":1,"a":1}', [['a']]],
    ['three times, told once', '{"a":1,"a":2,"a":3}', [['a']]],
    ['inside a list', '{"a":[{},{"b":1,"c":{},"b":2}]}', [['a', 1, 'b']]],
    ['after an object with the same key', '{"a":{"b":1},"b":1,"a":1}', [['a']]],
    ['written otherwise', '{"a":1,"\\u0061":2}', [['a']]],
    ['two keys', '{"a":1,"a":1,"b":{"c":1,"c":1}}', [['a'], ['b', 'c']]],
    ['a prototype', '{"__proto__":1,"__proto__":2}', [['__proto__']]],
    ['a key that may be text about a person', '{"is ziek":1,"is ziek":2}', [['(key)']]],
  ])('%s', (_name, text, paths) => {
    const issues = issuesOf(text)
    expect(issues.map((issue) => issue.path)).toEqual(paths)
    for (const issue of issues) expect(issue.code).toBe('duplicate-key')
  })
})

it('what is no text at all is refused', () => {
  for (const value of [undefined, null, 5, {}, new Uint8Array(3)])
    expect(parseJson(value as string)).toMatchObject({ ok: false, issues: [{ code: 'wrong-type', path: [] }] })
})
