import { afterAll, describe, expect, it } from 'vitest'
import * as library from '../../src/index'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'

const { createTriage, exportForm, interview, triageSync, triageTimeline } = library
const OPTIONS = { audience: 'full', locale: 'en' } as const

/** What a host gets from calls, each time anew. */
const RESULTS: Readonly<Record<string, () => unknown>> = {
  triageSync: () => triageSync(SAMPLE_SNAPSHOT, OPTIONS),
  'triageSync for the employer': () => triageSync(SAMPLE_SNAPSHOT, { audience: 'employer' }),
  createTriage: () => createTriage(OPTIONS)(SAMPLE_SNAPSHOT),
  interview: () => interview(SAMPLE_SNAPSHOT, OPTIONS),
  'interview of a case manager': () => interview(SAMPLE_SNAPSHOT, { role: 'case-manager' }),
  triageTimeline: () => triageTimeline(SAMPLE_SNAPSHOT, { ...OPTIONS, until: '2027-06-01' } as never),
  ...Object.fromEntries(
    library.FORM_FORMATS.map((format) => [
      `exportForm as ${format}`,
      () => exportForm(format, { locale: 'en' } as never),
    ]),
  ),
}

/** Everything that is exported and is no function: catalogues, lists of names. A schema of zod is zod's own to guard. */
const CATALOGUES = Object.entries(library).filter(
  ([name, value]) => typeof value === 'object' && value !== null && name !== 'snapshotSchema',
)

const told = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part instanceof Map ? { map: [...part] } : part instanceof Set ? [...part] : part,
  )

/** Changes whatever can be changed, at every depth; what refuses is left as it is. */
function vandalise(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  const attempt = (change: () => unknown): void => {
    try {
      change()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  if (value instanceof Map) {
    for (const part of [...value.values()]) vandalise(part, seen)
    for (const key of [...value.keys()]) attempt(() => value.delete(key))
    attempt(() => value.set('vandal', 'vandal'))
    attempt(() => value.clear())
    return
  }
  if (value instanceof Set) {
    for (const key of [...value]) attempt(() => value.delete(key))
    attempt(() => value.add('vandal'))
    return
  }
  const object = value as Record<string, unknown>
  for (const key of Object.keys(object)) {
    const part = object[key]
    if (typeof part === 'object') vandalise(part, seen)
    else
      attempt(() => {
        object[key] = 'vandal'
      })
  }
  if (Array.isArray(value)) {
    attempt(() => value.push('vandal'))
    attempt(() => value.reverse())
  } else
    attempt(() => {
      object.vandal = 'vandal'
    })
}

const before = new Map(Object.entries(RESULTS).map(([name, make]) => [name, told(make())]))
const catalogues = new Map(CATALOGUES.map(([name, value]) => [name, told(value)]))
const ruleSet = told(library.shippedRuleSet())

describe('a host that changes everything it gets', () => {
  it.each(Object.keys(RESULTS))('changes no later result: %s', (name) => {
    vandalise(RESULTS[name]?.())
    for (const [other, make] of Object.entries(RESULTS)) expect(told(make()) === before.get(other), other).toBe(true)
  })

  it.each(CATALOGUES.map(([name]) => name))('cannot change what is exported: %s', (name) => {
    const [, value] = CATALOGUES.find(([other]) => other === name) as [string, unknown]
    vandalise(value)
    expect(told(value) === catalogues.get(name)).toBe(true)
  })

  it('cannot change the rule set', () => {
    vandalise(library.shippedRuleSet())
    expect(told(library.shippedRuleSet()) === ruleSet).toBe(true)
  })

  afterAll(() => {
    for (const [name, make] of Object.entries(RESULTS)) expect(told(make()) === before.get(name), name).toBe(true)
  })
})
