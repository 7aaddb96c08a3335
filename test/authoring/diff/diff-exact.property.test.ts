import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidOf } from '../../../src/authoring/check/said-of'
import { cubesOf, smallestCube } from '../../../src/authoring/check/smallest-cube'
import { diffRuleSets } from '../../../src/authoring/diff/diff-rule-sets'
import { kindOf } from '../../../src/authoring/diff/diff-services'
import { formatDay, parseDay } from '../../../src/core/calendar/day'
import { createTriage } from '../../../src/core/create-triage'
import type { Diagram } from '../../../src/core/diagram/diagram'
import { createDiagrams } from '../../../src/core/diagram/diagram'
import { shippedRuleSet } from '../../../src/core/rules/bundled'
import { loadRuleSet } from '../../../src/core/rules/load-rule-set'
import { UNKNOWN } from '../../../src/core/snapshot/fact'
import type { Snapshot } from '../../../src/index'
import { knownAbsence, knownValue, SIMPLE_FACTS, setFact } from '../../support/arbitrary-snapshot'
import { patched } from '../../support/patch-rule-set'
import { PLANTED_DIFFERENCES } from '../../support/planted-differences'

const RUNS = { endOnFailure: true, seed: 20261122 }
const AS_OF = parseDay('2026-01-01') as number

/** A case in which everything is answered. */
const answered = fc
  .tuple(
    knownAbsence(AS_OF),
    fc.constantFrom([], [{ service: 'case-conference', on: '2025-08-20' }]),
    ...SIMPLE_FACTS.filter(({ type }) => type !== 'services').map((fact) => knownValue(fact, AS_OF)),
  )
  .map(([absence, services, ...values]) => {
    const snapshot: Record<string, unknown> = { asOf: formatDay(AS_OF) }
    setFact(
      snapshot,
      'absence.spells',
      absence.spells.map(({ notCounted, ...spell }) => ({
        ...spell,
        ...(typeof notCounted === 'boolean' && { notCounted }),
      })),
    )
    setFact(
      snapshot,
      'absence.leaves',
      absence.leaves.map(({ oneCase, ...leave }) => ({
        ...leave,
        oneCase: oneCase === undefined || oneCase === UNKNOWN ? 'no' : oneCase,
      })),
    )
    SIMPLE_FACTS.filter(({ type }) => type !== 'services').forEach(({ id }, index) => {
      setFact(snapshot, id, values[index])
    })
    setFact(snapshot, 'process.services', services)
    return snapshot as Snapshot
  })

describe('a difference', () => {
  it('that any case shows is in the list', () => {
    const shipped = shippedRuleSet()
    const sets = PLANTED_DIFFERENCES.slice(0, 8).map(({ changes }) => {
      const loaded = loadRuleSet(patched(changes))
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues))
      const { escalations, deescalations } = diffRuleSets(shipped, loaded.ruleSet, { on: formatDay(AS_OF) })
      const listed = new Set([...escalations, ...deescalations].map(({ kind, of }) => `${kind} ${of}`))
      return { listed, advise: createTriage({ audience: 'full', ruleSet: loaded.ruleSet }), met: new Set<string>() }
    })
    const before = createTriage({ audience: 'full', ruleSet: shipped })
    fc.assert(
      fc.property(answered, (snapshot) => {
        const old = { advice: before(snapshot) }
        for (const { listed, advise, met } of sets) {
          const now = { advice: advise(snapshot) }
          const services = new Set([old, now].flatMap(({ advice }) => advice.recommendations.map((one) => one.service)))
          for (const service of services)
            for (const kind of kindOf(saidOf(old, service), saidOf(now, service))) {
              expect(listed).toContain(`${kind} ${service}`)
              met.add(`${kind} ${service}`)
            }
        }
      }),
      { ...RUNS, numRuns: 100 },
    )
    // Cases that never differ would prove nothing.
    expect(sets.reduce((sum, { met }) => sum + met.size, 0)).toBeGreaterThan(8)
  })
})

describe('the smallest cube', () => {
  const STATES = 3
  const LEVELS = [0, 1, 2, 3]
  const points = LEVELS.reduce<number[][]>(
    (all) => all.flatMap((point) => [0, 1, 2].map((state) => [...point, state])),
    [[]],
  )
  const indexOf = (point: readonly number[]): number => point.reduce((index, state) => index * STATES + state, 0)

  /** Every way to fix some levels, as a state or undefined for each. */
  const choices = LEVELS.reduce<(number | undefined)[][]>(
    (all) => all.flatMap((choice) => [undefined, 0, 1, 2].map((state) => [...choice, state])),
    [[]],
  )
  const fits = (point: readonly number[], choice: readonly (number | undefined)[]): boolean =>
    choice.every((state, level) => state === undefined || state === point[level])
  const sizeOf = (choice: readonly (number | undefined)[]): number =>
    choice.filter((state) => state !== undefined).length

  it('fixes as few levels as brute force does, and makes the diagram true', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 81, maxLength: 81 }), (values) => {
        const isTrue = (point: readonly number[]): boolean => (values[indexOf(point)] as number) > 2
        const diagrams = createDiagrams()
        const build = (point: readonly number[]): Diagram<boolean> =>
          point.length === LEVELS.length
            ? diagrams.known(isTrue(point))
            : diagrams.split(
                { level: point.length, owners: [] },
                [0, 1, 2].map((state) => build([...point, state])),
              )
        const diagram = build([])
        const least = Math.min(
          ...choices.filter((choice) => points.every((point) => !fits(point, choice) || isTrue(point))).map(sizeOf),
        )
        for (const cube of [smallestCube(diagram, diagrams), ...cubesOf(diagram, 5)]) {
          const choice = LEVELS.map((level) => cube?.get(level))
          expect(points.filter((point) => fits(point, choice)).every(isTrue)).toBe(true)
        }
        expect(smallestCube(diagram, diagrams)?.size).toBe(least)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('is none where nothing is true, and fixes nothing where everything is', () => {
    const diagrams = createDiagrams()
    expect(smallestCube(diagrams.known(false), diagrams)).toBeUndefined()
    expect(smallestCube(diagrams.known(true), diagrams)).toEqual(new Map())
  })
})
