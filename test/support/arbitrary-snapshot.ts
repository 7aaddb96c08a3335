import fc from 'fast-check'
import { formatDay, parseDay } from '../../src/calendar/day'
import { BASE_FACTS, type BaseFact } from '../../src/snapshot/catalogue'
import { UNKNOWN } from '../../src/snapshot/fact'
import type { Snapshot } from '../../src/snapshot/snapshot'

type Plain = Record<string, unknown>

/** Facts whose values do not depend on each other: all but spells, leaves and the flags inside them. */
export const SIMPLE_FACTS: readonly BaseFact[] = [...BASE_FACTS.values()].filter(
  ({ id, type }) => id.split('.').length === 2 && type !== 'spells' && type !== 'leaves',
)

const dayAround = (asOf: number, least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: asOf - least, max: asOf + most }).map(formatDay)

/** A known value of a fact. */
export function knownValue(fact: BaseFact, asOf: number): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(fact.options ?? {}))
    case 'choices':
      return fc.subarray(Object.keys(fact.options ?? {}))
    case 'number':
      return fc.integer({ min: fact.range?.[0] ?? 0, max: fact.range?.[1] ?? 100 })
    case 'date':
      return fc.oneof(...(fact.none ? [fc.constant('none')] : []), dayAround(asOf, 800, 60))
    case 'document':
      return fc.oneof(
        fc.constant('none'),
        fc.record({ type: fc.constantFrom('FML', 'IZP', 'BAR', 'other'), on: dayAround(asOf, 400, 10) }),
      )
    case 'services':
      return fc.array(fc.record({ service: fc.constant('light-advice'), on: dayAround(asOf, 400, 0) }), {
        maxLength: 2,
      })
    default:
      throw new RangeError(fact.id)
  }
}

/** Spells that do not overlap, the last one open or not, with leave in some of the long gaps between them. */
export function knownAbsence(asOf: number): fc.Arbitrary<{ spells: Plain[]; leaves: Plain[] }> {
  const lengths = fc.array(
    fc.record({
      length: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 500 })),
      gap: fc.oneof(fc.constantFrom(27, 28, 41, 42, 112), fc.integer({ min: 0, max: 200 })),
      pregnancyRelated: fc.constantFrom(undefined, true, false, UNKNOWN),
      leave: fc.constantFrom(undefined, undefined, 'yes', 'no', UNKNOWN, 'absent'),
    }),
    { maxLength: 5 },
  )
  return fc.tuple(lengths, fc.boolean()).map(([parts, open]) => {
    const spells: Plain[] = []
    const leaves: Plain[] = []
    let end = asOf
    parts.forEach((part, index) => {
      const recovered = index === 0 && open ? undefined : end - (index === 0 ? part.gap : 0)
      const first = (recovered ?? asOf) - part.length
      spells.push({
        firstDay: formatDay(first),
        ...(recovered === undefined ? {} : { recoveredOn: formatDay(recovered) }),
        ...(part.pregnancyRelated === undefined ? {} : { pregnancyRelated: part.pregnancyRelated }),
      })
      end = first - part.gap
      if (part.leave && part.gap > 0 && index + 1 < parts.length)
        leaves.push({
          from: formatDay(end),
          until: formatDay(first - 1),
          ...(part.leave === 'absent' ? {} : { sameCause: part.leave }),
        })
    })
    return { spells, leaves }
  })
}

/** A fact that is known, "unknown" or absent, in these proportions. */
const maybe = (value: fc.Arbitrary<unknown>, known: number): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: known, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(undefined, UNKNOWN) })

/** A valid snapshot. `known` is how many facts are known for each one that is not. */
export function snapshotArbitrary(known = 2): fc.Arbitrary<Snapshot> {
  return fc.integer({ min: parseDay('2021-01-01') ?? 0, max: parseDay('2028-12-31') ?? 0 }).chain((asOf) =>
    fc
      .tuple(
        maybe(knownAbsence(asOf), known * 2),
        fc.constantFrom(true, true, false),
        ...SIMPLE_FACTS.map((fact) => maybe(knownValue(fact, asOf), known)),
      )
      .map(([absence, withLeaves, ...values]) => {
        const snapshot: Plain = { asOf: formatDay(asOf) }
        if (typeof absence === 'object' && absence !== null) {
          setFact(snapshot, 'absence.spells', (absence as Plain).spells)
          if (withLeaves) setFact(snapshot, 'absence.leaves', (absence as Plain).leaves)
        } else if (absence !== undefined) setFact(snapshot, 'absence.spells', absence)
        SIMPLE_FACTS.forEach(({ id }, index) => {
          if (values[index] !== undefined) setFact(snapshot, id, values[index])
        })
        return snapshot as Snapshot
      }),
  )
}

export function setFact(snapshot: Plain, id: string, value: unknown): void {
  const [section, name] = id.split('.') as [string, string]
  const facts = (snapshot[section] ?? {}) as Plain
  snapshot[section] = { ...facts, [name]: value }
}

export function getFact(snapshot: Snapshot, id: string): unknown {
  const [section, name] = id.split('.') as [keyof Snapshot, string]
  return (snapshot[section] as Plain | undefined)?.[name]
}

/** A copy without a fact, or with "unknown" in its place. */
export function forget(snapshot: Snapshot, id: string, how: 'absent' | 'unknown'): Snapshot {
  const copy = structuredClone(snapshot) as Plain
  const [section, name] = id.split('.') as [string, string]
  const facts = copy[section] as Plain
  if (how === 'unknown') facts[name] = UNKNOWN
  else delete facts[name]
  return copy as Snapshot
}
