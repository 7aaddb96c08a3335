import { describe, expect, it } from 'vitest'
import { compare, type Outcome } from '../../../src/core/evaluate/outcome'
import { OPERATORS } from '../../../src/core/rules/document'
import { BASE_FACTS } from '../../../src/core/snapshot/catalogue'
import { factValues, outcomeOfDiagram, seeBoth } from '../../support/both-evaluators'
import { questionFor, tinyRuleSet } from '../../support/tiny-rule-set'

const AS_OF = '2026-11-22'
const OUTCOMES = ['met', 'not-met', 'open'] as const

/** Three yes-or-no facts that do not hang together. */
const [A, B, C] = ['conflict.disputeOverAdjustments', 'signals.managerConcern', 'health.diagnosisClear'].map(
  (fact) => ({
    fact,
    operator: 'equal',
    value: true,
  }),
)

const ANSWERS: Readonly<Record<Outcome, readonly unknown[]>> = {
  met: [true],
  'not-met': [false],
  open: [undefined, 'unknown'],
}

const snapshotOf = (a: unknown, b: unknown, c?: unknown) => ({
  asOf: AS_OF,
  ...(a === undefined ? {} : { conflict: { disputeOverAdjustments: a } }),
  ...(b === undefined ? {} : { signals: { managerConcern: b } }),
  ...(c === undefined ? {} : { health: { diagnosisClear: c } }),
})

/** What json-rules-engine says of each condition; the diagrams must say the same, unless told what they say instead. */
async function outcomesOf(
  conditions: readonly unknown[],
  snapshot: unknown,
  exactly?: readonly Outcome[],
): Promise<Outcome[]> {
  const ruleSet = tinyRuleSet(conditions)
  const seen = await seeBoth(ruleSet, snapshot)
  const outcomes = conditions.map((_, index) => seen.outcomes.get(questionFor(index)) as Outcome)
  const exact = conditions.map((_, index) => {
    const question = seen.questions.find(({ id }) => id === questionFor(index))
    if (!question) throw new Error('no question')
    return outcomeOfDiagram(seen.exact(question))
  })
  expect(exact).toEqual(exactly ?? outcomes)
  return outcomes
}

/** Strong Kleene logic, written out. */
const AND: Readonly<Record<Outcome, Readonly<Record<Outcome, Outcome>>>> = {
  met: { met: 'met', 'not-met': 'not-met', open: 'open' },
  'not-met': { met: 'not-met', 'not-met': 'not-met', open: 'not-met' },
  open: { met: 'open', 'not-met': 'not-met', open: 'open' },
}
const OR: typeof AND = {
  met: { met: 'met', 'not-met': 'met', open: 'met' },
  'not-met': { met: 'met', 'not-met': 'not-met', open: 'open' },
  open: { met: 'met', 'not-met': 'open', open: 'open' },
}

const pairs = OUTCOMES.flatMap((a) => OUTCOMES.map((b): [Outcome, Outcome] => [a, b]))
const triples = pairs.flatMap(([a, b]) => OUTCOMES.map((c): [Outcome, Outcome, Outcome] => [a, b, c]))
const answers = (...outcomes: readonly Outcome[]) => outcomes.map((outcome) => ANSWERS[outcome])

describe('the three-valued tables', () => {
  it.each(pairs)('%s and %s, %s or %s', async (a, b) => {
    const [lefts, rights] = answers(a, b) as [unknown[], unknown[]]
    for (const left of lefts)
      for (const right of rights) {
        const conditions = [{ all: [A, B] }, { any: [A, B] }, { all: [B, A] }, { any: [B, A] }]
        expect(await outcomesOf(conditions, snapshotOf(left, right))).toEqual([
          AND[a][b],
          OR[a][b],
          AND[a][b],
          OR[a][b],
        ])
      }
  })

  it.each(triples)('of three: %s, %s, %s', async (a, b, c) => {
    const [left, middle, right] = answers(a, b, c).map(([first]) => first)
    const conditions = [
      { all: [A, { any: [B, C] }] },
      { any: [A, { all: [B, C] }] },
      { all: [A, B, C] },
      { any: [{ any: [A] }, { all: [{ any: [B] }] }, C] },
    ]
    expect(await outcomesOf(conditions, snapshotOf(left, middle, right))).toEqual([
      AND[a][OR[b][c]],
      OR[a][AND[b][c]],
      AND[AND[a][b]][c],
      OR[OR[a][b]][c],
    ])
  })

  it('a named condition means what it stands for', async () => {
    const ruleSet = tinyRuleSet([{ all: [A, { condition: 'either' }] }], { either: { any: [B, C] } })
    for (const [a, b, c] of triples) {
      const [left, middle, right] = answers(a, b, c).map(([first]) => first)
      const { outcomes } = await seeBoth(ruleSet, snapshotOf(left, middle, right))
      expect(outcomes.get(questionFor(0))).toBe(AND[a][OR[b][c]])
    }
  })

  it('one fact twice: Kleene logic leaves open what the diagrams settle', async () => {
    const not = { ...A, value: false }
    const conditions = [{ all: [A, not] }, { any: [A, not] }]
    expect(await outcomesOf(conditions, snapshotOf(undefined, undefined), ['not-met', 'met'])).toEqual(['open', 'open'])
    expect(await outcomesOf(conditions, snapshotOf(true, undefined))).toEqual(['not-met', 'met'])
  })
})

describe('operators', () => {
  const compared = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
  const status = (value?: unknown) => ({ asOf: AS_OF, ...(value === undefined ? {} : { conflict: { status: value } }) })
  const share = (value?: unknown) => ({
    asOf: AS_OF,
    ...(value === undefined ? {} : { absence: { workedShare: value } }),
  })
  const items = (value?: unknown) => ({
    asOf: AS_OF,
    ...(value === undefined ? {} : { health: { criticalLimitations: value } }),
  })
  const [limitation, other] = Object.keys(BASE_FACTS.get('health.criticalLimitations')?.options ?? {}) as [
    string,
    string,
  ]

  const cases: [string, string, unknown, (value?: unknown) => unknown, unknown, unknown][] = [
    ['conflict.status', 'equal', 'signal', status, 'signal', 'none'],
    ['conflict.status', 'notEqual', 'signal', status, 'none', 'signal'],
    ['conflict.status', 'in', ['signal', 'established'], status, 'established', 'none'],
    ['conflict.status', 'notIn', ['signal', 'established'], status, 'none', 'signal'],
    ['absence.workedShare', 'equal', 50, share, 50, 50.5],
    ['absence.workedShare', 'lessThan', 50, share, 49, 50],
    ['absence.workedShare', 'lessThanInclusive', 50, share, 50, 51],
    ['absence.workedShare', 'greaterThan', 50, share, 51, 50],
    ['absence.workedShare', 'greaterThanInclusive', 50, share, 50, 49],
    ['health.criticalLimitations', 'contains', limitation, items, [other, limitation], [other]],
    ['health.criticalLimitations', 'doesNotContain', limitation, items, [], [limitation]],
  ]

  it('are all tried', () => {
    expect(new Set(cases.map(([, operator]) => operator))).toEqual(new Set(OPERATORS))
  })

  it.each(cases)('%s %s %j', async (fact, operator, value, snapshot, meets, fails) => {
    const condition = [compared(fact, operator, value)]
    expect(await outcomesOf(condition, snapshot(meets))).toEqual(['met'])
    expect(await outcomesOf(condition, snapshot(fails))).toEqual(['not-met'])
    expect(await outcomesOf(condition, snapshot())).toEqual(['open'])
    expect(await outcomesOf(condition, snapshot('unknown'))).toEqual(['open'])
  })

  it.each([
    ['a list of all its values', compared('conflict.status', 'in', ['none', 'signal', 'established']), 'met'],
    [
      'none of a list of all its values',
      compared('conflict.status', 'notIn', ['none', 'signal', 'established']),
      'not-met',
    ],
    ['the lowest of its range', compared('absence.workedShare', 'greaterThanInclusive', 0), 'met'],
    ['above the highest of its range', compared('absence.workedShare', 'greaterThan', 100), 'not-met'],
    ['just under the highest', compared('absence.workedShare', 'greaterThan', 99.5), 'open'],
  ] as const)('an unknown that is compared with %s is no unknown', async (_what, condition, outcome) => {
    expect(await outcomesOf([condition], { asOf: AS_OF })).toEqual([outcome])
  })
})

describe('"none"', () => {
  it.each([
    ['equal', 'signal'],
    ['notEqual', 'signal'],
    ['in', ['signal']],
    ['notIn', ['signal']],
    ['lessThan', 1],
    ['lessThanInclusive', 0],
    ['greaterThan', -1],
    ['greaterThanInclusive', 0],
    ['contains', 'signal'],
    ['doesNotContain', 'signal'],
  ] as const)('meets no comparison: %s %j', (operator, value) => {
    expect(compare(operator, null, value)).toBe(false)
  })

  const weeks = [
    ['equal', 0],
    ['notEqual', 5],
    ['in', [0, 1]],
    ['notIn', [5]],
    ['lessThan', 1_000],
    ['lessThanInclusive', 1_000],
    ['greaterThan', -1],
    ['greaterThanInclusive', -1],
  ].map(([operator, value]) => ({ fact: 'absence.completedWeeks', operator, value }))

  it('not absent: no comparison with the weeks of absence is met', async () => {
    const outcomes = await outcomesOf(weeks, { asOf: AS_OF, absence: { spells: [] } })
    expect(outcomes).toEqual(weeks.map(() => 'not-met'))
  })

  it('absent: most are', async () => {
    const outcomes = await outcomesOf(weeks, { asOf: AS_OF, absence: { spells: [{ firstDay: AS_OF }], leaves: [] } })
    expect(outcomes).toEqual(weeks.map(() => 'met'))
  })

  it('absent or not, nobody says: all are open', async () => {
    expect(await outcomesOf(weeks, { asOf: AS_OF })).toEqual(weeks.map(() => 'open'))
  })

  it('no document is no current document, and that is known', async () => {
    const current = { fact: 'process.capacityDocumentCurrent', operator: 'equal', value: true }
    const process = { capacityDocument: 'none' }
    expect(await outcomesOf([current, { ...current, value: false }], { asOf: AS_OF, process })).toEqual([
      'not-met',
      'met',
    ])
  })
})

describe('the counts of task load', () => {
  const DOMAINS = [...BASE_FACTS.keys()].filter((id) => id.startsWith('taskLoad.') && id !== 'taskLoad.prolonged')
  const taskLoad = (levels: readonly unknown[]) =>
    Object.fromEntries(
      DOMAINS.map((id, index) => [id.slice('taskLoad.'.length), levels[index] ?? 'low']).filter(
        ([, level]) => level !== 'absent',
      ),
    )
  const seenWith = (levels: readonly unknown[]) =>
    seeBoth(tinyRuleSet([A]), { asOf: AS_OF, taskLoad: taskLoad(levels) })

  it('there are ten domains', () => {
    expect(DOMAINS.length).toBe(10)
  })

  it.each([
    [[], [0], [0]],
    [['high', 'high', 'raised'], [2], [3]],
    [
      ['high', 'unknown', 'absent'],
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      ['raised', 'unknown'],
      [0, 1],
      [1, 2],
    ],
    [DOMAINS.map(() => 'absent'), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ])('%j: high %j, raised or high %j', async (levels, high, raised) => {
    const seen = await seenWith(levels)
    const sorted = (id: string): unknown[] => [...factValues(seen, id)].sort((a, b) => Number(a) - Number(b))
    expect(sorted('taskLoad.highCount')).toEqual(high)
    expect(sorted('taskLoad.raisedCount')).toEqual(raised)
  })

  it.each([
    [['high', 'high', 'unknown', 'absent'], 1, 'met'],
    [['high', 'high', 'unknown', 'absent'], 2, 'met'],
    [['high', 'high', 'unknown', 'absent'], 3, 'open'],
    [['high', 'high', 'unknown', 'absent'], 4, 'open'],
    [['high', 'high', 'unknown', 'absent'], 5, 'not-met'],
    [['unknown'], 1, 'open'],
    [[], 1, 'not-met'],
  ] as const)('%j, at least %i high: %s', async (levels, least, outcome) => {
    const condition = { fact: 'taskLoad.highCount', operator: 'greaterThanInclusive', value: least }
    expect(await outcomesOf([condition], { asOf: AS_OF, taskLoad: taskLoad(levels) })).toEqual([outcome])
  })

  it('a high domain is a raised one too, and the diagrams know it', async () => {
    // One domain not told: either count alone may be one more, but high without raised cannot be.
    const conditions = [
      {
        all: [
          { fact: 'taskLoad.highCount', operator: 'equal', value: 1 },
          { fact: 'taskLoad.raisedCount', operator: 'equal', value: 0 },
        ],
      },
    ]
    expect(await outcomesOf(conditions, { asOf: AS_OF, taskLoad: taskLoad(['unknown']) }, ['not-met'])).toEqual([
      'open',
    ])
  })
})

describe('the diagrams exclude nothing that an answer could still meet', () => {
  const items = Object.keys(BASE_FACTS.get('health.criticalLimitations')?.options ?? {})
  const between = (least: number, most: number) => [
    { fact: 'absence.workedShare', operator: 'greaterThan', value: least },
    { fact: 'absence.workedShare', operator: 'lessThan', value: most },
  ]

  it('a list that holds two items and not a third', async () => {
    const [first, second, third] = items
    const all = [
      { fact: 'health.criticalLimitations', operator: 'contains', value: first },
      { fact: 'health.criticalLimitations', operator: 'contains', value: second },
      { fact: 'health.criticalLimitations', operator: 'doesNotContain', value: third },
    ]
    const health = { criticalLimitations: [first, second] }
    expect(await outcomesOf([{ all }], { asOf: AS_OF, health })).toEqual(['met'])
    expect(await outcomesOf([{ all }], { asOf: AS_OF })).toEqual(['open'])
  })

  it('a share between two numbers that are less than one apart', async () => {
    const [all, absence] = [between(50, 50.5), { workedShare: 50.2 }]
    expect(await outcomesOf([{ all }], { asOf: AS_OF, absence })).toEqual(['met'])
    expect(await outcomesOf([{ all }], { asOf: AS_OF })).toEqual(['open'])
  })

  it('a share between two numbers that are one apart is tried', async () => {
    expect(await outcomesOf([{ all: between(50, 51) }], { asOf: AS_OF })).toEqual(['open'])
  })
})
