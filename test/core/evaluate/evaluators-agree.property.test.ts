import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/core/calendar/day'
import { triageSync } from '../../../src/core/create-triage'
import type { Value } from '../../../src/core/diagram/diagram'
import type { Outcome } from '../../../src/core/evaluate/outcome'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import type { Expanded } from '../../../src/core/rules/rule-set'
import { isUnknownWord } from '../../../src/core/snapshot/fact'
import type { Snapshot } from '../../../src/core/snapshot/snapshot'
import { triage } from '../../../src/core/triage-by-engine'
import { conditionArbitrary } from '../../support/arbitrary-condition'
import { getFact, knownValue, SIMPLE_FACTS, setFact, snapshotArbitrary } from '../../support/arbitrary-snapshot'
import {
  factValues,
  outcomeOfDiagram,
  outcomeOfValues,
  type Seen,
  seeBoth,
  windowExists,
} from '../../support/both-evaluators'
import { byNight } from '../../support/by-night'
import { questionFor, tinyRuleSet } from '../../support/tiny-rule-set'

const MINUTES = 60_000

/** The operators once more. A value that is known not to exist meets none of them. */
const OPERATORS: Readonly<Record<string, (value: never, threshold: never) => boolean>> = {
  equal: (value, threshold) => value === threshold,
  notEqual: (value, threshold) => value !== threshold,
  in: (value, threshold: Value[]) => threshold.includes(value),
  notIn: (value, threshold: Value[]) => !threshold.includes(value),
  lessThan: (value: number, threshold: number) => value < threshold,
  lessThanInclusive: (value: number, threshold: number) => value <= threshold,
  greaterThan: (value: number, threshold: number) => value > threshold,
  greaterThanInclusive: (value: number, threshold: number) => value >= threshold,
  contains: (value: Value[], threshold) => value.includes(threshold),
  doesNotContain: (value: Value[], threshold) => !value.includes(threshold),
}

const LEAST_FIRST: readonly Outcome[] = ['not-met', 'open', 'met']
const least = (outcomes: readonly Outcome[]): Outcome =>
  LEAST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'met'
const most = (outcomes: readonly Outcome[]): Outcome =>
  [...LEAST_FIRST].reverse().find((outcome) => outcomes.includes(outcome)) ?? 'not-met'

/** Strong Kleene logic by brute force: every value that a fact can still have, and the tree folded in three values. */
function fold(condition: Expanded, seen: Seen): Outcome {
  if ('all' in condition) return least(condition.all.map((member) => fold(member, seen)))
  if ('any' in condition) return most(condition.any.map((member) => fold(member, seen)))
  const { fact, operator, value } = condition
  const threshold =
    typeof value === 'object' && 'fact' in value ? seen.policy.get(value.fact.replace(/^policy\./, '')) : value
  const compare = OPERATORS[operator] as (value: unknown, threshold: unknown) => boolean
  return outcomeOfValues(factValues(seen, fact).map((known) => known !== null && compare(known, threshold)))
}

interface Tally {
  readonly outcomes: Record<Outcome, number>
  /** Open in Kleene logic, settled by the diagrams. */
  settled: number
}

function compareAll(seen: Seen, tally: Tally): void {
  for (const question of seen.questions) {
    const kleene = seen.outcomes.get(question.id) as Outcome
    const exact = outcomeOfDiagram(seen.exact(question))
    const windows = windowExists(question, seen.facts, seen.asOf, seen.policy).map(outcomeOfDiagram)
    expect([question.id, kleene]).toEqual([question.id, least([...windows, fold(question.condition, seen)])])
    // Kleene logic may know less than the diagrams, never anything else.
    if (kleene !== 'open') expect([question.id, exact]).toEqual([question.id, kleene])
    tally.outcomes[kleene] += 1
    if (exact !== kleene) tally.settled += 1
  }
}

const newTally = (): Tally => ({ outcomes: { met: 0, 'not-met': 0, open: 0 }, settled: 0 })

describe('json-rules-engine, the diagrams and brute force', () => {
  it(
    'agree on every question of the shipped rule set',
    async () => {
      const tally = newTally()
      await fc.assert(
        fc.asyncProperty(snapshotArbitrary(), async (snapshot) => {
          const seen = await seeBoth(shippedRuleSet(), snapshot)
          expect(new Set(seen.outcomes.keys())).toEqual(new Set(seen.questions.map(({ id }) => id)))
          compareAll(seen, tally)
        }),
        { numRuns: byNight({ night: 400, day: 150 }) },
      )
      // Had one outcome never come up, this would have proved less than it says.
      for (const outcome of LEAST_FIRST) expect(tally.outcomes[outcome]).toBeGreaterThan(400)
    },
    4 * MINUTES,
  )

  it(
    'agree on conditions that nobody would write',
    async () => {
      const tally = newTally()
      const cases = fc.tuple(
        fc.array(conditionArbitrary, { minLength: 5, maxLength: 10 }),
        fc.array(snapshotArbitrary(1), { minLength: 5, maxLength: 5 }),
      )
      await fc.assert(
        fc.asyncProperty(cases, async ([written, snapshots]) => {
          const ruleSet = tinyRuleSet(written)
          for (const snapshot of snapshots) {
            const seen = await seeBoth(ruleSet, snapshot)
            expect(written.every((_, index) => seen.outcomes.has(questionFor(index)))).toBe(true)
            compareAll(seen, tally)
          }
        }),
        { numRuns: byNight({ night: 200, day: 80 }) },
      )
      for (const outcome of LEAST_FIRST) expect(tally.outcomes[outcome]).toBeGreaterThan(200)
      expect(tally.settled).toBeGreaterThan(10)
    },
    4 * MINUTES,
  )

  it(
    'settle nothing that a completion of the snapshot contradicts',
    async () => {
      let settled = 0
      const cases = fc.tuple(
        fc.array(conditionArbitrary, { minLength: 8, maxLength: 8 }),
        snapshotArbitrary(1),
        completions,
      )
      await fc.assert(
        fc.asyncProperty(cases, async ([written, snapshot, fills]) => {
          const ruleSet = tinyRuleSet(written)
          const seen = await seeBoth(ruleSet, snapshot)
          const decided = seen.questions.map((question) => outcomeOfDiagram(seen.exact(question)))
          for (const fill of fills) {
            const full = await seeBoth(ruleSet, completed(snapshot, fill))
            full.questions.forEach((question, index) => {
              if (decided[index] === 'open') return
              if (seen.outcomes.get(question.id) === 'open') settled += 1
              expect([question.id, outcomeOfDiagram(full.exact(question))]).toEqual([question.id, decided[index]])
            })
          }
        }),
        { numRuns: byNight({ night: 200, day: 80 }) },
      )
      expect(settled).toBeGreaterThan(10)
    },
    4 * MINUTES,
  )

  it(
    'give the same advice, to the byte',
    async () => {
      await fc.assert(
        fc.asyncProperty(snapshotArbitrary(), fc.constantFrom('full', 'employer'), async (snapshot, audience) => {
          const options = { audience } as const
          expect(JSON.stringify(triageSync(snapshot, options))).toBe(JSON.stringify(await triage(snapshot, options)))
        }),
        { numRuns: byNight({ night: 300, day: 100 }) },
      )
    },
    4 * MINUTES,
  )
})

/** A known value for every simple fact, by its id. Its days are near those of the snapshots. */
type Fill = Readonly<Record<string, unknown>>

const completions: fc.Arbitrary<Fill[]> = fc.array(
  fc.record(
    Object.fromEntries(SIMPLE_FACTS.map((fact) => [fact.id, knownValue(fact, parseDay('2020-06-01') as number)])),
  ),
  { minLength: 6, maxLength: 6 },
)

/** The snapshot with every simple fact answered that was not. */
function completed(snapshot: Snapshot, fill: Fill): Snapshot {
  const copy = structuredClone(snapshot) as Record<string, unknown>
  for (const { id } of SIMPLE_FACTS) {
    const given = getFact(snapshot, id)
    if (given === undefined || isUnknownWord(given)) setFact(copy, id, fill[id])
  }
  return copy as Snapshot
}
