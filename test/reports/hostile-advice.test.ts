import { describe, expect, it } from 'vitest'
import * as library from '../../src/index'
import { SAMPLE_SNAPSHOT } from '../support/sample-snapshot'
import { WRITTEN_ADVICE } from '../support/written-advice'

const { TriageError } = library
const KEY = 'a secret of the host, long enough'
const AUDIENCE = { audience: 'full' } as const
const whole = library.createTriage(AUDIENCE)(SAMPLE_SNAPSHOT)
const brief = library.createBriefTriage(AUDIENCE)(SAMPLE_SNAPSHOT)
const own = { id: 'd-1', recordedAt: '2026-11-22T09:15:00Z', key: KEY, snapshot: SAMPLE_SNAPSHOT } as const
const record = library.decisionRecord(whole, own)
const list = library.worklist([{ caseId: 'a', advice: whole }])

const human = {
  id: 'd-2',
  decidedAt: '2026-11-23T10:00:00Z',
  by: 'user-3',
  role: 'case-manager',
  outcome: 'accepted',
  services: [],
  key: KEY,
} as const

/** Every public function that takes an advice, or what is made of one: how it is called with something in its place. */
const TAKES: Readonly<Record<string, (given: never) => unknown>> = {
  remember: (given) => library.remember(given),
  renderAdvice: (given) => library.renderAdvice(given),
  renderTimeline: (given) => library.renderTimeline(given),
  adviceToCards: (given) => library.adviceToCards(given, { source: { label: 'host' } } as never),
  adviceToFhir: (given) => library.adviceToFhir(given, { release: 'R4', id: 'x' } as never),
  decisionRecord: (given) => library.decisionRecord(given, own),
  'compareAdvice before': (given) => library.compareAdvice(given, whole),
  'compareAdvice after': (given) => library.compareAdvice(brief, given),
  'worklist advice': (given) => library.worklist([{ advice: given }]),
  'worklist previous': (given) => library.worklist([{ advice: whole, previous: given }]),
  'resultLine advice': (given) => library.resultLine({ line: 1, advice: given }),
}

/** Those that take what was made of an advice. */
const TAKES_MADE: Readonly<Record<string, readonly [made: object, (given: never) => unknown]>> = {
  resultLine: [{ line: 1, advice: whole }, (given) => library.resultLine(given)],
  worklist: [[{ advice: whole }], (given) => library.worklist(given)],
  'worklist entry': [{ advice: whole, caseId: 'a' }, (given) => library.worklist([given])],
  renderWorklist: [list, (given) => library.renderWorklist(given)],
  'renderWorklist csv': [list, (given) => library.renderWorklist(given, { format: 'csv' })],
  'renderWorklist html': [list, (given) => library.renderWorklist(given, { format: 'html' })],
  humanDecision: [record, (given) => library.humanDecision(given, human)],
}

const NONE: Readonly<Record<string, unknown>> = {
  null: null,
  undefined,
  'a number': 2,
  'a text': '{"adviceVersion":2}',
  'an array': [whole],
  'an empty object': {},
  'a function': () => whole,
  'an advice of version 1': { ...whole, adviceVersion: 1 },
  'a proxy that throws': new Proxy(
    {},
    {
      get: () => {
        throw new RangeError('hostile')
      },
      has: () => {
        throw new RangeError('hostile')
      },
    },
  ),
  'no prototype and no members': Object.create(null),
  __proto__: JSON.parse('{"__proto__":{"adviceVersion":2,"recommendations":[]}}'),
}

/** A copy with one part, found by its path, replaced. */
function withPart(from: unknown, [key, ...rest]: readonly (string | number)[], part: unknown): unknown {
  if (key === undefined) return part
  const copy: Record<string | number, unknown> = Array.isArray(from) ? ([...from] as never) : { ...(from as object) }
  copy[key] = withPart(copy[key], rest, part)
  return copy
}

/** The paths of all parts of an advice that its readers need. */
const PARTS: readonly (readonly (string | number)[])[] = [
  ['asOf'],
  ['ruleSet'],
  ['audience'],
  ['status'],
  ['next'],
  ['settled'],
  ['openQuestions'],
  ['openQuestions', 0],
  ['recommendations'],
  ['recommendations', 0],
  ['recommendations', 0, 'service'],
  ['recommendations', 0, 'certainty'],
]
const WHOLE_PARTS: readonly (readonly (string | number)[])[] = [
  ...PARTS,
  ['locale'],
  ['next', 'kind'],
  ['next', 'text'],
  ['ask'],
  ['notices'],
  ['calendar'],
  ['calendar', 'milestones', 0],
  ['recommendations', 0, 'timing'],
  ['recommendations', 0, 'timing', 'startBy'],
  ['recommendations', 0, 'timing', 'since'],
  ['recommendations', 0, 'heldBy'],
  ['recommendations', 1, 'heldBy', 0],
  ['recommendations', 0, 'coveredBy'],
  ['recommendations', 0, 'reasons', 0],
  ['recommendations', 0, 'reasons', 0, 'facts'],
]
const BRIEF_PARTS: readonly (readonly (string | number)[])[] = [
  ...PARTS,
  ['recommendations', 0, 'startBy'],
  ['recommendations', 0, 'coveredBy'],
]
const WRONG: readonly unknown[] = [null, 7, [null], 'not so', { length: 1 }, Symbol('x')]

/** The issues of the one error that may be thrown; anything else is a fault. */
function issuesOf(call: () => unknown, what: string): readonly library.Issue[] {
  try {
    call()
  } catch (error) {
    if (!(error instanceof TriageError)) throw new Error(`${what} threw ${String(error)}`)
    expect(error.issues.length, what).toBeGreaterThan(0)
    for (const { code, path, message } of error.issues) {
      expect(library.ISSUE_CODES, what).toHaveProperty(code)
      expect(path.length, what).toBeGreaterThan(0)
      expect(message, what).not.toMatch(/undefined|\[object/)
    }
    return error.issues
  }
  throw new Error(`${what} took it`)
}

describe.each(Object.entries(TAKES))('%s', (name, call) => {
  it.each(Object.entries(NONE))('refuses %s', (_, given) => {
    // No advice of the last run is none at all.
    if (name === 'worklist previous' && given === undefined) return
    issuesOf(() => call(given as never), name)
  })

  it('says which part of an advice is wrong', () => {
    // What decides of a recommendation for a reader: a symbol and a list of null are no list of anything.
    for (const path of WHOLE_PARTS)
      for (const wrong of WRONG) {
        if (path.at(-1) === 'calendar' && wrong === null) continue
        if (path.at(-1) === 'text' && typeof wrong === 'string') continue
        if (path.at(-1) === 'service' && typeof wrong === 'string') continue
        const what = `${name} with ${path.join('.')} ${String(typeof wrong === 'object' ? JSON.stringify(wrong) : wrong)}`
        const places = issuesOf(() => call(withPart(WRITTEN_ADVICE, path, wrong) as never), what).map((issue) =>
          issue.path.join('.'),
        )
        expect(
          places.some((place) => place.includes(path.join('.'))),
          `${what}: ${places}`,
        ).toBe(true)
      }
  })
})

const BRIEF_TAKERS = [
  'compareAdvice before',
  'compareAdvice after',
  'worklist advice',
  'worklist previous',
  'resultLine advice',
]

describe.each(BRIEF_TAKERS)('%s', (name) => {
  it('says which part of a brief advice is wrong', () => {
    for (const path of BRIEF_PARTS)
      for (const wrong of WRONG) {
        if (path.at(-1) === 'service' && typeof wrong === 'string') continue
        if (path.join('.') === 'openQuestions.0' && typeof wrong === 'string') continue
        const places = issuesOf(() => TAKES[name]?.(withPart(brief, path, wrong) as never), `${name} ${path}`)
        expect(places.some((issue) => issue.path.join('.').includes(path.join('.')))).toBe(true)
      }
  })
})

describe.each(Object.entries(TAKES_MADE))('%s', (name, [made, call]) => {
  it.each(Object.entries(NONE))('refuses %s', (_, given) => {
    // A list of entries is what worklist takes, and that one is no entry.
    issuesOf(() => call(given as never), name)
  })

  it('refuses or takes whatever one of its parts is, and throws nothing else', () => {
    expect(() => call(made as never)).not.toThrow()
    for (const key of Object.keys(made))
      for (const wrong of [...WRONG, 1n, undefined, { toJSON: () => 1n }])
        try {
          call(withPart(made, [Array.isArray(made) ? Number(key) : key], wrong) as never)
        } catch (error) {
          if (!(error instanceof TriageError)) throw new Error(`${name}.${key}: ${String(error)}`)
        }
  })
})

describe('records', () => {
  it('that are none, or not whole, cannot be verified, and say so', () => {
    for (const given of [
      ...Object.values(NONE),
      ...Object.keys(record).flatMap((key) => WRONG.map((wrong) => withPart(record, [key], wrong))),
    ]) {
      const found = library.verifyRecord(given as never, SAMPLE_SNAPSHOT, { key: KEY })
      expect(found.outcome).not.toBe('same')
    }
  })

  it('are not held against what is no snapshot', () => {
    const circle: Record<string, unknown> = { ...SAMPLE_SNAPSHOT }
    circle.absence = circle
    for (const given of [7, 'x', [], circle, { asOf: 1n }, NONE['a proxy that throws']])
      expect(library.verifyRecord(record, given, { key: KEY })).toEqual({ outcome: 'cannot', reason: 'other-snapshot' })
    for (const given of [circle, { asOf: 1n }])
      issuesOf(() => library.decisionRecord(whole, { ...own, snapshot: given }), 'decisionRecord with such a snapshot')
    issuesOf(() => library.decisionRecord({ ...whole, own: 1n } as never, own), 'decisionRecord with a big number')
    issuesOf(() => library.decisionRecord(whole, { ...own, policy: { a: () => 1 } as never }), 'with such a policy')
  })

  it('come in lines, or not at all', async () => {
    for (const given of [null, 7, 'x', {}]) {
      await expect(library.replay(given as never, { key: KEY }).next()).rejects.toThrow(TriageError)
      await expect(library.batch(given as never).next()).rejects.toThrow(TriageError)
    }
    await expect(library.batch([], null as never).next()).rejects.toThrow(TriageError)
    expect(() => library.worklist([], null as never)).toThrow(TriageError)
  })
})

it('no public function that takes an advice is left out', () => {
  const tried = new Set([...Object.keys(TAKES), ...Object.keys(TAKES_MADE)].map((name) => name.split(' ')[0] ?? ''))
  // Named by what they take, in src/index.ts: whoever adds one adds it here, or says why it takes none.
  const none =
    /^(create|triage$|triageSync|triageTimeline|load|parse|shipped|choose|facts|kim|form|is|who|check|set|take|interview|migrate|export|fhirResponse|json|snapshot|survey|absence|map|batch|what|verify|replay|estimate|release|cache|clear|limit|TriageError)/
  const functions = Object.entries(library).filter(([, value]) => typeof value === 'function')
  expect(functions.map(([name]) => name).filter((name) => !none.test(name) && !tried.has(name))).toEqual([])
})
