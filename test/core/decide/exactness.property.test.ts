import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENGINE_RULES } from '../../../src/core/advice'
import type { BaseFact } from '../../../src/core/snapshot/catalogue'
import { isUnknownWord } from '../../../src/core/snapshot/fact'
import { type Advice, type Snapshot, triage } from '../../../src/index'
import {
  fitted,
  forget,
  isConsistent,
  SIMPLE_FACTS,
  setFact,
  snapshotArbitrary,
} from '../../support/arbitrary-snapshot'

const MINUTES = 60_000

/** Facts that have few values, so that every completion can be tried. */
const FINITE = SIMPLE_FACTS.filter(({ type }) => type === 'boolean' || type === 'choice')
const LISTS: readonly string[] = ['services', 'raised', 'advises']
const valuesOf = ({ type, options }: BaseFact): unknown[] =>
  type === 'boolean' ? [true, false] : Object.keys(options ?? {})

/** What stands in for a blocked step comes and goes with that: the questions are those of the step. */
const ownRecommendations = ({ recommendations }: Advice): Advice['recommendations'] =>
  recommendations.filter(({ reasons }) => reasons.some(({ rule }) => rule !== ENGINE_RULES.meanwhile))

/** What two completions must agree on for a fact not to matter. How long a reason is of use is a matter of that reason. */
const outcomeOf = (advice: Advice): Map<string, string> =>
  new Map(
    ownRecommendations(advice).map(
      ({ service, priority, timing: { worthwhileUntil: _, ...timing }, heldBy, blockedBy }) => [
        service,
        JSON.stringify([
          priority,
          timing,
          heldBy.map(({ rule, reviewOn }) => [rule, reviewOn]),
          blockedBy.map(({ need }) => need),
        ]),
      ],
    ),
  )

/** Every completion of the facts, the last varying fastest. */
function completions(snapshot: Snapshot, facts: readonly BaseFact[]): Snapshot[] {
  const [first, ...rest] = facts
  if (!first) return [snapshot]
  return valuesOf(first).flatMap((value) => {
    const copy = structuredClone(snapshot) as Record<string, unknown>
    setFact(copy, first.id, value)
    return completions(copy as Snapshot, rest)
  })
}

/** By brute force: which services differ between completions that differ in one fact alone. */
function decidedBy(facts: readonly BaseFact[], outcomes: readonly Map<string, string>[]): Map<string, Set<string>> {
  const decided = new Map<string, Set<string>>()
  let stride = 1
  for (const fact of [...facts].reverse()) {
    const size = valuesOf(fact).length
    outcomes.forEach((outcome, index) => {
      if (Math.floor(index / stride) % size === size - 1) return
      // Neighbours are enough: if two values differ, some two neighbours between them do.
      const other = outcomes[index + stride] as Map<string, string>
      for (const service of new Set([...outcome.keys(), ...other.keys()]))
        if (outcome.get(service) !== other.get(service))
          decided.set(fact.id, (decided.get(fact.id) ?? new Set()).add(service))
    })
    stride *= size
  }
  return decided
}

/** A snapshot in which everything is answered but a few facts. */
const nearlyComplete = fc
  .tuple(
    snapshotArbitrary(60).filter((snapshot) => answeredAbsence(snapshot)),
    fc.uniqueArray(fc.constantFrom(...FINITE), { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([snapshot, open, fill]) => {
    let filled = snapshot as Snapshot
    for (const fact of SIMPLE_FACTS) {
      const [section, name] = fact.id.split('.') as [keyof Snapshot, string]
      const value = (filled[section] as Record<string, unknown> | undefined)?.[name]
      if (value !== undefined && !isUnknownWord(value)) continue
      const values =
        fact.type === 'boolean' || fact.type === 'choice'
          ? valuesOf(fact)
          : fact.type === 'choices' || LISTS.includes(fact.type)
            ? [[]]
            : fact.type === 'number'
              ? [0, 50]
              : ['none']
      const copy = structuredClone(filled) as Record<string, unknown>
      setFact(
        copy,
        fact.id,
        fact.id === 'employment.contractEndsOn' ? 'none' : values[fill.next().value % values.length],
      )
      filled = copy as Snapshot
    }
    filled = fitted(filled)
    for (const { id } of open) filled = forget(filled, id, 'absent')
    return { snapshot: filled, open: [...open].sort((a, b) => a.id.localeCompare(b.id, 'en')) }
  })

/** Who asks for it and does not want it took the asking back: that is no answer to what was open, but another case. */
const tookBack = ({ signals, process }: Snapshot): boolean =>
  signals?.employeeAsks === true && process?.employeeWilling === false

function answeredAbsence(snapshot: Snapshot): boolean {
  const { spells, leaves } = snapshot.absence ?? {}
  if (!Array.isArray(spells) || !Array.isArray(leaves)) return false
  return (
    leaves.every(({ oneCase }) => oneCase === 'yes' || oneCase === 'no') &&
    spells.every(({ notCounted }) => notCounted !== 'unknown')
  )
}

describe('open questions', () => {
  it(
    'are exactly the facts that brute force over every completion finds, each with the services it decides',
    async () => {
      let mattered = 0
      await fc.assert(
        fc.asyncProperty(nearlyComplete, async ({ snapshot, open }) => {
          fc.pre(completions(snapshot, open).every((one) => isConsistent(one) && !tookBack(one)))
          const advice = await triage(snapshot, { audience: 'full' })
          const outcomes = (
            await Promise.all(completions(snapshot, open).map((full) => triage(full, { audience: 'full' })))
          ).map(outcomeOf)
          const expected = decidedBy(open, outcomes)
          mattered += expected.size
          const own = new Set(ownRecommendations(advice).map(({ service }) => service))
          const standsIn = (service: string): boolean =>
            advice.recommendations.some((one) => one.service === service) && !own.has(service)
          const decided = advice.openQuestions
            .map(({ fact, decides }) => [fact, decides.filter((service) => !standsIn(service)).sort()] as const)
            .filter(([, services]) => services.length > 0)
          expect(Object.fromEntries(decided)).toEqual(
            Object.fromEntries([...expected].map(([fact, services]) => [fact, [...services].sort()])),
          )
          expect(advice.complete).toBe(advice.openQuestions.length === 0)
          if (expected.size > 0) expect(advice.complete).toBe(false)
          const somewhere = new Set(outcomes.flatMap((one) => [...one.keys()]))
          const everywhere = new Set([...somewhere].filter((id) => outcomes.every((one) => one.has(id))))
          const listed = ownRecommendations(advice)
          expect(new Set(listed.map(({ service }) => service))).toEqual(somewhere)
          for (const { service, certainty, waivedBy } of listed)
            if (waivedBy.length === 0)
              expect([service, certainty]).toEqual([service, everywhere.has(service) ? 'certain' : 'possible'])
        }),
        { numRuns: 300 },
      )
      // A run in which nothing ever mattered would prove nothing.
      expect(mattered).toBeGreaterThan(30)
    },
    8 * MINUTES,
  )
})
