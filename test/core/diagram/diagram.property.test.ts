import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createDiagrams,
  type Diagram,
  NodeBudgetEnded,
  ownersOf,
  sizeOf,
  type Value,
  valuesOf,
} from '../../../src/core/diagram/diagram'

/** How many states each unknown can be in. */
const STATES = [2, 2, 3, 2, 4]
const UNKNOWNS = STATES.map((_, at) => ({ level: at, owners: [`fact-${at}`] }))
const COMPLETIONS = STATES.reduce<readonly (readonly number[])[]>(
  (all, states) => all.flatMap((one) => Array.from({ length: states }, (_, state) => [...one, state])),
  [[]],
)

type Expression =
  | { readonly unknown: number; readonly state: number }
  | { readonly not: Expression }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.nat(STATES.length - 1).chain((unknown) => fc.record({ unknown: fc.constant(unknown), state: fc.nat(3) })),
    fc.record({ not: tie('expression') }),
    fc.record({ all: fc.array(tie('expression'), { maxLength: 4 }) }),
    fc.record({ any: fc.array(tie('expression'), { maxLength: 4 }) }),
  ),
}))

const holds = (one: Expression, completion: readonly number[]): boolean => {
  if ('unknown' in one) return completion[one.unknown] === one.state
  if ('not' in one) return !holds(one.not, completion)
  return 'all' in one
    ? one.all.every((part) => holds(part, completion))
    : one.any.some((part) => holds(part, completion))
}

const diagrams = createDiagrams()
const { known, split, all, any, not, combine } = diagrams

const diagramOf = (one: Expression): Diagram<boolean> => {
  if ('unknown' in one)
    return split(
      UNKNOWNS[one.unknown] as (typeof UNKNOWNS)[number],
      Array.from({ length: STATES[one.unknown] as number }, (_, state) => known(state === one.state)),
    )
  if ('not' in one) return not(diagramOf(one.not))
  return 'all' in one ? all(one.all.map(diagramOf)) : any(one.any.map(diagramOf))
}

const read = <T extends Value>(diagram: Diagram<T>, completion: readonly number[]): T =>
  diagram.kind === 'known'
    ? diagram.value
    : read(diagram.branches[completion[diagram.unknown.level] as number] as Diagram<T>, completion)

/** The unknowns of which another state alone changes what is read. */
const dependsOn = (diagram: Diagram<Value>): readonly string[] =>
  STATES.flatMap((states, at) =>
    COMPLETIONS.some((one) =>
      Array.from({ length: states }, (_, state) => one.with(at, state)).some(
        (other) => read(diagram, other) !== read(diagram, one),
      ),
    )
      ? [`fact-${at}`]
      : [],
  )

describe('a diagram', () => {
  it('says of each completion what the condition says, and depends on what it depends on', () => {
    fc.assert(
      fc.property(expression, (one) => {
        const diagram = diagramOf(one)
        for (const completion of COMPLETIONS) expect(read(diagram, completion)).toBe(holds(one, completion))
        expect([...ownersOf(diagram)].sort()).toEqual(dependsOn(diagram))
      }),
      { numRuns: 300 },
    )
  })

  it('has one diagram for conditions that come to the same', () => {
    fc.assert(
      fc.property(expression, expression, (one, other) => {
        const same = COMPLETIONS.every((completion) => holds(one, completion) === holds(other, completion))
        expect(diagramOf(one) === diagramOf(other)).toBe(same)
        expect(not(not(diagramOf(one)))).toBe(diagramOf(one))
      }),
      { numRuns: 300 },
    )
  })

  it('joins numbers as completions do, whatever the order', () => {
    const least = (a: number | null, b: number | null) => (a === null ? b : b === null || a <= b ? a : b)
    const ranked = (when: boolean, rank: number | null) => (when ? rank : null)
    fc.assert(
      fc.property(fc.array(expression, { minLength: 1, maxLength: 5 }), (ones) => {
        const ranks = ones.map((one, rank) => combine(diagramOf(one), known<number | null>(rank), ranked))
        const join = (parts: readonly Diagram<number | null>[]) =>
          parts.reduce((a, b) => combine(a, b, least), known<number | null>(null))
        const joined = join(ranks)
        for (const completion of COMPLETIONS) {
          const rank = ones.findIndex((one) => holds(one, completion))
          expect(read(joined, completion)).toBe(rank < 0 ? null : rank)
        }
        expect(join(ranks.toReversed())).toBe(joined)
        expect(new Set(valuesOf(joined))).toEqual(new Set(COMPLETIONS.map((one) => read(joined, one))))
        expect(sizeOf(joined)).toBeGreaterThanOrEqual(valuesOf(joined).length)
      }),
      { numRuns: 200 },
    )
  })

  it('has each split once, however many there are, with its owners and its values in one order', () => {
    const many = createDiagrams()
    const grown = () =>
      Array.from({ length: 5_000 }, (_, at) =>
        many.split({ level: at % 7, owners: [`fact-${at % 7}`, 'both'] }, [many.known(at), many.known(at + 1)]),
      )
    const first = grown()
    expect(new Set(first).size).toBe(5_000)
    grown().forEach((diagram, at) => {
      expect(diagram).toBe(first[at])
    })
    expect(ownersOf(first[9] as Diagram<number>)).toEqual(['fact-2', 'both'])
    const below = [first[9], first[10], first[9]] as Diagram<number>[]
    const above = many.split({ level: -1, owners: ['above', 'both'] }, below)
    for (const _ of [1, 2]) {
      expect(ownersOf(above)).toEqual(['above', 'both', 'fact-2', 'fact-3'])
      expect(valuesOf(above)).toEqual([9, 10, 11])
      expect(sizeOf(above)).toBe(6)
    }
  })

  it('stops where its budget ends, and goes on where more is allowed', () => {
    const small = createDiagrams()
    const facts = Array.from({ length: 12 }, (_, level) =>
      small.split({ level, owners: [`fact-${level}`] }, [small.known(true), small.known(false)]),
    )
    const parity = () => facts.reduce((sum, one) => small.combine(sum, one, differ), small.known(false))
    small.allow(10)
    expect(parity).toThrow(NodeBudgetEnded)
    small.allow(10_000)
    expect(ownersOf(parity())).toHaveLength(12)
  })
})

const differ = (a: boolean, b: boolean): boolean => a !== b
