import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ISSUE_CODES } from '../../../src/core/issue/issue-codes'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { checkSnapshot, checkSnapshotText } from '../../../src/core/snapshot/check-snapshot'

const RUNS = { numRuns: 1000 }

const days = fc.constantFrom('2026-07-01', '2026-07-02', '2026-07-03', '2026-07-31', '2026-02-30', 'unknown', 'none')
const spell = fc.record({ firstDay: days, recoveredOn: days, extra: fc.jsonValue() }, { requiredKeys: ['firstDay'] })
const leave = fc.record(
  { from: days, until: days, oneCase: fc.constantFrom('yes', 'no', 'x') },
  { requiredKeys: ['from'] },
)
const words = fc.constantFrom(...[...BASE_FACTS.values()].flatMap((fact) => Object.keys(fact.options ?? {})))
const value = fc.oneof(
  days,
  words,
  fc.boolean(),
  fc.integer({ min: -1, max: 101 }),
  fc.array(spell, { maxLength: 4 }),
  fc.array(leave, { maxLength: 4 }),
  fc.array(words, { maxLength: 4 }),
  fc.anything({ withNullPrototype: true }),
)

/** Near to a snapshot: facts in their places and elsewhere, with values that some fact could have. */
const nearly = fc
  .array(fc.tuple(fc.constantFrom(...BASE_FACTS.keys(), 'asOf', 'caseId', 'health.note', 'note'), value), {
    maxLength: 12,
  })
  .map((entries) => {
    const input: Record<string, unknown> = { asOf: '2026-07-31' }
    for (const [id, fact] of entries) {
      const [section = '', name] = id.split('.')
      const inside = typeof input[section] === 'object' ? input[section] : {}
      input[section] = name === undefined ? fact : { ...inside, [name]: fact }
    }
    return input
  })

const odd = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

/** The same value, with the keys of every plain object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  )
}

function check(input: unknown): void {
  const parsed = checkSnapshot(input)
  if (parsed.ok) {
    expect(checkSnapshot(parsed.snapshot)).toEqual(parsed)
    return
  }
  expect(parsed.issues.length).toBeGreaterThan(0)
  for (const issue of parsed.issues) {
    expect(Object.keys(ISSUE_CODES)).toContain(issue.code)
    expect(issue.message).not.toContain('undefined,')
    for (const step of issue.path) expect(String(step)).toMatch(/^([\w.-]{1,64}|\(key\))$/)
  }
}

it('no JSON value makes it throw', () => {
  fc.assert(fc.property(fc.jsonValue(), check), RUNS)
})

it('no odd value makes it throw', () => {
  fc.assert(fc.property(odd, check), RUNS)
})

it('nothing that is nearly a snapshot makes it throw', () => {
  fc.assert(fc.property(nearly, check), RUNS)
})

it('no text makes it throw', () => {
  const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.stringMatching(/^[{}[\]":,a\\/*\n ]{0,60}$/))
  fc.assert(
    fc.property(texts, (text) => {
      expect(checkSnapshotText(text)).toHaveProperty('issues')
    }),
    RUNS,
  )
})

it('the outcome does not depend on the order of the keys', () => {
  fc.assert(
    fc.property(nearly, (input) => {
      expect(JSON.stringify(checkSnapshot(turned(input)))).toBe(JSON.stringify(checkSnapshot(input)))
    }),
    RUNS,
  )
})

it('an error map that the host has set for zod is not called', () => {
  const before = z.config().customError
  z.config({
    customError: () => {
      throw new Error('of the host')
    },
  })
  try {
    expect(checkSnapshot({ asOf: 'soon', absence: { spells: [{}] }, x: 1 }).ok).toBe(false)
  } finally {
    z.config({ customError: before })
  }
})

it('a getter, a proxy or a circle in any place makes it throw no more', () => {
  const throwing = (): never => {
    throw new Error('trap')
  }
  const traps: ProxyHandler<object> = { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing }
  for (const id of BASE_FACTS.keys()) {
    const [section = '', name = ''] = id.split('.')
    const circle: Record<string, unknown> = { asOf: '2026-07-31' }
    circle[section] = { [name]: [circle] }
    const getter = Object.defineProperty({}, name, { enumerable: true, get: throwing })
    for (const input of [circle, { [section]: getter }, { [section]: { [name]: new Proxy({}, traps) } }])
      expect(checkSnapshot(input)).toMatchObject({ ok: false, issues: [{ code: 'not-plain-data' }] })
  }
})
