import type * as FastCheckModule from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { formatDay, parseDay } from '../../core/calendar/day'
import { openCase } from '../../core/case/case'
import { caseBegan } from '../../core/case/effective-first-day'
import { shippedRuleSet } from '../../core/rules/bundled'
import { factsOf } from '../../core/rules/facts-of'
import type { RuleSet } from '../../core/rules/rule-set'
import type { BaseFact } from '../../core/snapshot/catalogue'
import { NONE, UNKNOWN, UNKNOWN_VALUES } from '../../core/snapshot/fact'
import type { Snapshot } from '../../core/snapshot/snapshot'

/** What is used of the caller's fast-check. */
export type FastCheck = Pick<
  typeof FastCheckModule,
  'array' | 'boolean' | 'constant' | 'constantFrom' | 'integer' | 'oneof' | 'record' | 'subarray' | 'tuple'
>

/** What generated snapshots are kept to. */
export interface SnapshotConstraints {
  /** How many facts are known for each one that is not; 2 unless given. */
  readonly known?: number
  /** Whose facts and services; the shipped one's unless given. */
  readonly ruleSet?: RuleSet
}

type Plain = Record<string, unknown>

/** Facts whose values do not depend on each other: all but spells, leaves and the flags inside them. */
export const simpleFacts = (ruleSet: RuleSet): readonly BaseFact[] =>
  [...factsOf(ruleSet).values()].filter(
    ({ id, type }) => id.split('.').length === 2 && type !== 'spells' && type !== 'leaves',
  )

/**
 * Snapshots that `parseSnapshot` accepts: each fact known, asked and not known, or not asked. Built from the vocabulary
 * of the rule set, for property-based tests with fast-check.
 */
export function snapshotArbitrary(
  fc: FastCheck,
  { known = 2, ruleSet = shippedRuleSet() }: SnapshotConstraints = {},
): Arbitrary<Snapshot> {
  const facts = simpleFacts(ruleSet)
  /** A fact that is known, not known or absent, in these proportions. */
  const maybe = (value: Arbitrary<unknown>, weight: number): Arbitrary<unknown> =>
    fc.oneof(
      { weight, arbitrary: value },
      { weight: 1, arbitrary: fc.constantFrom(undefined, undefined, ...UNKNOWN_VALUES) },
    )
  return fc.integer({ min: parseDay('2021-01-01') ?? 0, max: parseDay('2028-12-31') ?? 0 }).chain((asOf) =>
    fc
      .tuple(
        maybe(knownAbsence(fc, asOf), known * 2),
        fc.constantFrom(true, true, false),
        ...facts.map((fact) => maybe(knownValue(fc, fact, asOf, ruleSet), known)),
      )
      .map(([absence, withLeaves, ...values]) => {
        const snapshot: Plain = { asOf: formatDay(asOf) }
        if (typeof absence === 'object' && absence !== null) {
          setFact(snapshot, 'absence.spells', (absence as Plain).spells)
          if (withLeaves) setFact(snapshot, 'absence.leaves', (absence as Plain).leaves)
        } else if (absence !== undefined) setFact(snapshot, 'absence.spells', absence)
        facts.forEach(({ id }, index) => {
          if (values[index] !== undefined) setFact(snapshot, id, values[index])
        })
        return fittedTogether(snapshot as Snapshot, facts)
      }),
  )
}

/** Without days before the case began, and without answers that cannot stand beside each other. */
export function fittedTogether(snapshot: Snapshot, facts: readonly BaseFact[]): Snapshot {
  const fitted: Plain = { ...snapshot }
  // Merging as little as a policy can, so that the days lie in the case whatever the policy.
  const began = caseBegan(openCase(snapshot), 1)
  const first = began === undefined ? undefined : formatDay(began)
  for (const { id, lies, excludes = [] } of facts) {
    const given = factIn(fitted, id)
    if (lies === 'in-case' && first !== undefined && typeof given === 'string' && isIsoDay(given) && given < first)
      setFact(fitted, id, first)
    for (const { value, fact, in: values, how } of excludes)
      if (how === 'impossible' && value.includes(given as string) && values.includes(factIn(fitted, fact) as string))
        setFact(fitted, fact, otherAnswer(fact, values, facts))
  }
  return fitted as Snapshot
}

const isIsoDay = (text: string): boolean => /^\d/.test(text)

const factIn = (snapshot: Plain, id: string): unknown => {
  const [section, name] = id.split('.') as [string, string]
  return (snapshot[section] as Plain | undefined)?.[name]
}

/** The first answer to a choice that is not one of these. */
const otherAnswer = (id: string, not: readonly unknown[], facts: readonly BaseFact[]): unknown =>
  Object.keys(facts.find((fact) => fact.id === id)?.options ?? {}).find((answer) => !not.includes(answer))

/** A known value of one of `simpleFacts`; `asOf` is the day of the case, in days as src/calendar counts them. */
export function knownValue(fc: FastCheck, fact: BaseFact, asOf: number, ruleSet: RuleSet): Arbitrary<unknown> {
  const around = (least: number, most: number): Arbitrary<string> =>
    fc.integer({ min: asOf - least, max: asOf + most }).map(formatDay)
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(fact.options ?? {}))
    case 'choices':
      return fc.subarray(Object.keys(fact.options ?? {}))
    case 'number':
      return fc.integer({ min: Math.ceil(fact.range?.[0] ?? 0), max: Math.floor(fact.range?.[1] ?? 100) })
    case 'date':
      // A list of spells that is not complete leaves something open, as no completion of another case does.
      if (fact.id === 'absence.spellsFrom') return fc.constant(NONE)
      return fc.oneof(...(fact.none ? [fc.constant(NONE)] : []), around(800, fact.lies ? 0 : 60))
    case 'document':
      return fc.oneof(
        fc.constant(NONE),
        plain(fc.record({ type: fc.constantFrom('FML', 'IZP', 'BAR', 'other'), on: around(400, 0) })),
      )
    case 'services': {
      const service = serviceIds(fc, ruleSet)
      const done = fc.record({ service, on: around(400, 0) })
      const state = fc.constantFrom('delivered', 'requested', 'declined')
      const asked = fc.record({ service, on: around(120, 0), state })
      const planned = fc.record({ service, on: around(60, 120), state: fc.constant('planned') })
      return fc.array(plain(fc.oneof(done, done, asked, planned)), { maxLength: 2 })
    }
    case 'raised':
      return fc.array(plain(fc.record({ id: serviceIds(fc, ruleSet), on: around(120, 0) })), { maxLength: 2 })
    case 'advises': {
      const advice = fc.record({ service: serviceIds(fc, ruleSet), on: around(60, 0) })
      const timed = fc.record({ service: serviceIds(fc, ruleSet), on: around(60, 0), by: around(0, 90) })
      return fc.array(plain(fc.oneof(advice, timed)), { maxLength: 2 })
    }
    default:
      throw new RangeError(`${fact.id} does not stand by itself`)
  }
}

/** Records as JSON gives them: fast-check also makes some without a prototype. */
const plain = <Item extends object>(item: Arbitrary<Item>): Arbitrary<Item> => item.map((fields) => ({ ...fields }))

const serviceIds = (fc: FastCheck, { services }: RuleSet): Arbitrary<string> =>
  fc.constantFrom(...services.map(({ id }) => id))

/** Spells that do not overlap, the last one open or not, with leave in some of the long gaps between them. */
export function knownAbsence(fc: FastCheck, asOf: number): Arbitrary<{ spells: Plain[]; leaves: Plain[] }> {
  const lengths = fc.array(
    fc.record({
      length: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 500 })),
      gap: fc.oneof(fc.constantFrom(27, 28, 41, 42, 112), fc.integer({ min: 0, max: 200 })),
      notCounted: fc.constantFrom(undefined, true, false, UNKNOWN),
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
        ...(part.notCounted === undefined ? {} : { notCounted: part.notCounted }),
      })
      end = first - part.gap
      if (part.leave && part.gap > 0 && index + 1 < parts.length)
        leaves.push({
          from: formatDay(end),
          until: formatDay(first - 1),
          ...(part.leave === 'absent' ? {} : { oneCase: part.leave }),
        })
    })
    return { spells, leaves }
  })
}

/** Puts a fact in a snapshot, by its id. */
export function setFact(snapshot: Plain, id: string, value: unknown): void {
  const [section, name] = id.split('.') as [string, string]
  const facts = (snapshot[section] ?? {}) as Plain
  snapshot[section] = { ...facts, [name]: value }
}
