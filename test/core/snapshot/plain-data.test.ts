import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyPlainData, MAX_DEPTH, MAX_NODES, MAX_TEXT_LENGTH } from '../../../src/core/snapshot/plain-data'

const codesOf = (value: unknown) => {
  const copied = copyPlainData(value)
  return copied.ok ? [] : copied.issues.map((issue) => [issue.code, issue.path.join('.')])
}

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 ? { a: value } : [value]
  return value
}

const circle: Record<string, unknown> = {}
circle.self = { back: circle }
const throwing = (): never => {
  throw new Error('trap')
}
const revoked = Proxy.revocable({}, {})
revoked.revoke()

class Person {
  name = 'x'
}
class Names extends Array<string> {}

describe('what is not plain data is refused', () => {
  it.each<[string, unknown, string]>([
    ['a function', { a: () => 1 }, 'a'],
    ['a symbol', { a: Symbol('x') }, 'a'],
    ['a symbol as key', { [Symbol('x')]: 1 }, '(key)'],
    ['a bigint', [1n], '0'],
    ['NaN', { a: Number.NaN }, 'a'],
    ['Infinity', { a: Number.POSITIVE_INFINITY }, 'a'],
    ['undefined', undefined, ''],
    ['undefined in a list', [undefined], '0'],
    ['a list with a hole', { a: new Array(3) }, 'a'],
    ['a list with a field', Object.assign([1], { extra: 1 }), ''],
    ['a list of a class', Names.from(['x']), ''],
    ['a class instance', { a: new Person() }, 'a'],
    ['a Map', new Map(), ''],
    ['a Date', new Date(0), ''],
    ['a boxed number', Object(1), ''],
    ['an inherited fact', Object.create({ asOf: '2026-07-31' }), ''],
    ['an object on a bare one', Object.create(Object.create(null)), ''],
    ['a circle', circle, 'self.back'],
    ['a getter that throws', Object.defineProperty({}, 'a', { enumerable: true, get: throwing }), 'a'],
    ['a setter', { set a(_value: unknown) {} }, 'a'],
    ['a proxy whose keys throw', new Proxy({}, { ownKeys: throwing }), ''],
    ['a proxy whose prototype throws', [new Proxy({}, { getPrototypeOf: throwing })], '0'],
    ['a proxy whose properties throw', new Proxy([1], { getOwnPropertyDescriptor: throwing }), ''],
    ['a revoked proxy', { a: revoked.proxy }, 'a'],
  ])('%s', (_name, value, path) => {
    expect(codesOf(value)).toEqual([['not-plain-data', path]])
  })

  it.each(['__proto__', 'constructor', 'prototype'])('the key %s', (key) => {
    expect(codesOf(JSON.parse(`{ "a": [{ "${key}": { "b": 1 } }] }`))).toEqual([['forbidden-key', `a.0.${key}`]])
  })

  it('half of a surrogate pair, in a text and in a key', () => {
    expect(codesOf({ a: 'x\ud800', '\udc00': 1, b: '\ud83d\ude00' })).toEqual([
      ['malformed-text', 'a'],
      ['malformed-text', '(key)'],
    ])
  })

  it('a getter is not called', () => {
    let called = false
    copyPlainData({
      get a() {
        called = true
        return 1
      },
    })
    expect(called).toBe(false)
  })
})

describe('limits', () => {
  it('the deepest nesting that is copied, and one level more', () => {
    expect(codesOf(nested(MAX_DEPTH))).toEqual([])
    expect(codesOf(nested(MAX_DEPTH + 1))).toMatchObject([['too-deep', expect.any(String)]])
  })

  it('a million levels', () => {
    expect(codesOf(nested(1_000_000))).toMatchObject([['too-deep', expect.any(String)]])
  })

  it('the most values that are copied, and one more', () => {
    expect(codesOf(new Array(MAX_NODES - 1).fill(0))).toEqual([])
    expect(codesOf(new Array(MAX_NODES).fill(0))).toEqual([['too-large', '']])
  })

  it('the longest text that is copied, and one character more', () => {
    expect(codesOf('x'.repeat(MAX_TEXT_LENGTH))).toEqual([])
    expect(codesOf('x'.repeat(MAX_TEXT_LENGTH + 1))).toEqual([['too-large', '']])
    expect(codesOf({ ['k'.repeat(MAX_TEXT_LENGTH / 2)]: 'x'.repeat(MAX_TEXT_LENGTH / 2 + 1) })).toEqual([
      ['too-large', ''],
    ])
  })

  it('a list that claims four thousand million places', () => {
    expect(codesOf(new Array(2 ** 32 - 1))).toEqual([['too-large', '']])
  })

  it('a proxy that unfolds without end', () => {
    const unfold = (): unknown =>
      new Proxy(
        {},
        {
          ownKeys: () => ['a', 'b', 'c'],
          getOwnPropertyDescriptor: () => ({ value: unfold(), enumerable: true, configurable: true }),
        },
      )
    expect(codesOf(unfold())).toEqual([['too-large', '']])
  })
})

describe('what is copied', () => {
  it.each<[string, unknown, unknown]>([
    ['an absent value', { a: undefined, b: null }, { b: null }],
    ['an object without prototype', Object.assign(Object.create(null), { a: [1] }), { a: [1] }],
    ['what another realm made', runInNewContext('({ a: [{ b: 1 }] })'), { a: [{ b: 1 }] }],
    ['a hidden property', Object.defineProperty({ a: 1 }, 'b', { value: 2 }), { a: 1 }],
    ['a proxy that behaves', new Proxy({ a: 1 }, {}), { a: 1 }],
  ])('%s', (_name, value, copy) => {
    expect(copyPlainData(value)).toStrictEqual({ ok: true, value: copy })
  })

  it('one object in two places is copied twice', () => {
    const shared = { a: 1 }
    const copied = copyPlainData([shared, shared]) as { value: object[] }
    expect(copied.value).toEqual([shared, shared])
    expect(copied.value[0]).not.toBe(copied.value[1])
  })

  it('any JSON value is copied as it is, or refused for a forbidden key or a broken text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const copied = copyPlainData(value)
        if (copied.ok) expect(JSON.stringify(copied.value)).toBe(JSON.stringify(value))
        else for (const { code } of copied.issues) expect(['forbidden-key', 'malformed-text']).toContain(code)
      }),
    )
  })
})
