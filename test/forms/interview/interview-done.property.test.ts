import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BASE_FACTS, type BaseFact } from '../../../src/core/snapshot/catalogue'
import { ROLES } from '../../../src/core/snapshot/fact'
import {
  type Advice,
  type AnsweredBy,
  interview,
  type Role,
  type Snapshot,
  triageSync,
  UNKNOWN_VALUES,
} from '../../../src/index'
import { forget, isConsistent, SIMPLE_FACTS, setFact } from '../../support/arbitrary-snapshot'
import { completeSnapshot, INTERVIEW_CASES } from '../../support/half-filled'

/** Facts that have few values, so that every completion can be tried. */
const FINITE = SIMPLE_FACTS.filter(({ type }) => type === 'boolean' || type === 'choice')
const valuesOf = ({ type, options }: BaseFact): unknown[] =>
  type === 'boolean' ? [true, false] : Object.keys(options ?? {})
const ORDER = [...BASE_FACTS.keys()]

/** A case in which all but a few facts are answered, and of these few some were asked in vain. */
const nearlyComplete = fc
  .tuple(
    completeSnapshot,
    fc.uniqueArray(fc.tuple(fc.constantFrom(...FINITE), fc.constantFrom(undefined, undefined, ...UNKNOWN_VALUES)), {
      minLength: 1,
      maxLength: 3,
      selector: ([{ id }]) => id,
    }),
  )
  .map(([complete, taken]) => {
    const snapshot = taken.reduce((rest, [{ id }, word]) => {
      const copy = forget(rest, id, 'absent') as Record<string, unknown>
      if (word !== undefined) setFact(copy, id, word)
      return copy as Snapshot
    }, complete)
    return {
      snapshot,
      taken: taken.map(([fact]) => fact),
      asked: taken.filter(([, word]) => word).map(([{ id }]) => id),
    }
  })

/** Every completion of the facts, the last varying fastest. */
function completions(snapshot: Snapshot, [first, ...rest]: readonly BaseFact[]): Snapshot[] {
  if (!first) return [snapshot]
  return valuesOf(first).flatMap((value) => {
    const copy = structuredClone(snapshot) as Record<string, unknown>
    setFact(copy, first.id, value)
    return completions(copy as Snapshot, rest)
  })
}

/**
 * What two completions must agree on for a fact not to matter. How long a service is of use is no urgency, and nothing is
 * asked for its sake: a question is there for a service, a window, a hold or a need.
 */
const outcomeOf = (advice: Advice): string =>
  JSON.stringify(
    advice.recommendations
      .map(({ service, timing: { worthwhileUntil: _, ...timing }, heldBy, blockedBy }) => [
        service,
        timing,
        heldBy.map(({ rule, reviewOn }) => [rule, reviewOn]),
        blockedBy.map(({ need }) => need),
      ])
      .sort(),
  )

/** By brute force, in authored order: the facts for which two completions that differ in nothing else come out apart. */
function mattering(facts: readonly BaseFact[], outcomes: readonly string[]): string[] {
  const found: string[] = []
  let stride = 1
  for (const fact of [...facts].reverse()) {
    const size = valuesOf(fact).length
    const differs = outcomes.some((one, at) => {
      if (Math.floor(at / stride) % size === size - 1) return false
      return one !== outcomes[at + stride]
    })
    if (differs) found.push(fact.id)
    stride *= size
  }
  return found.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
}

/** Who asked for the labour expert is not asked whether they agree: unless they say no, they do. */
const isTakenForGranted = (fact: string, { signals }: Snapshot): boolean =>
  fact === 'process.employeeWilling' && signals?.employeeAsks === true

/** What is not known was said by the first to ask, which settles it for everybody; another's leaves it open for that one. */
const saidFirst = (asked: readonly string[]): AnsweredBy =>
  Object.fromEntries(asked.map((fact) => [fact, (BASE_FACTS.get(fact) as BaseFact).answeredBy[0]]))

const answers = (fact: string, role: Role | undefined): boolean =>
  role === undefined || (BASE_FACTS.get(fact)?.answeredBy.includes(role) ?? false)

describe('done', () => {
  it('is said exactly when brute force finds nothing left to ask of the role, with its reason', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(nearlyComplete, fc.constantFrom(undefined, ...ROLES), ({ snapshot, taken, asked }, role) => {
        fc.pre(completions(snapshot, taken).every(isConsistent))
        const options = { audience: 'full', answeredBy: saidFirst(asked), ...(role ? { role } : {}) } as const
        const found = interview(snapshot, { ...options, order: 'authored' })
        const screens = interview(snapshot, options)
        const matters = mattering(
          taken,
          completions(snapshot, taken).map((complete) => outcomeOf(triageSync(complete, { audience: 'full' }))),
        ).filter((fact) => !isTakenForGranted(fact, snapshot))
        const left = matters.filter((fact) => !asked.includes(fact))
        const own = left.filter((fact) => answers(fact, role))
        expect(found.next?.facts ?? []).toEqual(own.slice(0, 1))
        expect(screens.screens.flatMap(({ facts }) => facts).sort()).toEqual([...own].sort())
        expect(screens.done).toBe(found.done)
        expect(found.done).toBe(own.length === 0)
        expect(found.progress.open).toBe(own.length)
        const others = left.length - own.length
        expect(found.requests.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(others)
        const reason = others > 0 ? 'only-other-roles' : matters.length > 0 ? 'only-unknown' : 'nothing-open'
        expect(found.doneBecause?.reason).toBe(own.length > 0 ? undefined : reason)
        const key = own.length > 0 ? 'open' : reason
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }),
      { numRuns: INTERVIEW_CASES, seed: 20261122, endOnFailure: true },
    )
    expect([...seen.keys()].sort()).toEqual(['nothing-open', 'only-other-roles', 'only-unknown', 'open'])
  })
})
